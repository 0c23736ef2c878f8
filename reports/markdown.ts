import { describeFinding, ruleTitles } from '../contracts/checks/registry.ts';
import type { Finding } from '../contracts/finding.ts';
import type { Capacity, Case, FaultsRecord, LoadRecord, SuiteRecord } from '../contracts/record.ts';
import type { Lang } from '../contracts/text.ts';
import { probesTable, sayCapacity, sizesTable } from './capacity.ts';
import { replayOf } from './command.ts';
import { exchangeTitle } from './exchange-block.ts';
import { headlineOf } from './headline.ts';
import { escapeHtml } from './html.ts';
import { knownCases, knownLine, knownMark, sayDaysLeft } from './known-cases.ts';
import { elapsed, type Locale, localeOf } from './locale.ts';
import {
  bestPoint,
  type CaseCounts,
  countCases,
  countSuites,
  exchangesOf,
  otherProblem,
  pointsOf,
  type Records,
  skipsOf,
  statusColumns,
  verdictMarks,
} from './model.ts';
import { observedRows } from './observed-rows.ts';
import { costNotes, costRows, sayCost } from './planning/cost.ts';
import { sayScalability, scalabilityNotes } from './planning/scalability.ts';
import { columnsOf, reasonsOf } from './point-columns.ts';
import { commandsOf, runRows } from './run-rows.ts';

/** A CI summary holds a megabyte at most; the page has what is left out here. */
const maxCases = 20;
const maxCurlLength = 4000;

/** Makes text safe as Markdown on one line, in a table too. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*[\]|~]/g, '\\$&')
    .replace(/(?<!\w)_|_(?!\w)/g, '\\_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s*[\r\n]+\s*/g, ' ');
}

type Align = 'left' | 'right';

function table(heads: readonly (readonly [string, Align])[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads.map(([head]) => escapeMarkdown(head))),
    line(heads.map(([, align]) => (align === 'right' ? '--:' : ':--'))),
    ...rows.map((cells) => line(cells.map(escapeMarkdown))),
  ].join('\n');
}

/** A fence longer than any run of backticks inside. */
function fenced(text: string): string {
  const runs = text.match(/`+/g)?.map(({ length }) => length) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
  return `${fence}sh\n${text}\n${fence}`;
}

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

function contractBlocks(suite: SuiteRecord, locale: Locale): string[] {
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

function costBlocks(load: LoadRecord, locale: Locale): string[] {
  const notes = costNotes(load, locale).map(escapeMarkdown);
  if (notes.length === 0) return [];
  const heading = `### ${locale.say('costOfCall')}`;
  if (!load.cost) return [heading, ...notes];
  const { heads, rows } = costRows(load, locale);
  const measured = table(
    heads.map((head) => [head, 'right']),
    rows,
  );
  return [heading, escapeMarkdown(sayCost(load.cost, locale)), measured, notes.join(' ')];
}

function scalabilityBlocks(load: LoadRecord, locale: Locale): string[] {
  const notes = scalabilityNotes(load, locale).map(escapeMarkdown);
  if (notes.length === 0) return [];
  const { scalability } = load;
  const sentence = scalability ? [escapeMarkdown(sayScalability(scalability, locale))] : [];
  return [`### ${locale.say('scalability')}`, ...sentence, notes.join(' ')];
}

function capacityBlocks(load: LoadRecord, capacity: Capacity, locale: Locale): string[] {
  const tables = [sizesTable(capacity, locale), probesTable(capacity, load, locale)];
  return [
    `## ${locale.say('capacity')}`,
    escapeMarkdown(sayCapacity(capacity, locale)),
    ...tables.flatMap(({ caption, heads, rows }) => [
      `### ${caption}`,
      table(
        heads.map((head) => [head, 'left']),
        rows,
      ),
    ]),
  ];
}

function loadBlocks(load: LoadRecord, locale: Locale): string[] {
  if (load.capacity) return capacityBlocks(load, load.capacity, locale);
  const points = pointsOf(load);
  const columns = columnsOf(points, bestPoint(load), locale);
  const heads = columns.map(({ heading, kind }) => [heading, kind === 'number' ? 'right' : 'left'] as const);
  const rows = points.map((point) => columns.map(({ cell }) => cell(point)));
  const reasons = reasonsOf(points, locale).map((reason) => `- ${escapeMarkdown(reason)}`);
  return [
    `## ${locale.say('load')}`,
    ...(reasons.length > 0 ? [reasons.join('\n')] : []),
    points.length > 0 ? table(heads, rows) : locale.say('noPoints'),
    ...costBlocks(load, locale),
    ...scalabilityBlocks(load, locale),
  ];
}

function faultsBlocks({ rows }: FaultsRecord, { say, number, lang }: Locale): string[] {
  const heads = [
    [say('fault'), 'left'],
    [say('verdict'), 'left'],
    [say('rule'), 'left'],
    [say('cases'), 'right'],
    [say('requests'), 'right'],
  ] as const;
  const cells = rows.map(({ name, text, verdict, rule = '', by, requests }) => [
    `${name}: ${text[lang]}`,
    say(verdict),
    rule,
    number(by.length),
    number(requests),
  ]);
  return [`## ${say('faults')}`, table(heads, cells)];
}

/** The decision and what it rests on as Markdown, for the summary of a CI step. */
export function renderMarkdown(records: Records, lang: Lang): string {
  const locale = localeOf(lang);
  const { verdict, title, capacity, details } = headlineOf(records, locale);
  const facts = runRows(records, locale).map(({ label, values }) => {
    const value = escapeMarkdown([...new Set(values)].filter(Boolean).join(' · '));
    return `- ${locale.say('labelled', { label, value })}`;
  });
  const blocks = [
    `# ${verdictMarks[verdict]} ${title}`,
    ...(capacity === undefined ? [] : [`**${capacity}**`]),
    ...(details.length > 0 ? [details.map((detail) => `- ${escapeMarkdown(detail)}`).join('\n')] : []),
    ...(records.suite ? contractBlocks(records.suite, locale) : []),
    ...(records.load ? loadBlocks(records.load, locale) : []),
    ...(records.faults ? faultsBlocks(records.faults, locale) : []),
    `## ${locale.say('run')}`,
    fenced(commandsOf(records).join('\n')),
    facts.join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}
