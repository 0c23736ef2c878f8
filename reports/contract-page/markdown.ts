import { describeFinding, ruleTitles } from '../../contracts/checks/registry.ts';
import type { Finding } from '../../contracts/finding.ts';
import type { Case, SuiteRecord } from '../../contracts/record.ts';
import { replayOf } from '../command.ts';
import { exchangeTitle } from '../exchange-block.ts';
import { escapeHtml } from '../html.ts';
import { elapsed, type Locale } from '../locale.ts';
import { escapeMarkdown, fenced, table } from '../markdown-text.ts';
import {
  type CaseCounts,
  countCases,
  countSuites,
  exchangesOf,
  otherProblem,
  skipsOf,
  statusColumns,
} from '../model.ts';
import { knownCases, knownLine, knownMark, sayDaysLeft } from './known-cases.ts';
import { observedRows } from './observed-rows.ts';

/** A CI summary holds a megabyte at most; the page has what is left out here. */
const maxCases = 20;
const maxCurlLength = 4000;

function suitesTable(suite: SuiteRecord, { say, number }: Locale): string {
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
      ...countSuites(suite).map(([name, counts]) => row(name, counts)),
      row(say('total'), countCases(suite.cases)),
    ],
  );
}

function findingLine(finding: Finding, { say, lang }: Locale): string {
  const title = ruleTitles.get(finding.rule)?.[lang] ?? finding.rule;
  const where = finding.at === '' ? say('wholeAnswer') : finding.at;
  return `- **${title}** (${finding.rule}) · ${escapeMarkdown(where)} · ${escapeMarkdown(describeFinding(finding, lang))}`;
}

function failedCase(one: Case, suite: SuiteRecord, locale: Locale): string {
  const [exchange] = exchangesOf(one, suite);
  const findings = one.findings.map((finding) => findingLine(finding, locale)).join('\n');
  const error = one.findings.length === 0 ? escapeMarkdown(one.error ?? '') : '';
  const other = otherProblem(one);
  const problem = other ? ` · ${locale.say(other)}` : '';
  const curl = exchange && exchange.curl.length <= maxCurlLength ? exchange.curl : undefined;
  const commands = [exchange && replayOf(suite, exchange), curl].filter((command) => command !== undefined);
  return [
    `<details><summary><b>${escapeHtml(one.title)}</b> · ${escapeHtml(one.suite)}${problem}</summary>`,
    findings || error,
    exchange ? escapeMarkdown(exchangeTitle(exchange, locale)) : '',
    ...commands.map(fenced),
    '</details>',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function knownBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const lines = knownCases(suite).map((one) => {
    const left = sayDaysLeft(one, suite, locale);
    const told = escapeMarkdown(`${one.suite} › ${one.title} · ${knownLine(one, locale)}`);
    return `- ${knownMark} ${told}${left === undefined ? '' : ` · **${left}**`}`;
  });
  return lines.length > 0 ? [`### ${locale.say('knownCases')}`, lines.join('\n')] : [];
}

function observedBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const { say } = locale;
  const rows = observedRows(suite, locale).map(({ what, seen, before, isChanged }) => [
    isChanged ? `${say('changed')} · ${what}` : what,
    seen,
    before,
  ]);
  const heads = (['observedFact', 'seen', 'before'] as const).map((key) => [say(key), 'left'] as const);
  return rows.length > 0 ? [`### ${say('observed')}`, table(heads, rows)] : [];
}

/** The part of a summary that tells of the suites. */
export function contractBlocks(suite: SuiteRecord, locale: Locale): string[] {
  const { say, number } = locale;
  const failed = suite.cases.filter(({ status }) => status === 'failed');
  const blocks = [`## ${say('contract')}`, suitesTable(suite, locale)];
  if (failed.length > 0) {
    blocks.push(`### ${say('failedCases')}`);
    blocks.push(...failed.slice(0, maxCases).map((one) => failedCase(one, suite, locale)));
  }
  if (failed.length > maxCases) blocks.push(say('more', { count: number(failed.length - maxCases) }));
  blocks.push(...knownBlocks(suite, locale));
  const skips = skipsOf(suite);
  if (skips.length > 0) {
    const heads = [[say('reason'), 'left'] as const, [say('cases'), 'right'] as const];
    const rows = skips.map(([reason, cases]) => [reason ?? say('noReason'), number(cases.length)]);
    blocks.push(`### ${say('skippedCases')}`, table(heads, rows));
  }
  blocks.push(...observedBlocks(suite, locale));
  return blocks;
}
