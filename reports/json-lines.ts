import { readJson } from '../contracts/json.ts';
import { tokensOf } from '../contracts/json-text.ts';

/** A part of a line; `isMarked` where it shows a value that was asked for. */
export interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A line of JSON as it is shown. */
export interface Line {
  readonly depth: number;
  readonly parts: readonly Part[];
}

/** Characters of one string that a line shows. */
const maxTokenLength = 240;

/** Characters up to which a list or an object that holds no other stands on one line. */
const maxInlineLength = 160;

/** Characters of a text that are worth the work. */
const maxLength = 500_000;

/** The places of the lists and objects that stand on one line. */
function inlineOf(text: string): Set<string> {
  const inline = new Set<string>();
  const open: { hasInner: boolean; length: number }[] = [];
  for (const { kind, at, text: piece } of tokensOf(text)) {
    for (const container of open.slice(-1)) container.length += piece.length;
    if (kind === 'open') {
      for (const outer of open.slice(-1)) outer.hasInner = true;
      open.push({ hasInner: false, length: 0 });
    } else if (kind === 'close') {
      const closed = open.pop();
      if (closed && !closed.hasInner && closed.length <= maxInlineLength) inline.add(at);
    }
  }
  return inline;
}

function shortened(piece: string): string {
  const rest = piece.length - maxTokenLength;
  return rest > 0 ? `${piece.slice(0, maxTokenLength)}… (+${rest})` : piece;
}

/** Lines under construction. */
class Lines {
  readonly all: { depth: number; parts: Part[] }[] = [{ depth: 0, parts: [] }];

  add(text: string, isMarked: boolean): void {
    const parts = this.all.at(-1)?.parts;
    const last = parts?.at(-1);
    if (last?.isMarked === isMarked) parts?.splice(-1, 1, { text: last.text + text, isMarked });
    else parts?.push({ text, isMarked });
  }

  break(depth: number): void {
    this.all.push({ depth, parts: [] });
  }
}

/**
 * A text that is JSON, a line for each member of its larger lists and objects, tokens as they are written.
 * The values at the pointers are marked: whole ones where they stand on one line, else their first line.
 * `undefined` where the text is no JSON, or too long.
 */
export function jsonLines(text: string, pointers: readonly string[]): readonly Line[] | undefined {
  if (text.length > maxLength || readJson(text) === undefined) return undefined;
  const wanted = new Set(pointers.filter((pointer) => pointer !== ''));
  const inline = inlineOf(text);
  const lines = new Lines();
  /** Around the token: which list or object is on one line, which is marked. */
  const around: { isInline: boolean; isMarked: boolean }[] = [];
  for (const { kind, at, depth, text: piece } of tokensOf(text)) {
    const inner = around.at(-1);
    const isMarkedAround = Boolean(inner?.isInline && inner.isMarked);
    if (kind === 'close') {
      const closed = around.pop();
      if (!closed?.isInline) lines.break(depth);
      lines.add(piece, Boolean(closed?.isInline && closed.isMarked));
    } else if (kind === 'open') {
      const isMarked = wanted.has(at);
      const isInline = inline.has(at);
      lines.add(piece, isMarked || isMarkedAround);
      around.push({ isInline, isMarked });
      if (!isInline) lines.break(depth + 1);
    } else if (kind === 'comma') {
      lines.add(inner?.isInline ? ', ' : ',', isMarkedAround);
      if (!inner?.isInline) lines.break(depth);
    } else {
      lines.add(kind === 'colon' ? ': ' : shortened(piece), isMarkedAround || wanted.has(at));
    }
  }
  return lines.all;
}
