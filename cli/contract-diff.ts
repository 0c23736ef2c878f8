import { readFileSync, statSync } from 'node:fs';
import type { Change } from '../contracts/diff/change.ts';
import { type ChangeClass, changeClasses } from '../contracts/diff/classes.ts';
import { compareContracts } from '../contracts/diff/compare.ts';
import type { JsonObject } from '../contracts/diff/json.ts';
import { readDescription, readPages } from '../contracts/diff/read.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import type { Action, Context } from './context.ts';
import { pagesAt, sayWhatWasNotRead } from './pages.ts';

const classTexts: Readonly<Record<ChangeClass, Text>> = {
  'breaking for callers': { en: 'breaking for callers', zh: '破坏调用方' },
  'breaking for the service': { en: 'breaking for the service', zh: '破坏服务方' },
  compatible: { en: 'compatible', zh: '兼容' },
  'text only': { en: 'text only', zh: '仅文字' },
};

const noChanges: Text = { en: 'The two contracts say the same.', zh: '两份契约内容相同。' };
const countText: Text = { en: '{count} changes: {parts}', zh: '共 {count} 处变更：{parts}' };

/** What `--fail-on` takes, and the classes it stands for. */
const failures = new Map<string, readonly ChangeClass[]>([
  ['breaking', ['breaking for callers', 'breaking for the service']],
  ['callers', ['breaking for callers']],
  ['service', ['breaking for the service']],
  ['any', changeClasses],
]);

function failuresOf(value: string | undefined): readonly ChangeClass[] {
  if (value === undefined) return [];
  const classes = failures.get(value);
  if (classes) return classes;
  const names = [...failures.keys()].join(', ');
  const expected = { en: `one of ${names}`, zh: `其中之一：${names}` };
  throw new ToolkitError('SETTING', { name: '--fail-on', value, expected });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function textAt(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ToolkitError('CONTRACT_UNREADABLE', { file, reason: reasonOf(error) });
  }
}

/** The contract at a path. Throws PAGE_UNREADABLE and what the readers throw. */
function contractAt(path: string, context: Context): JsonObject {
  if (!isFolder(path) && !path.endsWith('.md')) return readDescription({ file: path, text: textAt(path) });
  const { document, imported } = readPages(path, pagesAt(path));
  sayWhatWasNotRead(imported, context);
  return document;
}

function countsOf(changes: readonly Change[]): Record<ChangeClass, number> {
  const counts = { 'breaking for callers': 0, 'breaking for the service': 0, compatible: 0, 'text only': 0 };
  for (const one of changes) counts[one.class] += 1;
  return counts;
}

function summary(counts: Readonly<Record<ChangeClass, number>>, lang: Lang): string {
  const found = changeClasses.filter((name) => counts[name] > 0);
  if (found.length === 0) return noChanges[lang];
  const count = found.reduce((sum, name) => sum + counts[name], 0);
  const parts = found
    .map((name) => `${counts[name]} ${classTexts[name][lang]}`)
    .join({ en: ', ', zh: '，' }[lang]);
  return fill(countText, lang, { count, parts });
}

/** `contract diff`: what changed from one edition of a contract to the next, and whom it breaks. */
export const action: Action = async (context) => {
  const { args, flags, settings, terminal } = context;
  const { lang } = settings;
  const failing = failuresOf(textOf(flags, 'failOn'));
  const [old = '', now = ''] = args;
  const changes = compareContracts(contractAt(old, context), contractAt(now, context));
  const counts = countsOf(changes);
  if (flags.json) terminal.print(JSON.stringify({ changes, counts }, null, 1));
  else
    for (const one of changes)
      terminal.print(`${classTexts[one.class][lang]}  ${one.pointer}  ${one.text[lang]}`);
  terminal.say(summary(counts, lang));
  return changes.some((one) => failing.includes(one.class)) ? exitCodes.threshold : exitCodes.ok;
};
