import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the records at a path: a run of several parts keeps each in a folder of its own. */
export function recordFolders(path: string): string[] {
  const parts = ['suite', 'load'].map((part) => join(path, part)).filter((part) => existsSync(part));
  return parts.length > 0 ? parts : [path];
}
