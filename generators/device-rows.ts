import { type CsvError, parse } from 'csv-parse/sync';
import { reasonOf, ToolkitError } from '../contracts/errors.ts';

/** What stands on a line of a device file, or why that line cannot be read. */
export type Row = { readonly line: number; readonly value: unknown } | ToolkitError;

/** Splits a file by what it begins with: `[` a JSON array, `{` NDJSON, anything else CSV. Lines end in `\n`. */
export function deviceRows(text: string): Row[] {
  const first = text.trimStart()[0];
  if (first === '[') return arrayRows(text);
  return first === '{' ? ndjsonRows(text) : csvRows(text);
}

/** As much of a bad value as a message can hold. */
export function excerpt(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function csvRows(text: string): Row[] {
  const [header, ...records] = csvRecords(text);
  if (header instanceof ToolkitError) return [header];
  const { line, cells: columns } = header ?? { line: 1, cells: [] };
  if (['pk', 'dk'].some((key) => columns.filter((column) => column === key).length !== 1)) {
    return [new ToolkitError('DEVICE_LINE_HEADER', { line, found: excerpt(columns.join(',')) })];
  }
  const pk = columns.indexOf('pk');
  const dk = columns.indexOf('dk');
  return records.map((record) => {
    if (record instanceof ToolkitError) return record;
    const { line, cells } = record;
    return cells.length === columns.length
      ? { line, value: { pk: cells[pk], dk: cells[dk] } }
      : new ToolkitError('DEVICE_LINE_CELLS', { line, found: cells.length, expected: columns.length });
  });
}

function csvRecords(text: string): ({ line: number; cells: string[] } | ToolkitError)[] {
  const records: ReturnType<typeof csvRecords> = [];
  let lastLine = 0;
  const onError = (error: CsvError | undefined): undefined => {
    // A quote left open swallows the rest of the file; the line to look at is where that began.
    lastLine = error?.code === 'CSV_QUOTE_NOT_CLOSED' ? lastLine + 1 : Number(error?.lines);
    records.push(new ToolkitError('DEVICE_LINE_CSV', { line: lastLine, reason: reasonOf(error) }));
  };
  parse(text, {
    record_delimiter: '\n',
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    on_skip: onError,
    on_record: (cells, { lines }) => {
      lastLine = lines;
      records.push({ line: lines, cells });
      return null;
    },
  });
  return records;
}

function ndjsonRows(text: string): Row[] {
  const lines = text.split('\n').map((json, before) => ({ line: before + 1, json }));
  return lines.filter(({ json }) => json.trim() !== '').map(jsonRow);
}

function arrayRows(text: string): Row[] {
  const rows = arrayItems(text).map(jsonRow);
  if (rows.some((row) => row instanceof ToolkitError)) return rows;
  // The items are sound; what is left to go wrong is the array around them, and that shows at its end.
  const whole = jsonRow({ line: text.trimEnd().split('\n').length, json: text });
  return whole instanceof ToolkitError ? [...rows, whole] : rows;
}

interface Json {
  readonly line: number;
  readonly json: string;
}

function jsonRow({ line, json }: Json): Row {
  try {
    return { line, value: JSON.parse(json) };
  } catch (error) {
    // The position counts from the start of this item, which is nothing a person can use.
    const reason = reasonOf(error).replace(/( in JSON)? at position .*/s, '');
    return new ToolkitError('DEVICE_LINE_JSON', { line, reason });
  }
}

/** A line end, a bracket or comma, a string (closed or not), anything else without white space. */
const jsonToken = /\n|[[\]{},]|"(?:\\.|[^"\\\n])*"?|[^\s"[\]{},]+/g;

/** The items of a JSON array, each with the line it begins on; `JSON.parse` knows no lines. */
function arrayItems(text: string): Json[] {
  const items: Json[] = [];
  let line = 1;
  let depth = 0;
  let item: { line: number; start: number } | undefined;
  const endItem = (end: number) => {
    items.push(item ? { line: item.line, json: text.slice(item.start, end) } : { line, json: '' });
    item = undefined;
  };
  for (const { 0: token, index } of text.matchAll(jsonToken)) {
    const closes = token === ']' || token === '}';
    if (token === '\n') line++;
    else if (depth === 1 && token === ',') endItem(index);
    else if (depth === 1 && closes) {
      if (item || items.length > 0) endItem(index);
      depth = 0;
    } else {
      if (depth > 0) item ??= { line, start: index };
      if (token === '[' || token === '{') depth++;
      else if (closes) depth--;
    }
  }
  if (item) endItem(text.length);
  return items;
}
