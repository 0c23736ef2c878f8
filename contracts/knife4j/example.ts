import { reasonOf } from '../errors.ts';
import type { Json } from './document.ts';
import type { Section } from './sections.ts';
import type { Warn } from './warning.ts';

/** An example: its value when it could be read at all, and its text when it is not JSON. */
export interface Example {
  readonly line: number;
  readonly value: Json | undefined;
  readonly text: string | undefined;
}

const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|(?<![\w$])[A-Za-z_$][\w$]*(?=\s*:)|,(?=\s*[}\]])/g;

/** JSON from a literal as a formatter of JavaScript leaves it: bare keys, single quotes, commas at the end. */
function fromLiteral(text: string): string {
  return text.replace(/;\s*$/, '').replace(tokens, (token) => {
    if (token.startsWith('"')) return token;
    if (token.startsWith("'")) return JSON.stringify(token.slice(1, -1).replaceAll("\\'", "'"));
    return token === ',' ? '' : `"${token}"`;
  });
}

function parsed(text: string): { readonly value: Json } | { readonly reason: string } {
  try {
    const value: Json = JSON.parse(text);
    return { value };
  } catch (thrown) {
    return { reason: reasonOf(thrown) };
  }
}

/** Reads the first code block of a section as an example. */
export function readExample(section: Section | undefined, warn: Warn): Example | undefined {
  const block = section?.items.find((item) => item.type === 'code');
  if (block?.type !== 'code' || block.text.trim() === '') return undefined;
  const { line } = block;
  const text = block.text.trim();
  const json = parsed(text);
  if ('value' in json) return { line, value: json.value, text: undefined };
  const literal = parsed(fromLiteral(text));
  const value = 'value' in literal ? literal.value : undefined;
  // Text blocks hold the example of a basic type: any text is right there.
  if (value === undefined && !/^[[{]/.test(text)) return { line, value: text, text: undefined };
  const isLiteral = value !== undefined && !/"[^"\n]*"\s*:/.test(text);
  if (isLiteral) return { line, value, text: undefined };
  warn(line, 'exampleNotJson', { reason: 'reason' in json ? json.reason : '' });
  return { line, value, text };
}

/** The value of a property, when the example is an object that has it. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Whether a value is an object. */
export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first value of a map, as the generator prints one: its keys are `additionalProperties1` and so on. */
export function mapValueOf(value: Json | undefined): Json | undefined {
  if (!isRecord(value)) return undefined;
  const keys = Object.keys(value);
  const isMap = keys.length > 0 && keys.every((key) => /^additionalProp(?:erties)?\d*$/.test(key));
  return isMap ? value[keys[0] ?? ''] : undefined;
}
