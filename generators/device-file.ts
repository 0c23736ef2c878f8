import { readFileSync } from 'node:fs';
import { type Device, type Origin, pairKey } from '../contracts/batch.ts';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';
import { isRecord } from '../contracts/json.ts';
import { deviceRows, excerpt, type Row } from './device-rows.ts';

const mostProblemsShown = 20;

/** Reads the devices of a CSV, JSON or NDJSON file. Throws DEVICE_FILE_MISSING, DEVICE_FILE or POOL_EMPTY. */
export function readDeviceFile(path: string, origin: Origin = 'own'): Device[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ToolkitError('DEVICE_FILE_MISSING', { file: path, reason: reasonOf(error) });
  }
  return parseDevices(text, path, origin);
}

/** The devices of a file's text; its content, not its name, tells the format. Throws DEVICE_FILE or POOL_EMPTY. */
export function parseDevices(text: string, fileName: string, origin: Origin = 'own'): Device[] {
  const devices: Device[] = [];
  const problems: ToolkitError[] = [];
  const firstLines = new Map<string, number>();
  for (const row of deviceRows(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))) {
    const read = readRow(row, firstLines);
    if (Array.isArray(read)) problems.push(...read);
    else devices.push(read);
  }
  if (problems.length > 0) {
    throw new ToolkitError('DEVICE_FILE', { file: fileName, count: problems.length }, shown(problems));
  }
  if (devices.length === 0) throw new ToolkitError('POOL_EMPTY', { origin });
  return devices;
}

function shown(problems: readonly ToolkitError[]): readonly ToolkitError[] {
  const count = problems.length - mostProblemsShown;
  if (count <= 0) return problems;
  return [...problems.slice(0, mostProblemsShown), new ToolkitError('DEVICE_LINES_MORE', { count })];
}

/** The device on a row, or everything that is wrong with it. */
function readRow(row: Row, firstLines: Map<string, number>): Device | ToolkitError[] {
  if (row instanceof ToolkitError) return [row];
  const { line, value } = row;
  if (!isRecord(value)) {
    return [new ToolkitError('DEVICE_LINE_OBJECT', { line, found: excerpt(JSON.stringify(value)) })];
  }
  const pk = readKey(line, 'pk', value.pk);
  const dk = readKey(line, 'dk', value.dk);
  if (typeof pk !== 'string' || typeof dk !== 'string') {
    return [pk, dk].filter((key) => key instanceof ToolkitError);
  }
  const pair = pairKey({ pk, dk });
  const first = firstLines.get(pair);
  if (first !== undefined) return [new ToolkitError('DEVICE_LINE_DUPLICATE', { line, first, pk, dk })];
  firstLines.set(pair, line);
  return { pk, dk };
}

/** What a spreadsheet makes of an IMEI: `8.61E+14`. */
const scientific = /^\d(\.\d+)?E\+\d+$/i;

function readKey(line: number, field: string, value: unknown): string | ToolkitError {
  if (value === undefined || value === null) return new ToolkitError('DEVICE_LINE_EMPTY', { line, field });
  if (typeof value !== 'string') {
    return new ToolkitError('DEVICE_LINE_TYPE', { line, field, found: excerpt(JSON.stringify(value)) });
  }
  if (value.trim() === '') return new ToolkitError('DEVICE_LINE_EMPTY', { line, field });
  if (scientific.test(value)) return new ToolkitError('DEVICE_LINE_ROUNDED', { line, field, found: value });
  return value;
}
