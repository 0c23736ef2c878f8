import type { Capacity, FaultsRecord, LoadRecord } from '../contracts/record.ts';
import type { Lang } from '../contracts/text.ts';
import { probesTable, sayCapacity, sizesTable } from './capacity.ts';
import { contractBlocks } from './contract-page/markdown.ts';
import { headlineOf } from './headline.ts';
import { type Locale, localeOf } from './locale.ts';
import { escapeMarkdown, fenced, table } from './markdown-text.ts';
import { bestPoint, pointsOf, type Records, verdictMarks } from './model.ts';
import { costNotes, costRows, sayCost } from './planning/cost.ts';
import { sayScalability, scalabilityNotes } from './planning/scalability.ts';
import { columnsOf, reasonsOf } from './point-columns.ts';
import { commandsOf, runRows } from './run-rows.ts';

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
