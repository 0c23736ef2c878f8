import type { Facts } from './facts.ts';
import { below, type Json, type JsonObject, listOf, objectOf } from './json.ts';

/** The examples of a schema, a parameter or a media type, in any of their forms. */
function examplesOf({ example, examples }: JsonObject): Json | undefined {
  const named = Object.values(objectOf(examples)).map((one) => objectOf(one).value ?? one);
  const all = [...(example === undefined ? [] : [example]), ...listOf(examples), ...named];
  return all.length > 0 ? all : undefined;
}

/** A text without the paragraph marks that editors leave in it, and without line ends. */
export function wordsOf(value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const words = value
    .replace(/<\/?p>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}

/** Title, description and examples; a title that only repeats the name of its component is none. */
export function textsOf(schema: JsonObject, at: string): Facts {
  const isComponent = /^#\/components\/schemas\/[^/]+$/.test(at);
  const names = [at.split('/').at(-1)?.replaceAll('~1', '/'), schema['x-original-name']];
  const title = isComponent && names.includes(schema.title) ? undefined : wordsOf(schema.title);
  const found = { title, description: wordsOf(schema.description), examples: examplesOf(schema) };
  return new Map(
    Object.entries(found).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, at: below(at, name) }] as const],
    ),
  );
}
