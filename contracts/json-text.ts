import { pointerOf } from './json.ts';

/** A piece of JSON as it is written; the white space between pieces belongs to none. */
export interface Token {
  readonly text: string;
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'key' | 'scalar';
  /** Lists and objects around it. */
  readonly depth: number;
  /** JSON Pointer of the value that it is, begins, ends or names; empty for commas. */
  readonly at: string;
}

const pieces = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/** A list or an object that is open, and the key of its value at hand. */
interface Around {
  readonly at: string;
  readonly isList: boolean;
  key: string | number;
}

function keyIn(token: string): string {
  try {
    return String(JSON.parse(token));
  } catch {
    return token;
  }
}

/**
 * The tokens of a text that is JSON, as they are written: numbers keep their digits, strings their escapes.
 * Walked without recursion, since an answer may be nested as deeply as it likes.
 */
export function* tokensOf(text: string): Generator<Token> {
  const around: Around[] = [];
  let isKeyNext = false;
  for (const [piece] of text.matchAll(pieces)) {
    const inner = around.at(-1);
    const depth = around.length;
    const here = inner ? inner.at + pointerOf(inner.key) : '';
    if (piece === '{' || piece === '[') {
      yield { text: piece, kind: 'open', depth, at: here };
      around.push({ at: here, isList: piece === '[', key: 0 });
      isKeyNext = piece === '{';
    } else if (piece === '}' || piece === ']') {
      around.pop();
      isKeyNext = false;
      yield { text: piece, kind: 'close', depth: Math.max(0, depth - 1), at: inner?.at ?? '' };
    } else if (piece === ',') {
      if (inner?.isList) inner.key = Number(inner.key) + 1;
      isKeyNext = inner !== undefined && !inner.isList;
      yield { text: piece, kind: 'comma', depth, at: '' };
    } else if (piece === ':') {
      yield { text: piece, kind: 'colon', depth, at: here };
    } else if (isKeyNext && inner) {
      inner.key = keyIn(piece);
      isKeyNext = false;
      yield { text: piece, kind: 'key', depth, at: inner.at + pointerOf(inner.key) };
    } else {
      yield { text: piece, kind: 'scalar', depth, at: here };
    }
  }
}

/** The value at a pointer as it is written, without white space; `undefined` where the pointer leads nowhere. */
export function writtenAt(text: string, pointer: string): string | undefined {
  let written: string | undefined;
  let depthOfValue = 0;
  for (const token of tokensOf(text)) {
    if (written !== undefined) written += token.text;
    else if (token.at === pointer && (token.kind === 'open' || token.kind === 'scalar')) {
      written = token.text;
      depthOfValue = token.depth;
      if (token.kind === 'scalar') return written;
    }
    if (written !== undefined && token.kind === 'close' && token.depth === depthOfValue) return written;
  }
  return written;
}
