import { relative } from 'node:path';
import { mergeShards } from '../contracts/merge.ts';
import { readRecord, writeRecord } from '../contracts/record.ts';
import { type Action, inNewRun } from './context.ts';
import { conclude } from './outcome.ts';
import { recordFiles } from './record-folders.ts';
import { exitCodeOf } from './suite.ts';

/** The records at a path, or the path itself, which then cannot be read. */
function filesAt(path: string): string[] {
  const files = recordFiles(path);
  return files.length > 0 ? files : [path];
}

/** `merge`: the records of shards as one, in a run folder of its own, with the report and the exit code of one run. */
export const action: Action = (context) => {
  const files = context.args.flatMap(filesAt).map((file) => relative('', file));
  const records = [...new Set(files)].map((file) => ({ file, record: readRecord(file) }));
  const merged = mergeShards(records);
  return inNewRun({ out: context.settings.out, seed: merged.seed }, ({ id, folder }) => {
    const suite = { ...merged, id };
    writeRecord(folder, suite);
    return conclude(context, folder, { suite }, exitCodeOf(suite));
  });
};
