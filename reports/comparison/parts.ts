import { describeFinding, ruleTitles } from '../../contracts/checks/registry.ts';
import { describeFact, describeValue } from '../../contracts/observation-texts.ts';
import type { ObservedValue } from '../../contracts/observations.ts';
import type { Case } from '../../contracts/record.ts';
import type { Locale } from '../locale.ts';
import type { Table } from '../table.ts';
import type { Comparison, Side } from './compare.ts';
import type { CaseFinding, CaseName, ContractChanges } from './contract-changes.ts';
import type { Figure } from './figure.ts';
import { figureCells } from './words.ts';

/** A part of a comparison, as every form of the report shows it. */
export interface ComparisonPart {
  readonly anchor: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly tables: readonly { readonly caption: string; readonly table: Table }[];
}

function figuresPart(
  figures: readonly Figure[],
  { blocks, leftOut = 0 }: Comparison,
  locale: Locale,
): ComparisonPart {
  const { say, number } = locale;
  const heads = [
    ...([say('comparedLoad'), say('comparedFigure'), say('comparedBase'), say('comparedHead')] as const),
    ...[say('changeShare'), say('changeInterval'), say(blocks ? 'effectBlocks' : 'effectRecords')],
    say('verdictWord'),
  ];
  const method = blocks ? say('blocksMethod', { blocks: number(blocks) }) : say('recordsMethod');
  const rows = figures.map((figure) => figureCells(figure, locale));
  return {
    anchor: 'figures',
    title: say('load'),
    notes: [
      method,
      ...(leftOut > 0 ? [say('blocksLeftOut', { count: number(leftOut) })] : []),
      say('wordRule'),
    ],
    tables: [{ caption: say('comparison'), table: { heads, rows } }],
  };
}

const caseTitle = ({ suite, title }: CaseName) => `${suite} › ${title}`;

function findingsTable(findings: readonly CaseFinding[], { say, lang }: Locale): Table {
  return {
    heads: [say('comparedFinding'), say('comparedRule'), say('comparedPlace'), say('comparedTest')],
    rows: findings.map(({ finding, ...name }) => [
      describeFinding(finding, lang),
      ruleTitles.get(finding.rule)?.[lang] ?? finding.rule,
      finding.at === '' ? say('wholeAnswer') : finding.at,
      caseTitle(name),
    ]),
  };
}

function contractPart(contract: ContractChanges, locale: Locale): ComparisonPart {
  const { say, lang } = locale;
  const { cases, newFindings, goneFindings, observations, observationTexts, coverage } = contract;
  const status = (of: Case['status'] | undefined) => (of ? say(of) : say('absentSide'));
  const value = (of: ObservedValue | undefined) =>
    of === undefined ? say('absentSide') : describeValue(of, lang);
  const sides = [say('comparedBase'), say('comparedHead')];
  const covered = (texts: ContractChanges['coverage']['lost']) => ({
    heads: [say('comparedFact')],
    rows: texts.map((text) => [text[lang]]),
  });
  const tables = [
    {
      caption: say('testChanges'),
      table: {
        heads: [say('comparedTest'), ...sides],
        rows: cases.map((one) => [caseTitle(one), status(one.base), status(one.head)]),
      },
    },
    { caption: say('newFindings'), table: findingsTable(newFindings, locale) },
    { caption: say('goneFindings'), table: findingsTable(goneFindings, locale) },
    {
      caption: say('otherObservations'),
      table: {
        heads: [say('comparedFact'), ...sides],
        rows: observations.map(({ name, base, head }) => [
          describeFact(name, observationTexts, lang),
          value(base),
          value(head),
        ]),
      },
    },
    { caption: say('lostCoverage'), table: covered(coverage.lost) },
    { caption: say('gainedCoverage'), table: covered(coverage.gained) },
  ].filter(({ table }) => table.rows.length > 0);
  const notes = tables.length === 0 ? [say('nothingChanged')] : [];
  return { anchor: 'behaviour', title: say('contract'), notes, tables };
}

function sidesPart({ base, head, repeat }: Comparison, { say, moment, list }: Locale): ComparisonPart {
  const row = (label: string, of: (side: Side) => string) => [label, of(base), of(head)];
  const table = {
    heads: ['', say('comparedBase'), say('comparedHead')],
    rows: [
      row(say('target'), ({ label, url }) => list(url.includes(label) ? [url] : [url, label])),
      row(say('started'), ({ startedAt }) => moment(startedAt)),
      row(say('id'), ({ runs }) => list(runs)),
    ],
  };
  const notes = repeat === undefined ? [] : [say('labelled', { label: say('command'), value: repeat })];
  return { anchor: 'sides', title: say('run'), notes, tables: [{ caption: say('run'), table }] };
}

/** All that a comparison shows, in the order of the page. */
export function partsOfComparison(comparison: Comparison, locale: Locale): ComparisonPart[] {
  const { figures, contract } = comparison;
  return [
    ...(figures ? [figuresPart(figures, comparison, locale)] : []),
    ...(contract ? [contractPart(contract, locale)] : []),
    sidesPart(comparison, locale),
  ];
}
