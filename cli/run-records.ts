import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { readRecord } from '../contracts/record.ts';
import type { LeftOut } from '../reports/history/history.ts';
import { type Run, runOf } from '../reports/history/run.ts';

/** The records below a folder, and the folders that could not be looked into. */
interface Found {
  readonly files: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Every `record.json` below a folder. Links are not followed: they may lead anywhere, and in circles. */
export function findRecords(folder: string, root = folder): Found {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    const files = entries.filter((entry) => entry.isFile() && entry.name === 'record.json');
    const below = entries
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => findRecords(join(folder, name), root));
    return {
      files: [...files.map(({ name }) => join(folder, name)), ...below.flatMap((found) => found.files)],
      leftOut: below.flatMap((found) => found.leftOut),
    };
  } catch (error) {
    const why = new ToolkitError('FOLDER_UNREADABLE', { reason: reasonOf(error) });
    return { files: [], leftOut: [{ file: relative(root, folder) || folder, why }] };
  }
}

/** The page of the run that a record is of: beside it, or above it where a run has several parts; else the record. */
function pageOf(file: string): string {
  const folder = dirname(file);
  const above = ['suite', 'load'].includes(basename(folder)) ? [join(dirname(folder), 'index.html')] : [];
  return [join(folder, 'index.html'), ...above].find((page) => existsSync(page)) ?? file;
}

/** The way from a folder to a file, as a URL. */
function hrefTo(file: string, from: string): string {
  return relative(from, file).split(sep).map(encodeURIComponent).join('/');
}

/**
 * What history keeps of each record below a folder. What is no record, cannot be read, or is the record of a run that was
 * read already, is left out with the reason. `page` is the folder from which links lead to the runs.
 */
export function readRuns(
  folder: string,
  page: string,
  tell: (done: number, all: number) => void,
): { readonly runs: readonly Run[]; readonly leftOut: readonly LeftOut[] } {
  const { files, leftOut: unreadable } = findRecords(folder);
  const runs = new Map<string, { readonly run: Run; readonly file: string }>();
  const leftOut = [...unreadable];
  for (const [i, file] of files.entries()) {
    const name = relative(folder, file);
    tell(i, files.length);
    try {
      const run = runOf(readRecord(file), hrefTo(pageOf(file), page));
      const key = JSON.stringify([run.id, run.key]);
      const same = runs.get(key);
      if (same) throw new ToolkitError('RECORD_TWICE', { file: same.file });
      runs.set(key, { run, file: name });
    } catch (error) {
      const why =
        error instanceof ToolkitError
          ? error
          : new ToolkitError('RECORD_UNREADABLE', { file: name, reason: reasonOf(error) });
      leftOut.push({ file: name, why });
    }
  }
  return { runs: [...runs.values()].map(({ run }) => run), leftOut };
}
