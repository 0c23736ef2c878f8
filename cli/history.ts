import { statSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { writeWhole } from '../contracts/whole-files.ts';
import { historyData } from '../reports/history/data.ts';
import { historyOf } from '../reports/history/history.ts';
import { historyMarkdown } from '../reports/history/markdown.ts';
import { renderHistory } from '../reports/history/page.ts';
import { openingOf } from '../reports/history/sentence.ts';
import { localeOf } from '../reports/locale.ts';
import type { Action, Context } from './context.ts';
import { readRuns } from './run-records.ts';

/** The terminal hears of every so many records. */
const toldEvery = 20;

function folderOf({ flags, args }: Context): string {
  const folder = textOf(flags, 'history') ?? '';
  const [extra] = args;
  if (extra !== undefined) {
    const expected = { en: 'one folder and nothing else', zh: '一个目录，且没有其他参数' };
    throw new ToolkitError('SETTING', { name: '--history', value: extra, expected });
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new ToolkitError('HISTORY_FOLDER', { folder });
  return folder;
}

/** `report --history <folder>`: all runs below a folder over time, in that folder unless `--out` says where. */
export const reportHistory: Action = async (context) => {
  const { settings, flags, terminal } = context;
  const { lang } = settings;
  const locale = localeOf(lang);
  const folder = folderOf(context);
  const out = flags.out ? settings.out : folder;
  const { runs, leftOut } = readRuns(folder, out, (done, all) => {
    if (done % toldEvery === 0) terminal.status(locale.say('historyReading', { done, all }));
  });
  if (runs.length === 0) {
    throw new ToolkitError(
      'HISTORY_EMPTY',
      { folder, count: leftOut.length },
      leftOut.slice(0, 10).map(({ why }) => why),
    );
  }
  const history = historyOf(runs, leftOut);
  const texts = new Map([
    ['history.html', renderHistory(history, folder, lang)],
    ['history.md', historyMarkdown(history, folder, lang)],
  ]);
  writeWhole(out, texts);
  const files = [...texts.keys()].map((name) => join(out, name));
  const { title } = openingOf(history, locale);
  terminal.print(
    flags.json ? JSON.stringify({ files, ...historyData(history) }) : [title, ...files].join('\n'),
  );
  return exitCodes.ok;
};
