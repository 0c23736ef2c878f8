import { Lexer } from 'marked';
import { type Label, labelOf } from './labels.ts';

/** A page as a flat list with the numbers of their lines: headings, labels, and what stands between them. */
export type Item = { readonly line: number; readonly source: string } & (
  | { readonly type: 'heading'; readonly depth: number; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'table'; readonly lines: readonly string[] }
  | { readonly type: 'text' }
  | ({ readonly type: 'label' } & Label)
);

/** Whether a line stands between the header and the rows of a table. */
export const isSeparator = (line = '') => line.includes('|') && /^[\s|:-]*-[\s|:-]*$/.test(line);

/** Labels, tables and other lines. For Markdown a label below a table, or a separator of another width, is text. */
function itemsIn(lines: readonly string[], firstLine: number): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const source = lines[index] ?? '';
    const line = firstLine + index;
    const label = labelOf(source);
    if (label) items.push({ type: 'label', line, source, ...label });
    else if (source.includes('|') && isSeparator(lines[index + 1])) {
      const end = lines.findIndex((row, at) => at > index && !row.includes('|'));
      const rows = lines.slice(index, end === -1 ? lines.length : end);
      items.push({ type: 'table', line, source: rows.join('\n'), lines: rows });
      index += rows.length - 1;
    } else if (source.trim() !== '') items.push({ type: 'text', line, source });
  }
  return items;
}

/** The items of a Markdown text; inline Markdown and the rows of tables are left as they stand. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  let at = 0;
  let line = 1;
  for (const token of new Lexer().blockTokens(text)) {
    const start = Math.max(at, text.indexOf(token.raw, at));
    line += text.slice(at, start).split('\n').length - 1;
    at = start;
    const source = token.raw.trimEnd();
    if (token.type === 'heading') {
      items.push({ type: 'heading', line, source, depth: Number(token.depth), text: String(token.text) });
    } else if (token.type === 'code' && token.codeBlockStyle !== 'indented') {
      items.push({ type: 'code', line, source, text: String(token.text) });
    } else if (token.type !== 'hr') items.push(...itemsIn(source.split('\n'), line));
  }
  return items;
}
