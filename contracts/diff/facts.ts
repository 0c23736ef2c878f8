import type { Effect } from './classes.ts';
import { below, type Found, type JsonObject, listOf, stable } from './json.ts';

/** What is said under one keyword: words, of which one has to fit; and where. */
export interface Fact {
  readonly words: readonly string[];
  readonly at: string;
}

type Words = readonly string[] | undefined;
export type Facts = ReadonlyMap<string, Fact>;

/** One of the schemas that hold at once for a value; `orNull` when null is allowed beside what it says. */
export type Part = Found & { readonly orNull: boolean };

const types = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'];
const typeByKeyword = new Map([
  ...['properties', 'required', 'additionalProperties'].map((keyword) => [keyword, 'object'] as const),
  ['items', 'array'],
]);

/** A word, and the wider one it is a case of: values and their types are words of one kind. */
const wider: readonly (readonly [RegExp, string])[] = [
  [/^"/, 'string'],
  [/^-?\d+$/, 'integer'],
  [/^(?:integer$|-?\d)/, 'number'],
  [/^(?:true|false)$/, 'boolean'],
  [/^\[/, 'array'],
  [/^\{/, 'object'],
  [/^int32$/, 'int64'],
  [/^float$/, 'double'],
];

/** Bounds, and conditions of which is only known whether they are the same. */
const conditions = [
  ...['format', 'pattern', 'multipleOf', 'uniqueItems', 'not'],
  ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'],
  ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'],
  ...['if', 'then', 'else', 'contains', 'prefixItems', 'propertyNames', 'patternProperties'],
  ...['dependentRequired', 'dependentSchemas'],
];

const fits = (word: string, allowed: readonly string[]) =>
  allowed.some((one) => one === word || wider.some(([is, name]) => name === one && is.test(word)));

/** Whether a fact lists values, as opposed to types: such a list says all there is to say. */
export const isFixed = (fact: Fact | undefined) => fact?.words.some((word) => !types.includes(word)) ?? false;

/** The values that are allowed, listed or by type. */
function valuesOf({ value: schema, at, orNull }: Part): Fact | undefined {
  const keyword = ['const', 'enum', 'type', ...typeByKeyword.keys()].find(
    (name) => schema[name] !== undefined,
  );
  if (!keyword) return undefined;
  const named = typeof schema.type === 'string' ? [schema.type] : listOf(schema.type).map(String);
  const listed = schema.const === undefined ? listOf(schema.enum) : [schema.const];
  const ofType = listed.map(stable).filter((word) => named.length === 0 || fits(word, named));
  const implied = typeByKeyword.get(keyword);
  const words = implied ? [implied] : keyword === 'type' ? named : ofType;
  return { words: [...new Set(orNull ? [...words, 'null'] : words)], at: below(at, keyword) };
}

/** A condition in one word; `undefined` where it asks for nothing. */
function wordOf(name: string, schema: JsonObject): string | undefined {
  const value = schema[name];
  // OpenAPI 3.1 has other words for the two formats of bytes.
  if (name === 'format' && schema.contentEncoding === 'base64') return 'byte';
  if (name === 'format' && schema.contentMediaType === 'application/octet-stream') return 'binary';
  if (name === 'additionalProperties') return value === false ? 'false' : undefined;
  if (value === undefined || value === false || (value === 0 && /^min[A-Z]/.test(name))) return undefined;
  return typeof value === 'string' ? value : stable(value);
}

/** What becomes of the values when a statement changes; `undefined` stands for none, which allows all. */
export function effectOf(name: string, old: Words, now: Words): Exclude<Effect, 'text'> {
  const isWithin = (inner: Words, outer: Words) =>
    outer === undefined || (inner?.every((word) => fits(word, outer)) ?? false);
  if (old && now && /^(?:exclusive)?(?:min|max)/i.test(name)) {
    const growth = Number(now[0]) - Number(old[0]);
    return growth === 0 ? 'none' : growth > 0 === /min/i.test(name) ? 'narrower' : 'wider';
  }
  if (isWithin(now, old)) return isWithin(old, now) ? 'none' : 'narrower';
  return isWithin(old, now) ? 'wider' : 'both';
}

/** What two statements say that hold at once. */
function both(name: string, one: Fact, other: Fact): Fact {
  const effect = effectOf(name, one.words, other.words);
  if (effect !== 'both') return effect === 'narrower' ? other : one;
  const common = one.words.filter((word) => fits(word, other.words));
  return common.length > 0 ? { ...other, words: common } : one;
}

/** What all parts say together. */
export function factsOf(parts: readonly Part[]): Facts {
  const facts = new Map<string, Fact>();
  const add = (name: string, fact: Fact) => {
    const known = facts.get(name);
    facts.set(name, known ? both(name, known, fact) : fact);
  };
  for (const part of parts) {
    const values = valuesOf(part);
    if (values) add('type', values);
    for (const name of ['additionalProperties', ...conditions]) {
      const word = wordOf(name, part.value);
      if (word !== undefined) add(name, { words: [word], at: below(part.at, name) });
    }
  }
  const values = facts.get('type');
  return values && isFixed(values) ? new Map([['type', values]]) : facts;
}
