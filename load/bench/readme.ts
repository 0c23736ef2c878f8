import { readFileSync, writeFileSync } from 'node:fs';
import type { Lang } from '../../contracts/text.ts';

const files: Readonly<Record<Lang, string>> = { en: 'README.md', zh: 'README.zh-CN.md' };

/** The text with what stands between the marks of each name replaced; a name without marks is an error. */
export function replaceMarked(text: string, marked: Readonly<Record<string, string>>): string {
  return Object.entries(marked).reduce((whole, [name, inside]) => {
    const [begin, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
    const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`${begin} … ${end} is missing`);
    return `${whole.slice(0, from + begin.length)}\n${inside}\n${whole.slice(to)}`;
  }, text);
}

/** Puts results into the README of a language. */
export function writeReadme(lang: Lang, marked: Readonly<Record<string, string>>): void {
  const file = new URL(`../../${files[lang]}`, import.meta.url);
  writeFileSync(file, replaceMarked(readFileSync(file, 'utf8'), marked));
}
