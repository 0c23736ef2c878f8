import { type Column, columnsOf, requiredOf } from './columns.ts';
import { isSeparator } from './markdown.ts';
import type { Warn } from './warning.ts';
import { cleanText, unquoted } from './words.ts';

/** Nothing in any cell. The name of a row of statuses is its code; `cut`: an unescaped `|` took the last cells. */
const noCells = { name: '', description: '', in: '', type: '', schema: '', required: false, cut: false };

/** A row of a table with the rows nested under it. */
export type Row = Readonly<typeof noCells> & { readonly line: number; readonly children: Row[] };

/** What rows that no page has are made of. */
export const noRow: Row = { ...noCells, line: 1, children: [] };

const typeText = /^$|^[\p{L}_$[][\p{L}\p{N}\s_$.,«»<>()[\]-]*$/u;
const indent = /^(?:\s|\\?&emsp;|&nbsp;)*/;

function cellsOf(line: string): string[] {
  // An em space is indentation here; as a character it would be trimmed away.
  const bare = line.replaceAll('\u2003', '&emsp;').trim();
  const cells = bare.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/);
  return cells.map((cell) => cell.replaceAll('\\|', '|').trim());
}

function read(cells: string[], header: string[], columns: (Column | undefined)[]): typeof noCells {
  // The cells of a row too wide for its header are joined in the description.
  const at = Math.max(0, columns.indexOf('description'));
  const end = at + Math.max(1, cells.length - columns.length + 1);
  const fitted = [...cells.slice(0, at), cells.slice(at, end).join('|'), ...cells.slice(end)];
  const cell = (column: Column) => fitted[columns.indexOf(column)] ?? '';
  const notes = fitted.map((text, index) => {
    return (columns[index] ?? 'note') === 'note' && text !== '' ? `${header[index]}: ${text}` : '';
  });
  const required = requiredOf(cell('required').toLowerCase());
  const [type, schema] = [unquoted(cell('type')), cleanText(cell('schema'))];
  const isLost = columns.includes('type') && columns.includes('schema') && type === '' && schema !== '';
  const cut = !required || isLost || !/^[A-Za-z-]*$/.test(cell('in')) || !typeText.test(type);
  const name = columns.includes('code') ? cell('code') : cell('name').replace(indent, '');
  return {
    name: unquoted(cleanText(name).replaceAll('**', '')),
    description: [cell('description'), ...notes].map(cleanText).filter(Boolean).join('\n'),
    in: cell('in'),
    ...(cut ? { type: '', schema: '' } : { type, schema }),
    required: required === 'yes',
    cut,
  };
}

/** The rows of a table, nested; columns are found by their header text. */
export function rowsOf(lines: readonly string[], firstLine: number, warn: Warn): Row[] {
  const header = cellsOf(lines[0] ?? '').map(cleanText);
  const columns = columnsOf(header);
  const unknown = header.filter((column, index) => column !== '' && !columns[index]);
  for (const column of unknown) warn(firstLine, 'columnUnknown', { column });
  const roots: Row[] = [];
  const open: { readonly level: number; readonly row: Row }[] = [];
  for (const [index, text] of lines.entries()) {
    if (index === 0 || isSeparator(text)) continue;
    const cells = cellsOf(text);
    const row: Row = { ...read(cells, header, columns), line: firstLine + index, children: [] };
    const { name, line } = row;
    if (name === '') warn(line, 'leftOut', { text });
    if (name === '') continue;
    if (cells.length > columns.length) warn(line, 'rowTooWide', { name });
    if (row.cut) warn(line, 'rowCut', { name });
    const [pad = ''] = indent.exec(cells[columns.indexOf('name')] ?? '') ?? [];
    const level = Math.floor((pad.split('&emsp;').length - 1) / 2);
    while ((open.at(-1)?.level ?? -1) >= level) open.pop();
    const parent = open.at(-1);
    if (level > (parent?.level ?? -1) + 1) warn(line, 'levelSkipped', { name });
    (parent?.row.children ?? roots).push(row);
    open.push({ level, row });
  }
  return roots;
}
