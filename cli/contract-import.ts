import { writeFileSync } from 'node:fs';
import { exitCodes } from '../contracts/errors/entry.ts';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { type Imported, importPages } from '../contracts/knife4j/import.ts';
import { toYaml } from '../contracts/yaml.ts';
import type { Action } from './context.ts';
import { pagesAt, sayWhatWasNotRead } from './pages.ts';

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
  sayWhatWasNotRead(imported, { settings, terminal });
  const target = textOf(flags, 'output');
  if (target !== undefined) write(target, toYaml(document));
  if (flags.json) terminal.print(JSON.stringify({ document, warnings, refused }, null, 1));
  else if (target === undefined) terminal.print(toYaml(document).trimEnd());
  return exitCodeOf(imported, Boolean(flags.strict));
};
