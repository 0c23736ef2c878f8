import { existsSync, readFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import { exitCodes } from '../contracts/errors/entry.ts';
import { fill, type Text } from '../contracts/text.ts';
import type { Action } from './context.ts';
import { rebuilt } from './contract-folder.ts';

/** Lines of a diff that are shown; the rest says nothing new. */
const shownLines = 40;

const texts = {
  stale: {
    en: '{file} is stale: run `npm run contract -- build`.',
    zh: '{file} 已过期：请运行 `npm run contract -- build`。',
  },
  more: { en: '… and {count} more lines', zh: '……另有 {count} 行' },
  fresh: { en: '{count} generated files are up to date.', zh: '{count} 个生成的文件均为最新。' },
} as const satisfies Record<string, Text>;

function shortDiff(file: string, found: string, expected: string): string[] {
  const patch = createTwoFilesPatch(file, file, found, expected, undefined, undefined, { context: 1 });
  return patch.trimEnd().split('\n').slice(1);
}

/** `contract check`: builds in memory, and says what of the generated files differs from that. */
export const action: Action = async (context) => {
  const { terminal, settings } = context;
  const { files, exitCode } = await rebuilt(context);
  const stale = [...files].flatMap(([file, expected]) => {
    const found = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return found === expected ? [] : [{ file, lines: shortDiff(file, found, expected) }];
  });
  for (const { file, lines } of stale) {
    terminal.print(lines.slice(0, shownLines).join('\n'));
    const count = lines.length - shownLines;
    if (count > 0) terminal.say(fill(texts.more, settings.lang, { count }));
    terminal.say(fill(texts.stale, settings.lang, { file }));
  }
  if (stale.length > 0) return exitCodes.broken;
  if (exitCode === exitCodes.ok) terminal.say(fill(texts.fresh, settings.lang, { count: files.size }));
  return exitCode;
};
