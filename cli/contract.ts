import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../contracts/error-table.ts';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { type Imported, importPages, type Page } from '../contracts/knife4j/import.ts';
import { textOf as textOfWarning } from '../contracts/knife4j/warning.ts';
import { toYaml } from '../contracts/yaml.ts';
import { type Action, print, textOf } from './context.ts';

/** The Markdown files at a path: itself, or all below it. Throws PAGE_UNREADABLE. */
function pagesAt(path: string): Page[] {
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

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new ToolkitError('OUT_NOT_WRITABLE', { folder: file, reason: reasonOf(error) });
  }
}

function exitCodeOf({ document, warnings, refused }: Imported, strict: boolean): number {
  if (Object.keys(document.paths).length === 0) return exitCodes.usage;
  return refused.length > 0 || (strict && warnings.length > 0) ? exitCodes.broken : exitCodes.ok;
}

/** `contract import`: pages to an OpenAPI description, on stdout or into a file; what was not read, on stderr. */
export const action: Action = async ({ args, flags, settings, terminal }) => {
  const imported = importPages(args.flatMap(pagesAt));
  const { document, warnings, refused } = imported;
  for (const { file, reason } of refused) terminal.say(`${file}: ${reason[settings.lang]}`);
  for (const warning of warnings) {
    terminal.say(`${warning.file}:${warning.line}: ${textOfWarning(warning)[settings.lang]}`);
  }
  const target = textOf(flags, 'output');
  if (target !== undefined) write(target, toYaml(document));
  if (flags.json) print(JSON.stringify({ document, warnings, refused }, null, 1));
  else if (target === undefined) print(toYaml(document).trimEnd());
  return exitCodeOf(imported, Boolean(flags.strict));
};
