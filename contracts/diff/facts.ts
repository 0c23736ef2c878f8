import type { Effect } from './classes.ts';
import { below, type JsonObject, listOf, objectOf, stable } from './json.ts';

/** What is said under one keyword: words, of which one has to fit; and where. */
export interface Fact {
  readonly words: readonly string[];
  readonly at: string;
}

export type Facts = ReadonlyMap<string, Fact>;

/** One of the schemas that hold at once for a value. */
export interface Part {
  readonly schema: JsonObject;
  readonly at: string;
  /** Whether null is allowed beside what the schema says. */
  readonly orNull: boolean;
}

const types = ['string', 'integer', 'number', 'boolean', 'array', 'object', 'null'];

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

/** Keywords that set a bound, or a condition of which only is known that it is another one. */
const conditions = [
  ...['format', 'pattern', 'multipleOf', 'uniqueItems'],
  ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'],
  ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'],
  ...['if', 'then', 'else', 'contains', 'prefixItems', 'propertyNames', 'patternProperties'],
  ...['dependentRequired', 'dependentSchemas'],
];

function fits(word: string, allowed: readonly string[]): boolean {
  return allowed.some((one) => one === word || wider.some(([is, name]) => name === one && is.test(word)));
}

function sorted(words: readonly string[]): readonly string[] {
  const rank = (word: string) => (word === 'null' ? `1${word}` : `0${word}`);
  return [...new Set(words)].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Whether a fact lists values, as opposed to types: such a list says all there is to say. */
export function isFixed(fact: Fact | undefined): boolean {
  return fact?.words.some((word) => !types.includes(word)) ?? false;
}

/** The values that are allowed, listed or by type. */
function valuesOf({ schema, at, orNull }: Part): Fact | undefined {
  const keyword = (['const', 'enum', 'type'] as const).find((name) => schema[name] !== undefined);
  if (!keyword) return undefined;
  const named = typeof schema.type === 'string' ? [schema.type] : listOf(schema.type).map(String);
  const listed = schema.const === undefined ? listOf(schema.enum) : [schema.const];
  const ofType = listed.map(stable).filter((word) => named.length === 0 || fits(word, named));
  const words = keyword === 'type' ? named : ofType;
  return { words: sorted(orNull ? [...words, 'null'] : words), at: below(at, keyword) };
}

/** A condition in one word; `undefined` where it asks for nothing. */
function wordOf(name: string, schema: JsonObject): string | undefined {
  const value = schema[name];
  // OpenAPI 3.1 has other words for the two formats of bytes.
  if (name === 'format' && schema.contentEncoding === 'base64') return 'byte';
  if (name === 'format' && schema.contentMediaType === 'application/octet-stream') return 'binary';
  if (value === undefined || value === false || (value === 0 && /^min[A-Z]/.test(name))) return undefined;
  return typeof value === 'string' ? value : stable(value);
}

function statementsOf(part: Part): readonly (readonly [string, Fact])[] {
  const { schema, at } = part;
  const values = valuesOf(part);
  const { not } = schema;
  const excluded = not === undefined ? undefined : valuesOf({ schema: objectOf(not), at, orNull: false });
  const isClosed = schema.additionalProperties === false;
  const said = [
    ['not', not === undefined ? [] : isFixed(excluded) ? (excluded?.words ?? []) : [stable(not)]],
    ['additionalProperties', isClosed ? ['false'] : []],
    ...conditions.map((name) => [name, [wordOf(name, schema) ?? []].flat()] as const),
  ] as const;
  const facts = said.flatMap(([name, words]) =>
    words.length > 0 ? [[name, { words, at: below(at, name) }] as const] : [],
  );
  return values ? [['type', values], ...facts] : facts;
}

/** What becomes of the values when a statement changes; `undefined` stands for none, which allows all. */
export function effectOf(
  name: string,
  old: readonly string[] | undefined,
  now: readonly string[] | undefined,
): Exclude<Effect, 'text'> {
  const isWithin = (inner: typeof old, outer: typeof old) =>
    outer === undefined || (inner?.every((word) => fits(word, outer)) ?? false);
  if (old && now && /^(?:exclusive)?(?:min|max)/i.test(name)) {
    const growth = Number(now[0]) - Number(old[0]);
    return growth === 0 ? 'none' : growth > 0 === /min/i.test(name) ? 'narrower' : 'wider';
  }
  const [isLess, isMore] =
    name === 'not'
      ? [isWithin(old ?? [], now ?? []), isWithin(now ?? [], old ?? [])]
      : [isWithin(now, old), isWithin(old, now)];
  if (isLess) return isMore ? 'none' : 'narrower';
  return isMore ? 'wider' : 'both';
}

/** What two statements say that hold at once. */
function both(name: string, one: Fact, other: Fact): Fact {
  const effect = effectOf(name, one.words, other.words);
  if (effect !== 'both') return effect === 'narrower' ? other : one;
  const all = [...one.words, ...other.words];
  const common = all.filter((word) => name === 'not' || (fits(word, one.words) && fits(word, other.words)));
  return common.length > 0 ? { ...other, words: sorted(common) } : one;
}

const typeByKeyword = {
  properties: 'object',
  required: 'object',
  additionalProperties: 'object',
  items: 'array',
};

/** What all parts say together. */
export function factsOf(parts: readonly Part[]): Facts {
  const facts = new Map<string, Fact>();
  for (const [name, fact] of parts.flatMap(statementsOf)) {
    const known = facts.get(name);
    facts.set(name, known ? both(name, known, fact) : fact);
  }
  const values = facts.get('type');
  if (isFixed(values) && values) return new Map([['type', values]]);
  const implied = Object.entries(typeByKeyword).flatMap(([keyword, type]) =>
    parts.flatMap(({ schema, at }) =>
      schema[keyword] === undefined ? [] : { words: [type], at: below(at, keyword) },
    ),
  );
  return !values && implied[0] ? new Map([...facts, ['type', implied[0]]]) : facts;
}
