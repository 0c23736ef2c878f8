import { below, type Json, listOf, stable } from './json.ts';
import { keywords } from './keywords.ts';
import type { Part } from './parts.ts';

/** A statement, and where it stands. */
export interface Fact {
  readonly value: Json;
  readonly at: string;
}

export type Facts = ReadonlyMap<string, Fact>;

const typeByKeyword: readonly (readonly [string, string])[] = [
  ['properties', 'object'],
  ['required', 'object'],
  ['additionalProperties', 'object'],
  ['items', 'array'],
];

function typeOfValue(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** What all parts say together. */
export function factsOf(parts: readonly Part[]): Facts {
  const facts = new Map<string, Fact>();
  for (const { schema, at, orNull } of parts) {
    for (const [name, { read, merge }] of keywords) {
      const said = read(schema);
      if (said === undefined) continue;
      const value = name === 'type' && orNull ? [...new Set([...listOf(said), 'null'])].sort() : said;
      const known = facts.get(name);
      const merged = known ? merge(known.value, value) : value;
      if (known && stable(known.value) === stable(merged)) continue;
      const written = name === 'enum' && schema.const !== undefined ? 'const' : name;
      facts.set(name, { value: merged, at: below(at, written) });
    }
  }
  const [first] = parts;
  const implied = typeByKeyword.find(([name]) => parts.some(({ schema }) => schema[name] !== undefined));
  if (!facts.has('type') && implied && first) facts.set('type', { value: [implied[1]], at: first.at });
  const values = facts.get('enum');
  if (!values) return facts;
  // Fixed values say all: their type and format add nothing.
  const types = listOf(facts.get('type')?.value);
  const fits = (value: Json) =>
    types.length === 0 ||
    types.some((type) => type === typeOfValue(value) || (type === 'number' && typeof value === 'number'));
  const left = listOf(values.value).filter(fits);
  return new Map([
    ['type', { value: [...new Set(left.map(typeOfValue))].sort(), at: values.at }],
    ['enum', { ...values, value: left }],
    ...[...facts].filter(([name]) => ['default', 'deprecated'].includes(name)),
  ]);
}
