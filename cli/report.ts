import { dirname } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { type RunRecord, readRecord } from '../contracts/record.ts';
import { writeReport } from '../reports/write.ts';
import type { Action } from './context.ts';
import { reportHistory } from './history.ts';
import { recordFolders } from './record-folders.ts';

function needed(kind: string): ToolkitError {
  const expected = {
    en: 'at most one record of each kind',
    zh: '每种记录至多一份',
  };
  return new ToolkitError('SETTING', { name: 'report', value: kind, expected });
}

/** `report`: HTML and Markdown from records, beside the first of them unless `--out` says where. */
export const action: Action = async (context) => {
  const { args, settings, flags, terminal } = context;
  if (flags.history !== undefined) return reportHistory(context);
  const [first] = args;
  if (first === undefined) throw needed('');
  const records = args.flatMap(recordFolders).map(readRecord);
  const of = <K extends RunRecord['kind']>(kind: K) => {
    const found = records.filter((record): record is Extract<RunRecord, { kind: K }> => record.kind === kind);
    if (found.length > 1) throw needed(`${found.length} × ${kind}`);
    return found[0];
  };
  const [suite, load, faults] = [of('suite'), of('load'), of('faults')];
  const folder = flags.out ? settings.out : first.endsWith('.json') ? dirname(first) : first;
  const files = writeReport(
    folder,
    { ...(suite && { suite }), ...(load && { load }), ...(faults && { faults }) },
    settings.lang,
  );
  terminal.print(flags.json ? JSON.stringify(files) : `${files.html}\n${files.markdown}`);
  return exitCodes.ok;
};
