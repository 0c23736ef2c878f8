import type { Capacity, LoadRecord } from '../../../contracts/record.ts';
import { probesTable, sayCapacity, sizesTable } from '../../capacity.ts';
import type { Locale } from '../../locale.ts';
import { escapeMarkdown, table } from '../../markdown-text.ts';
import { bestPoint, pointsOf } from '../../model.ts';
import { costNotes, costRows, sayCost } from '../../planning/cost.ts';
import { sayScalability, scalabilityNotes } from '../../planning/scalability.ts';
import { columnsOf, reasonsOf } from '../../point-columns.ts';

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
    ...costBlocks(load, locale),
  ];
}

/** The part of a summary that tells of load. */
export function loadBlocks(load: LoadRecord, locale: Locale): string[] {
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
