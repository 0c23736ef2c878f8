import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { entries } from './commands.ts';
import { buildProgram } from './program.ts';

/** The help text of each command, by its path. */
function helps(command: Command, path = ''): [string, string][] {
  const parts: string[] = [];
  command.configureOutput({ writeOut: (part) => parts.push(part) }).outputHelp();
  const below = command.commands.flatMap((child) => helps(child, `${path} ${child.name()}`.trim()));
  return [[path, parts.join('')], ...below];
}

test.each(['en', 'zh'] as const)('every command has a help text with an example, in %s', (lang) => {
  const texts = helps(buildProgram(lang, () => Promise.resolve(), process));
  expect(texts.map(([path]) => path)).toEqual(expect.arrayContaining(Object.keys(entries)));
  expect(texts.length).toBe(Object.keys(entries).length + 3);
  const heading = lang === 'en' ? 'Examples' : '示例';
  for (const [, text] of texts) expect(text).toMatch(new RegExp(`${heading}:\\n {2}npm`));
});
