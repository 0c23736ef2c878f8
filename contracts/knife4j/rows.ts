import { type Column, columnsOf, requiredOf } from './columns.ts';
import { isSeparator } from './markdown.ts';
import type { Warn } from './warning.ts';
import { cleanText, unquoted } from './words.ts';

/** One row of a table with the rows nested under it. The name of a row of statuses is its code. */
export interface Row {
  readonly line: number;
  readonly name: string;
  readonly description: string;
  readonly in: string;
  readonly required: boolean;
  readonly type: string;
  readonly schema: string;
  /** Cut by an unescaped `|`: required, type and schema are lost. */
  readonly cut: boolean;
  readonly children: Row[];
}

const typeText = /^$|^[\p{L}_$[][\p{L}\p{N}\s_$.,«»<>()[\]-]*$/u;
const indent = /^(?:\s|\\?&emsp;|&nbsp;)*/;

function cellsOf(line: string): string[] {
  // An em space is indentation here; as a character it would be trimmed away.
  const bare = line
    .replaceAll('\u2003', '&emsp;')
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** The cells under as many columns: those of a row too wide for its header are joined in the description. */
function fitted(cells: string[], columns: readonly (Column | undefined)[]): string[] {
  const surplus = Math.max(0, cells.length - columns.length);
  const at = Math.max(0, columns.indexOf('description'));
  const end = at + surplus + 1;
  return [...cells.slice(0, at), cells.slice(at, end).join('|'), ...cells.slice(end)];
}

function rowOf(cells: string[], header: string[], columns: (Column | undefined)[], line: number): Row {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const notes = columns.flatMap((column, index) =>
    (column ?? 'note') === 'note' && cells[index] ? [cleanText(`${header[index]}: ${cells[index]}`)] : [],
  );
  const required = requiredOf(cell('required'));
  const [type, schema] = [unquoted(cell('type')), cleanText(cell('schema'))];
  const isLost = columns.includes('type') && columns.includes('schema') && type === '' && schema !== '';
  const cut = required === undefined || isLost || !/^[A-Za-z-]*$/.test(cell('in')) || !typeText.test(type);
  const name = columns.includes('code') ? cell('code') : cell('name').replace(indent, '');
  return {
    line,
    name: unquoted(cleanText(name).replaceAll('**', '')),
    description: [cleanText(cell('description')), ...notes].filter(Boolean).join('\n'),
    in: cell('in'),
    required: required ?? false,
    type: cut ? '' : type,
    schema: cut ? '' : schema,
    cut,
    children: [],
  };
}

/** The rows of a table, nested; columns are found by their header text. */
export function rowsOf(lines: readonly string[], firstLine: number, warn: Warn): Row[] {
  const header = cellsOf(lines[0] ?? '').map(cleanText);
  const columns = columnsOf(header);
  for (const [index, column] of header.entries()) {
    if (column !== '' && !columns[index]) warn(firstLine, 'columnUnknown', { column });
  }
  const roots: Row[] = [];
  const open: { readonly level: number; readonly row: Row }[] = [];
  for (const [index, text] of lines.entries()) {
    if (index === 0 || isSeparator(text)) continue;
    const line = firstLine + index;
    const cells = cellsOf(text);
    const row = rowOf(fitted(cells, columns), header, columns, line);
    const { name } = row;
    if (name === '') {
      warn(line, 'leftOut', { text: text.trim().slice(0, 60) });
      continue;
    }
    if (cells.length > columns.length) warn(line, 'rowTooWide', { name });
    if (row.cut) warn(line, 'rowCut', { name });
    const pad = indent.exec(cells[columns.indexOf('name')] ?? '')?.[0] ?? '';
    const level = Math.floor((pad.match(/&emsp;/g) ?? []).length / 2);
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const parent = open.at(-1);
    if (level > (parent?.level ?? -1) + 1) warn(line, 'levelSkipped', { name });
    (parent?.row.children ?? roots).push(row);
    open.push({ level, row });
  }
  return roots;
}
