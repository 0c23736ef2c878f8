import type { Effect } from './classes.ts';
import { isObject, type Json, type JsonObject, listOf, objectOf, stable } from './json.ts';

/** What a keyword says, how two that hold at once are one, and what a change of it does. */
interface Keyword {
  readonly read: (schema: JsonObject) => Json | undefined;
  readonly merge: (one: Json, other: Json) => Json;
  /** `undefined` stands for a keyword that is not there. */
  readonly effect: (old: Json | undefined, now: Json | undefined) => Effect;
}

/** Effect of going from one set to another, of which is known whether each holds all of the other. */
function bySubset(oldHoldsNow: boolean, nowHoldsOld: boolean): Effect {
  if (oldHoldsNow) return nowHoldsOld ? 'none' : 'narrower';
  return nowHoldsOld ? 'wider' : 'both';
}

function holds(values: readonly Json[], value: Json): boolean {
  return values.some((one) => stable(one) === stable(value) || (one === 'number' && value === 'integer'));
}

function distinct(values: readonly Json[]): readonly Json[] {
  const byText = new Map(values.map((value) => [stable(value), value]));
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}

const within = (outer: Json | undefined, inner: Json | undefined) =>
  outer === undefined || (inner !== undefined && listOf(inner).every((one) => holds(listOf(outer), one)));

/** A list of what is allowed; nothing said allows all. */
const allowed = {
  merge: (one: Json, other: Json) =>
    distinct([
      ...listOf(one).filter((value) => holds(listOf(other), value)),
      ...listOf(other).filter((value) => holds(listOf(one), value)),
    ]),
  effect: (old: Json | undefined, now: Json | undefined) => bySubset(within(old, now), within(now, old)),
};

function readTypes({ type }: JsonObject): Json | undefined {
  const types = typeof type === 'string' ? [type] : listOf(type);
  const known = types.includes('number') ? types.filter((one) => one !== 'integer') : types;
  return known.length > 0 ? distinct(known) : undefined;
}

function readValues(schema: JsonObject): Json | undefined {
  if (schema.const !== undefined) return [schema.const];
  return Array.isArray(schema.enum) ? distinct(schema.enum) : undefined;
}

/** A number that bounds; `sign` is 1 when a greater one allows less. */
function bound(name: string, sign: 1 | -1): [string, Keyword] {
  const strictness = (value: Json | undefined) =>
    typeof value === 'number' ? value * sign : Number.NEGATIVE_INFINITY;
  const isIdle = (value: Json | undefined) => value === 0 && /^min[A-Z]/.test(name);
  return [
    name,
    {
      read: (schema) =>
        typeof schema[name] === 'number' && !isIdle(schema[name]) ? schema[name] : undefined,
      merge: (one, other) => (strictness(one) > strictness(other) ? one : other),
      effect: (old, now) => (strictness(now) > strictness(old) ? 'narrower' : 'wider'),
    },
  ];
}

/** A condition we do not look into: one more narrows, another is another. */
function condition(name: string): [string, Keyword] {
  return [
    name,
    {
      read: (schema) => (schema[name] === false ? undefined : schema[name]),
      merge: (one, other) => (stable(one) === stable(other) ? one : [one, other]),
      effect: (old, now) => (old === undefined ? 'narrower' : now === undefined ? 'wider' : 'both'),
    },
  ];
}

/** A remark on a value that allows no more and no less. */
function remark(name: string, changed: Effect = 'none'): [string, Keyword] {
  const effect = (old: Json | undefined, now: Json | undefined): Effect =>
    old === undefined || now === undefined ? 'none' : changed;
  const read = (schema: JsonObject) =>
    changed === 'none' && schema[name] === false ? undefined : schema[name];
  return [name, { read, merge: (one) => one, effect }];
}

/** Formats of which one holds all values of the next. */
const chains = [
  ['int64', 'int32'],
  ['double', 'float'],
];

function formatEffect(old: Json | undefined, now: Json | undefined): Effect {
  if (old === undefined) return 'narrower';
  if (now === undefined) return 'wider';
  const chain = chains.find((one) => one.some((name) => name === old) && one.some((name) => name === now));
  if (!chain) return 'both';
  return chain[0] === old ? 'narrower' : 'wider';
}

function readFormat({ format, contentEncoding, contentMediaType }: JsonObject): Json | undefined {
  // OpenAPI 3.1 has other words for the two formats of bytes.
  if (contentEncoding === 'base64') return 'byte';
  return contentMediaType === 'application/octet-stream' ? 'binary' : format;
}

/** How far an object is open: to all, to values of one schema, to none. */
const openness = ['open', 'described', 'closed'];

function readOpenness(schema: JsonObject): Json | undefined {
  const rest = schema.additionalProperties ?? schema.unevaluatedProperties;
  if (rest === false) return 'closed';
  return isObject(rest) && Object.keys(rest).length > 0 ? 'described' : undefined;
}

const rank = (value: Json | undefined) => openness.indexOf(String(value ?? 'open'));

/** Every keyword that is compared as a value; the others hold schemas, or are texts. */
export const keywords: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ['type', { ...allowed, read: readTypes }],
  ['enum', { ...allowed, read: readValues }],
  [
    'not',
    {
      read: ({ not }) => readValues(objectOf(not)) ?? (not === undefined ? undefined : [not]),
      merge: (one, other) => distinct([...listOf(one), ...listOf(other)]),
      effect: (old, now) => bySubset(within(now ?? [], old ?? []), within(old ?? [], now ?? [])),
    },
  ],
  ['format', { read: readFormat, merge: (one) => one, effect: formatEffect }],
  [
    'additionalProperties',
    {
      read: readOpenness,
      merge: (one, other) => (rank(one) > rank(other) ? one : other),
      effect: (old, now) => (rank(now) > rank(old) ? 'narrower' : 'wider'),
    },
  ],
  ...['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'].map((name) => bound(name, 1)),
  ...['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'].map((name) => bound(name, -1)),
  ...['pattern', 'multipleOf', 'uniqueItems', 'prefixItems', 'contains', 'propertyNames', 'if', 'then'].map(
    condition,
  ),
  ...['else', 'patternProperties', 'dependentRequired', 'dependentSchemas'].map(condition),
  /** How a parameter is written; none of JSON Schema. */
  ['style', { ...condition('style')[1], effect: () => 'both' }],
  remark('default', 'meaning'),
  ...['deprecated', 'readOnly', 'writeOnly'].map((name) => remark(name)),
]);
