import { stripVTControlCharacters } from 'node:util';
import { describeFinding } from '../../contracts/checks/registry.ts';
import { sidesOf } from '../../contracts/checks/sides.ts';
import { type CoverageGroup, coverageGroups, placeOfPoint } from '../../contracts/coverage-place.ts';
import { grouped } from '../../contracts/grouped.ts';
import type { Case, RecordedExchange, SuiteRecord } from '../../contracts/record.ts';
import { suiteTitle } from '../../contracts/suite-names.ts';
import { replayOf } from '../command.ts';
import { exchangeTitle, shownCurl } from '../exchange-block.ts';
import { escapeHtml } from '../html.ts';
import { elapsed, type Locale } from '../locale.ts';
import { escapeMarkdown, fenced, table } from '../markdown-text.ts';
import { type CaseCounts, countCases, countSuites, otherProblem, skipsOf, statusColumns } from '../model.ts';
import { caseName } from './case-names.ts';
import { knownCases, knownLine, knownMark, sayDaysLeft } from './known-cases.ts';
import { changedRows, observedRows } from './observed-rows.ts';
import { otherFailuresOf, tellingExchange } from './other-failures.ts';
import { ruleWords, sayExtent } from './rule-findings.ts';
import { type Alike, type RuleGroup, ruleGroups } from './rule-groups.ts';

/** A CI summary holds a megabyte at most; the page has what is left out here. */
const [maxFindings, maxFailures] = [5, 20];

/** Characters of what a test said. */
const maxError = 500;

function suitesTable(suite: SuiteRecord, { say, number, lang }: Locale): string {
  const statuses = statusColumns(suite.cases);
  const row = (name: string, counts: CaseCounts) => [
    name,
    ...(['cases', ...statuses] as const).map((key) => number(counts[key])),
    elapsed(counts.durationMs),
  ];
  const heads = (['cases', ...statuses, 'time'] as const).map((key) => [say(key), 'right'] as const);
  return table(
    [[say('suite'), 'left'], ...heads],
    [
      ...countSuites(suite).map(([name, counts]) => row(suiteTitle(name, lang), counts)),
      row(say('total'), countCases(suite.cases)),
    ],
  );
}

/** What was left out, if it is anything. */
function leftOut(count: number, { say, number }: Locale): string[] {
  return count > 0 ? [say('more', { count: number(count) })] : [];
}

/** What can be folded away under one line of HTML. */
function folded(summary: string, blocks: readonly string[]): string {
  return [`<details><summary>${summary}</summary>`, ...blocks, '</details>'].join('\n\n');
}

/** What repeats an exchange. */
function commands(exchange: RecordedExchange | undefined, suite: SuiteRecord): string[] {
  if (!exchange) return [];
  return [replayOf(suite, exchange), shownCurl(exchange)].flatMap((command) =>
    command === undefined ? [] : fenced(command),
  );
}

function findingBlock({ occurrences, ...extent }: Alike, suite: SuiteRecord, locale: Locale): string {
  const { say, lang } = locale;
  const [{ finding, one, exchange }] = occurrences;
  const { expected, received } = sidesOf(finding, exchange?.response?.body, lang);
  const facts = [
    [say('where'), finding.at === '' ? say('wholeAnswer') : finding.at],
    [say('expectedSide'), expected],
    [say('receivedSide'), received],
    [say('case'), caseName(one)],
  ] as const;
  const times = extent.cases > 1 ? ` · ${sayExtent(extent, locale)}` : '';
  return folded(`<b>${escapeHtml(describeFinding(finding, lang))}</b>${times}`, [
    facts.map(([label, value]) => `- ${say('labelled', { label, value: escapeMarkdown(value) })}`).join('\n'),
    ...(exchange ? [escapeMarkdown(exchangeTitle(exchange, locale))] : []),
    ...commands(exchange, suite),
  ]);
}

function ruleBlocks(group: RuleGroup, suite: SuiteRecord, locale: Locale): string[] {
  const { title, demand } = ruleWords(group.rule, locale);
  return [
    `#### ${title} (${group.rule}) · ${sayExtent(group, locale)}`,
    demand,
    ...group.found.slice(0, maxFindings).map((alike) => findingBlock(alike, suite, locale)),
    ...leftOut(group.found.length - maxFindings, locale),
  ];
}

function failureBlock(cases: readonly [Case, ...Case[]], suite: SuiteRecord, locale: Locale): string {
  const [one] = cases;
  const { say, number } = locale;
  const other = otherProblem(one);
  const times = cases.length > 1 ? say('casesWith', { count: number(cases.length) }) : undefined;
  const notes = [other && say(other), times].filter((note) => note !== undefined);
  const exchange = tellingExchange(one, suite);
  const error = stripVTControlCharacters(one.error ?? '').slice(0, maxError);
  return folded(
    [`<b>${escapeHtml(caseName(one))}</b>`, ...notes].join(' · '),
    [escapeMarkdown(error), ...(exchange ? [escapeMarkdown(exchangeTitle(exchange, locale))] : [])]
      .filter((block) => block !== '')
      .concat(commands(exchange, suite)),
  );
}

function failureBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const groups = ruleGroups(suite);
  const others = otherFailuresOf(suite);
  return [
    ...(groups.length > 0 ? [`### ${locale.say('findingsByRule')}`] : []),
    ...groups.flatMap((group) => ruleBlocks(group, suite, locale)),
    ...(others.length > 0 ? [`### ${locale.say('otherFailures')}`] : []),
    ...others.slice(0, maxFailures).map((cases) => failureBlock(cases, suite, locale)),
    ...leftOut(others.length - maxFailures, locale),
  ];
}

function knownBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const known = knownCases(suite);
  const lines = known.slice(0, maxFailures).map((one) => {
    const left = sayDaysLeft(one, suite, locale);
    const told = escapeMarkdown(`${caseName(one)} · ${knownLine(one, locale)}`);
    return `- ${knownMark} ${told}${left === undefined ? '' : ` · **${left}**`}`;
  });
  if (lines.length === 0) return [];
  return [
    `### ${locale.say('knownCases')}`,
    lines.join('\n'),
    ...leftOut(known.length - maxFailures, locale),
  ];
}

function coverageBlocks({ coverage }: SuiteRecord, { say, number, lang }: Locale): string[] {
  const groups = grouped(coverage.points, ({ id }) => placeOfPoint(id)?.group);
  const rows = [...groups].flatMap(
    ([group, points]: readonly [CoverageGroup | undefined, typeof coverage.points]) => {
      const open = points.filter(({ isCovered }) => !isCovered);
      const counts = `${number(points.length - open.length)}/${number(points.length)}`;
      return group
        ? [[coverageGroups[group][lang], counts, open.map(({ text }) => text[lang]).join('; ')]]
        : [];
    },
  );
  const heads = [
    [say('coveragePoint'), 'left'],
    [say('covered'), 'right'],
    [say('notCovered'), 'left'],
  ] as const;
  return rows.length > 0 ? [`### ${say('coverage')}`, table(heads, rows)] : [];
}

function changesBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const { say } = locale;
  const rows = changedRows(suite, locale).map(({ what, before, seen }) => [
    what,
    before || say('unsteady'),
    seen,
  ]);
  const heads = (['observedFact', 'before', 'seen'] as const).map((key) => [say(key), 'left'] as const);
  return rows.length > 0 ? [`### ${say('changesSince')}`, table(heads, rows)] : [];
}

function observedBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const { say } = locale;
  const rows = observedRows(suite, locale).filter(({ isChanged }) => !isChanged);
  const heads = (['observedFact', 'seen'] as const).map((key) => [say(key), 'left'] as const);
  const cells = rows.map(({ what, seen }) => [what, seen]);
  return rows.length > 0 ? [`### ${say('observed')}`, table(heads, cells)] : [];
}

function skipBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const { say, number } = locale;
  const skips = skipsOf(suite);
  if (skips.length === 0) return [];
  const heads = [[say('reason'), 'left'] as const, [say('cases'), 'right'] as const];
  const rows = skips
    .slice(0, maxFailures)
    .map(([reason, cases]) => [reason ?? say('noReason'), number(cases.length)]);
  return [`### ${say('skippedCases')}`, table(heads, rows), ...leftOut(skips.length - maxFailures, locale)];
}

/** The part of a summary that tells of the suites, in the order of the page. */
export function contractBlocks(suite: SuiteRecord, locale: Locale): string[] {
  return [
    `## ${locale.say('contract')}`,
    suitesTable(suite, locale),
    ...changesBlocks(suite, locale),
    ...failureBlocks(suite, locale),
    ...knownBlocks(suite, locale),
    ...skipBlocks(suite, locale),
    ...coverageBlocks(suite, locale),
    ...observedBlocks(suite, locale),
  ];
}
