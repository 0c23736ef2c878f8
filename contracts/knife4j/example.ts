import { reasonOf } from '../errors.ts';
import type { Json } from './document.ts';
import type { Item } from './markdown.ts';
import type { Warn } from './warning.ts';

const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\w$])[A-Za-z_$][\w$]*(?=\s*:)|,(?=\s*[}\]])/g;

/** JSON from a literal as a formatter of JavaScript leaves it: bare keys, single quotes, commas at the end. */
function fromLiteral(text: string): string {
  return text.replace(/;\s*$/, '').replace(tokens, (token) => {
    if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1).replaceAll("\\'", "'"));
    return token === ',' ? '' : token.startsWith('"') ? token : `"${token}"`;
  });
}

function parsed(text: string): { readonly value?: Json; readonly reason?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (thrown) {
    return { reason: reasonOf(thrown) };
  }
}

/** An example: its value when it could be read at all, and its text when it is not JSON. */
export type Example = { readonly value?: Json; readonly text?: string };

/** Reads the first code block as an example. */
export function exampleIn(items: readonly Item[], warn: Warn): Example {
  const block = items.find((item) => item.type === 'code');
  const text = block?.text.trim() ?? '';
  if (!block || text === '') return {};
  const { reason, ...json } = parsed(text);
  if (reason === undefined) return json;
  const { reason: _, ...literal } = parsed(fromLiteral(text));
  const isRead = literal.value !== undefined;
  // Text blocks hold the example of a basic type: any text is right there.
  if (!isRead && !/^[[{]/.test(text)) return { value: text };
  if (isRead && !/"[^"\n]*"\s*:/.test(text)) return literal;
  warn(block.line, 'exampleNotJson', { reason });
  return { ...literal, text };
}

/** Whether a value is an object. */
export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a property, when the example is an object that has it. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The first value of a map, as the generator prints one: its keys are `additionalProperties1` and so on. */
export function mapValueOf(value: Json | undefined): Json | undefined {
  const keys = isRecord(value) ? Object.keys(value) : [];
  const isMap = keys.every((key) => /^additionalProp(?:erties)?\d*$/.test(key));
  return isMap ? memberOf(value, keys[0] ?? '') : undefined;
}
