import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import type { Imported, Page } from '../contracts/knife4j/import.ts';
import { textOf } from '../contracts/knife4j/warning.ts';
import type { Context } from './context.ts';

/** The Markdown files at a path: itself, or all below it. Throws PAGE_UNREADABLE. */
export function pagesAt(path: string): Page[] {
  try {
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.md'))
          .sort()
          .map((name) => join(path, name))
      : [path];
    return files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  } catch (error) {
    throw new ToolkitError('PAGE_UNREADABLE', { file: path, reason: reasonOf(error) });
  }
}

/** Says which pages were refused, and what could not be read in the others. */
export function sayWhatWasNotRead(
  { refused, warnings }: Pick<Imported, 'refused' | 'warnings'>,
  { terminal, settings }: Pick<Context, 'terminal' | 'settings'>,
): void {
  for (const { file, reason } of refused) terminal.say(`${file}: ${reason[settings.lang]}`);
  for (const warning of warnings) {
    terminal.say(`${warning.file}:${warning.line}: ${textOf(warning)[settings.lang]}`);
  }
}
