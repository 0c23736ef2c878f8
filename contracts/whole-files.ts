import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, ToolkitError } from './errors.ts';

/**
 * Writes texts into a folder by their file names, making it when it is missing: each of them whole, or not at all, since
 * it is written under another name first. Throws OUT_NOT_WRITABLE.
 */
export function writeWhole(folder: string, texts: ReadonlyMap<string, string>): void {
  const drafts = [...texts.keys()].map((name) => [join(folder, `.${name}.${process.pid}`), name] as const);
  try {
    mkdirSync(folder, { recursive: true });
    for (const [draft, name] of drafts) writeFileSync(draft, texts.get(name) ?? '');
    for (const [draft, name] of drafts) renameSync(draft, join(folder, name));
  } catch (error) {
    throw new ToolkitError('OUT_NOT_WRITABLE', { folder, reason: reasonOf(error) });
  } finally {
    for (const [draft] of drafts) if (existsSync(draft)) rmSync(draft);
  }
}
