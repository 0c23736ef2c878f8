import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ToolkitError } from '../contracts/errors.ts';
import { readRecord, type SuiteRecord } from '../contracts/record.ts';

/** The folders of the records at a path: a run of several parts keeps each in a folder of its own. */
export function recordFolders(path: string): string[] {
  const parts = ['suite', 'load'].map((part) => join(path, part)).filter((part) => existsSync(part));
  return parts.length > 0 ? parts : [path];
}

/** The records of the suites at a path. Throws RECORD_UNREADABLE, NO_SUITE_RECORD. */
export function suiteRecordsAt(path: string): SuiteRecord[] {
  const suites = recordFolders(path)
    .map(readRecord)
    .filter((record) => record.kind === 'suite');
  if (suites.length === 0) throw new ToolkitError('NO_SUITE_RECORD', { file: path });
  return suites;
}

/** Every record at a path, however deep: a record itself, or those of all runs below a folder. */
export function recordFiles(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => basename(name) === 'record.json')
    .sort()
    .map((name) => join(path, name));
}
