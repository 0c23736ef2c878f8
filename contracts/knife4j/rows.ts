import { cleanText, unquoted } from './clean.ts';
import { type Column, columnsOf, placeOf, requiredOf } from './columns.ts';
import type { Warn } from './warning.ts';

/** One row of a table with the rows nested under it. */
export interface Row {
  readonly line: number;
  readonly name: string;
  readonly description: string;
  readonly in: string;
  readonly required: boolean;
  readonly type: string;
  readonly schema: string;
  readonly code: string;
  /** Cut by an unescaped `|`: required, type and schema are lost. */
  readonly cut: boolean;
  readonly children: Row[];
}

const separator = /^[\s|:-]*-[\s|:-]*$/;
const placeText = /^[A-Za-z-]*$/;
const typeText = /^$|^[\p{L}_$[][\p{L}\p{N}\s_$.,«»<>()[\]-]*$/u;
const indent = /^(?:\s|\\?&emsp;|&nbsp;)*/;

/** Whether a line stands between the header and the rows of a table. */
export function isSeparator(line = ''): boolean {
  return line.includes('|') && separator.test(line);
}

function cellsOf(line: string): string[] {
  // An em space is indentation here; as a character it would be trimmed away.
  const inner = line
    .replaceAll('\u2003', '&emsp;')
    .trim()
    .replace(/^\s*\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

function levelOf(name: string): number {
  const pad = indent.exec(name)?.[0] ?? '';
  return Math.floor((pad.match(/&emsp;/g) ?? []).length / 2);
}

/** The cells under as many columns: those of a row too wide for its header are joined in the description. */
function fitted(cells: string[], columns: readonly (Column | undefined)[]): string[] {
  const surplus = cells.length - columns.length;
  const at = Math.max(0, columns.indexOf('description'));
  if (surplus <= 0) return cells;
  return [
    ...cells.slice(0, at),
    cells.slice(at, at + surplus + 1).join('|'),
    ...cells.slice(at + surplus + 1),
  ];
}

function rowOf(cells: string[], header: string[], columns: (Column | undefined)[], line: number): Row {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const extras = columns.flatMap((column, index) => {
    const text = cells[index] ?? '';
    return (column === 'note' || column === undefined) && text !== '' ? [`${header[index]}: ${text}`] : [];
  });
  const required = requiredOf(cell('required'));
  const [place, type, schema] = [cell('in'), unquoted(cell('type')), cleanText(cell('schema'))];
  const lost = type === '' && schema !== '' && columns.includes('type') && columns.includes('schema');
  const cut = required === undefined || lost || !placeText.test(place) || !typeText.test(type);
  const name = cleanText(cell('name').replace(indent, '')).replaceAll('**', '');
  return {
    line,
    name: unquoted(name),
    description: [cleanText(cell('description')), ...extras.map(cleanText)].filter(Boolean).join('\n'),
    in: cut && !placeOf(place) ? '' : place,
    required: required ?? false,
    type: cut ? '' : type,
    schema: cut ? '' : schema,
    code: cleanText(cell('code')),
    cut,
    children: [],
  };
}

/** The rows of a table, nested; columns are found by their header text. */
export function rowsOf(lines: readonly string[], firstLine: number, warn: Warn): Row[] {
  const header = cellsOf(lines[0] ?? '').map(cleanText);
  const columns = columnsOf(header);
  const isStatus = columns.includes('code');
  for (const [index, column] of columns.entries()) {
    if (!column && header[index]) warn(firstLine, 'columnUnknown', { column: header[index] });
  }
  const roots: Row[] = [];
  const open: { readonly level: number; readonly row: Row }[] = [];
  for (const [index, text] of lines.entries()) {
    if (index === 0 || separator.test(text) || text.trim() === '') continue;
    const line = firstLine + index;
    const cells = cellsOf(text);
    const row = rowOf(fitted(cells, columns), header, columns, line);
    const name = isStatus ? row.code : row.name;
    if (name === '' || !text.includes('|')) {
      warn(line, 'rowNotRead', { text: text.trim().slice(0, 80) });
      continue;
    }
    if (cells.length > columns.length) warn(line, 'rowTooWide', { name });
    if (row.cut && !isStatus) warn(line, 'rowCut', { name });
    const level = isStatus ? 0 : levelOf(cells[columns.indexOf('name')] ?? '');
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const parent = open.at(-1);
    if (level > (parent?.level ?? -1) + 1) warn(line, 'levelSkipped', { name });
    (parent?.row.children ?? roots).push(row);
    open.push({ level, row });
  }
  return roots;
}
