import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import type { Imported, Page } from '../contracts/knife4j/import.ts';
import { textOf } from '../contracts/knife4j/warning.ts';
import type { Lang } from '../contracts/text.ts';

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

/** What an import could not read, one line each: pages first, then places in pages. */
export function sayOf({ refused, warnings }: Imported, lang: Lang): string[] {
  return [
    ...refused.map(({ file, reason }) => `${file}: ${reason[lang]}`),
    ...warnings.map((warning) => `${warning.file}:${warning.line}: ${textOf(warning)[lang]}`),
  ];
}
