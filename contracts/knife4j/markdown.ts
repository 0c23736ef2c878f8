import { Lexer } from 'marked';

/** A block of a Markdown page with the number of its first line. Text and tables keep their source lines. */
export type Block =
  | { readonly type: 'heading'; readonly line: number; readonly depth: number; readonly text: string }
  | {
      readonly type: 'code';
      readonly line: number;
      readonly raw: string;
      readonly text: string;
      readonly closed: boolean;
    }
  | { readonly type: 'table'; readonly line: number; readonly lines: readonly string[] }
  | { readonly type: 'text'; readonly line: number; readonly lines: readonly string[] };

const ignored = new Set(['space', 'hr']);

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** The blocks of a page in order; inline Markdown is left as it stands. */
export function blocksOf(source: string, firstLine = 1): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  let line = firstLine;
  for (const token of new Lexer().blockTokens(source)) {
    const found = source.indexOf(token.raw, at);
    const start = found === -1 ? at : found;
    line += countLines(source, at, start);
    if (token.type === 'heading') {
      blocks.push({ type: 'heading', line, depth: Number(token.depth), text: String(token.text) });
    } else if (token.type === 'code' && token.codeBlockStyle !== 'indented') {
      const raw = token.raw.trimEnd();
      const closed = /\n[ \t]*(```+|~~~+)$/.test(raw);
      blocks.push({ type: 'code', line, raw, text: String(token.text), closed });
    } else if (!ignored.has(token.type)) {
      const lines = token.raw.replace(/\n+$/, '').split('\n');
      blocks.push({ type: token.type === 'table' ? 'table' : 'text', line, lines });
    }
    const end = Math.min(source.length, start + token.raw.length);
    line += countLines(source, start, end);
    at = end;
  }
  return blocks;
}
