import { dirname, relative } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { textOf } from '../contracts/flags.ts';
import { readRecord } from '../contracts/record.ts';
import { type Comparison, compareRecords, type Found } from '../reports/comparison/compare.ts';
import { type Condition, failedBy, parseConditions } from '../reports/comparison/gate.ts';
import { headlineOfComparison } from '../reports/comparison/headline.ts';
import { localeOf } from '../reports/locale.ts';
import type { Action, Context } from './context.ts';
import { recordFolders } from './record-folders.ts';

/** Writes the report of a comparison and prints what it came to; whether it passes the conditions. */
export async function concludeComparison(
  { settings, flags, terminal }: Context,
  folder: string,
  comparison: Comparison,
  conditions: readonly Condition[],
): Promise<boolean> {
  const failed = failedBy(comparison, conditions);
  const { writeComparison } = await import('../reports/comparison/write.ts');
  const page = writeComparison(folder, comparison, failed, settings.lang);
  const { title, details } = headlineOfComparison(comparison, localeOf(settings.lang), failed);
  const report = relative('', page);
  terminal.print(
    flags.json
      ? JSON.stringify({ title, failed, ...comparison, report }, null, 1)
      : [`${failed.length > 0 ? '✗ ' : ''}${title}`, ...details, report].join('\n'),
  );
  return failed.length === 0;
}

function foundAt(path: string): Found {
  return { path, records: recordFolders(path).map(readRecord) };
}

/** `compare`: two runs; the report goes beside the second one unless `--out` says where. */
export const action: Action = async (context) => {
  const { args, flags, settings } = context;
  const [base = '', head = ''] = args;
  const conditions = parseConditions(textOf(flags, 'failOn'));
  const comparison = compareRecords(foundAt(base), foundAt(head), flags.anyway === true);
  const folder = flags.out ? settings.out : head.endsWith('.json') ? dirname(head) : head;
  const passes = await concludeComparison(context, folder, comparison, conditions);
  return passes ? exitCodes.ok : exitCodes.threshold;
};
