import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import type { Action } from './context.ts';
import { rebuilt } from './contract-folder.ts';

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** `contract build`: makes the generated files of a contract folder, and prints the names of those that changed. */
export const action: Action = async (context) => {
  const { files, exitCode } = await rebuilt(context);
  for (const [file, content] of files) {
    if (contentOf(file) === content) continue;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    } catch (error) {
      throw new ToolkitError('OUT_NOT_WRITABLE', { folder: file, reason: reasonOf(error) });
    }
    context.terminal.print(file);
  }
  return exitCode;
};
