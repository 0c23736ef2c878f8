import { join } from 'node:path';
import type { Lang } from '../contracts/text.ts';
import { writeWhole } from '../contracts/whole-files.ts';
import { type Format, usualFormats } from './formats/formats.ts';
import type { Records } from './model.ts';

/** Where a report was written, by the names of its formats. */
export type ReportFiles = ReadonlyMap<string, string>;

/**
 * Writes a report into a folder, which is made when it is missing, in the formats that are asked for or the usual ones.
 * Throws OUT_NOT_WRITABLE, and then nothing is half-written.
 */
export function writeReport(
  folder: string,
  records: Records,
  lang: Lang,
  formats: readonly Format[] = usualFormats(records),
): ReportFiles {
  writeWhole(folder, new Map(formats.map(({ file, render }) => [file, render(records, lang)])));
  return new Map(formats.map(({ name, file }) => [name, join(folder, file)]));
}
