import { dirname } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { type Format, formats } from '../reports/formats/formats.ts';
import { writeReport } from '../reports/write.ts';
import type { Action } from './context.ts';
import { joinedRecords } from './joined-records.ts';

const what = {
  en: 'the folder or the records of a run, or --history',
  zh: '一次运行的目录或记录，或 --history',
};

/** The formats of a comma-separated list, each once. Throws SETTING. */
function formatsNamed(list: string): Format[] {
  const names = formats.map(({ name }) => name).join(', ');
  return [...new Set(list.split(','))].map((name) => {
    const format = formats.find((known) => known.name === name.trim());
    if (format) return format;
    const expected = { en: `one or more of ${names}`, zh: `以下一种或多种：${names}` };
    throw new ToolkitError('SETTING', { name: '--format', value: name, expected });
  });
}

/** `report`: the files of a report from records, beside the first of them unless `--out` says where. */
export const reportFiles: Action = async ({ args, settings, flags, terminal }) => {
  const asked = textOf(flags, 'format');
  const chosen = asked === undefined ? undefined : formatsNamed(asked);
  const [first] = args;
  if (first === undefined) throw new ToolkitError('SETTING', { name: 'report', value: '', expected: what });
  const folder = flags.out ? settings.out : first.endsWith('.json') ? dirname(first) : first;
  const files = writeReport(folder, joinedRecords(args), settings.lang, chosen);
  terminal.print(flags.json ? JSON.stringify(Object.fromEntries(files)) : [...files.values()].join('\n'));
  return exitCodes.ok;
};
