import { type Label, labelOf } from './labels.ts';
import { type Block, blocksOf } from './markdown.ts';
import { isSeparator } from './rows.ts';
import type { Warn } from './warning.ts';

/** A page as a flat list: headings, labels, and what stands between them. */
export type Item =
  | Exclude<Block, { type: 'text' }>
  | { readonly type: 'text'; readonly line: number; readonly text: string }
  | ({ readonly type: 'label'; readonly line: number } & Label);

const frontMatter = /^---\n(?:.*\n){0,200}?---(?:\n|$)/;

function textItems(lines: readonly string[], firstLine: number): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const text = lines[index] ?? '';
    const line = firstLine + index;
    const label = labelOf(text);
    const rows = text.includes('|') && isSeparator(lines[index + 1]) ? lines.slice(index) : [];
    if (label) items.push({ type: 'label', line, ...label });
    else if (rows.length > 0) {
      // For Markdown a separator of another width makes no table.
      const end = rows.findIndex((row) => !row.includes('|'));
      const table = end === -1 ? rows : rows.slice(0, end);
      items.push({ type: 'table', line, lines: table });
      index += table.length - 1;
    } else if (text.trim() !== '') items.push({ type: 'text', line, text });
  }
  return items;
}

/** A label right below a table belongs to it for Markdown; what follows such a label is read anew. */
function tableItems(block: { readonly line: number; readonly lines: readonly string[] }): Item[] {
  const { line, lines } = block;
  const at = lines.findIndex((text) => !text.includes('|') && labelOf(text));
  if (at === -1) return [{ type: 'table', line, lines }];
  const head = textItems(lines.slice(at, at + 1), line + at);
  const rest = itemsOfBlocks(blocksOf(lines.slice(at + 1).join('\n'), line + at + 1));
  return [{ type: 'table', line, lines: lines.slice(0, at) }, ...head, ...rest];
}

function itemsOfBlocks(blocks: readonly Block[]): Item[] {
  return blocks.flatMap((block): Item[] => {
    if (block.type === 'text') return textItems(block.lines, block.line);
    return block.type === 'table' ? tableItems(block) : [block];
  });
}

/** The items of a page's text. */
export function itemsOf(text: string, warn: Warn): Item[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const matter = frontMatter.exec(source)?.[0] ?? '';
  if (matter !== '') warn(1, 'frontMatter');
  const items = itemsOfBlocks(
    blocksOf('\n'.repeat(matter.split('\n').length - 1) + source.slice(matter.length)),
  );
  for (const item of items) if (item.type === 'code' && !item.closed) warn(item.line, 'fenceOpen');
  return items;
}

/** The source of an item, for texts that hold whole blocks. */
export function sourceOf(item: Item): string {
  if (item.type === 'table') return item.lines.join('\n');
  if (item.type === 'code') return item.raw;
  return item.type === 'label' ? `**${item.label}** ${item.value}`.trim() : item.text;
}
