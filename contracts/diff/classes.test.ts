import { describe, expect, test } from 'vitest';
import { kinds } from './change.ts';
import { type ChangeClass, changeClasses, classOf, type Effect, type Side } from './classes.ts';
import { compareContracts } from './compare.ts';
import type { Json, JsonObject } from './json.ts';
import { callers, contract, field, number, object, service, text, told, union } from './sample.ts';

const opposite: Readonly<Record<Effect, Effect>> = {
  narrower: 'wider',
  wider: 'narrower',
  both: 'both',
  none: 'none',
  text: 'text',
};
const classFor: Readonly<Record<Effect, Record<Side, ChangeClass>>> = {
  narrower: { request: callers, answer: service },
  wider: { request: service, answer: callers },
  both: { request: callers, answer: callers },
  none: { request: 'compatible', answer: 'compatible' },
  text: { request: 'text only', answer: 'text only' },
};

const list = (...values: readonly Json[]): JsonObject => ({ enum: values });

/** What a field becomes, and what that does to its values; each is tried on both sides and the other way round. */
const values: readonly (readonly [string, Json, Json, Effect])[] = [
  ['another type', text, number, 'both'],
  ['null allowed', text, { type: ['string', 'null'] }, 'wider'],
  ['integer to number', number, { type: 'number' }, 'wider'],
  ['a type at all', {}, text, 'narrower'],
  ['a list of values with null', text, list('a', null), 'both'],
  ['object with fields to list', field(text), { type: 'array', items: text }, 'both'],
  ['object to list', { type: 'object' }, { type: 'array' }, 'both'],
  ['items of another type', { type: 'array', items: text }, { type: 'array', items: number }, 'both'],
  ['items of a type', { type: 'array' }, { type: 'array', items: text }, 'narrower'],
  ['one value less', list('a', 'b'), list('a'), 'narrower'],
  ['one value more', list('a'), list('a', 'b'), 'wider'],
  ['a value for another', list('a', 'b'), list('a', 'c'), 'both'],
  ['a list of values', text, list('a'), 'narrower'],
  ['a const', { type: 'integer', format: 'int32' }, { const: 200 }, 'narrower'],
  ['a const of another type', text, { const: 200 }, 'both'],
  ['another const', { const: 200 }, { const: 0 }, 'both'],
  ['a const to a list', { const: 'a' }, { ...text, enum: ['b', 'a'] }, 'wider'],
  ['a value excluded', text, { ...text, not: { const: 'a' } }, 'narrower'],
  ['a format', text, { ...text, format: 'date-time' }, 'narrower'],
  ['another format', { ...text, format: 'date' }, { ...text, format: 'date-time' }, 'both'],
  ['int32 to int64', { ...number, format: 'int32' }, { ...number, format: 'int64' }, 'wider'],
  ['double to float', { type: 'number', format: 'double' }, { type: 'number', format: 'float' }, 'narrower'],
  ['minimum raised', { ...number, minimum: 1 }, { ...number, minimum: 2 }, 'narrower'],
  ['maximum raised', { ...number, maximum: 1 }, { ...number, maximum: 2 }, 'wider'],
  ['maxLength stated', text, { ...text, maxLength: 8 }, 'narrower'],
  ['minItems dropped', { type: 'array', minItems: 1 }, { type: 'array', minItems: 0 }, 'wider'],
  ['a pattern', text, { ...text, pattern: '^a' }, 'narrower'],
  ['another pattern', { ...text, pattern: '^b' }, { ...text, pattern: '^a' }, 'both'],
  ['items unique', { type: 'array' }, { type: 'array', uniqueItems: true }, 'narrower'],
  ['an object closed', { type: 'object' }, { type: 'object', additionalProperties: false }, 'narrower'],
  ['a map of texts', { type: 'object' }, { type: 'object', additionalProperties: text }, 'narrower'],
  ['a map of others', { additionalProperties: text }, { additionalProperties: number }, 'both'],
  ['an alternative more', union, { oneOf: [...union.oneOf, object({ c: text }, 'c')] }, 'wider'],
  ['an alternative for none', object({ a: text }), union, 'wider'],
  ['deprecated', text, { ...text, deprecated: true }, 'text'],
  ['a description', text, { ...text, description: 'a text' }, 'text'],
  ['a title', text, { ...text, title: 'Text' }, 'text'],
];

describe.each(values)('a field gets %s', (_name, old, now, effect) => {
  test.each(['request', 'answer'] as const)('in the %s', (side) => {
    const [from, to] = [contract({ [side]: field(old) }), contract({ [side]: field(now) })];
    const changes = compareContracts(from, to);
    expect(changes.map((change) => [change.class, kinds[change.kind][0]])).toEqual([
      [classFor[effect][side], effect],
    ]);
    expect(changes[0]?.params.place).toBe(side);
    const back = compareContracts(to, from);
    const mirrored = opposite[effect];
    expect(back.map((change) => [change.class, kinds[change.kind][0]])).toEqual([
      [classFor[mirrored][side], mirrored],
    ]);
    expect([...compareContracts(from, from), ...compareContracts(to, to)]).toEqual([]);
  });
});

const a = object({ a: text });
/** What becomes of the fields of an object, with the class in the request and in the answer. */
const fields: readonly (readonly [string, Json, Json, string, ChangeClass, ChangeClass])[] = [
  ['is newly required', a, object({ a: text }, 'a'), 'fieldRequired', callers, service],
  ['is no longer required', object({ a: text }, 'a'), a, 'fieldOptional', service, callers],
  ['is gone', object({ a: text, b: number }), object({ b: number }), 'fieldRemoved', callers, callers],
  [
    'comes, optional',
    object({ b: number }),
    object({ a: text, b: number }),
    'fieldAdded',
    'compatible',
    'compatible',
  ],
  ['comes, required', object({}), object({ a: text }, 'a'), 'fieldAddedRequired', callers, service],
  [
    'has another name',
    object({ a: text, b: number }),
    object({ c: text, b: number }),
    'fieldRenamed',
    callers,
    callers,
  ],
];

test.each(fields)('a field that %s', (_name, old, now, kind, inRequest, inAnswer) => {
  for (const [side, name] of [
    ['request', inRequest],
    ['answer', inAnswer],
  ] as const) {
    expect(told(contract({ [side]: old }), contract({ [side]: now }))).toEqual([[name, kind, 'a']]);
  }
});

test('every kind has a class on both sides, and the graver one where it stands on both', () => {
  expect(Object.keys(kinds).length).toBeGreaterThan(15);
  for (const [effect] of Object.values(kinds)) {
    expect(classOf(effect, new Set<Side>(['request']))).toBe(classFor[effect].request);
    expect(classOf(effect, new Set<Side>(['answer']))).toBe(classFor[effect].answer);
    const graver = changeClasses.find((name) => Object.values(classFor[effect]).includes(name));
    expect(classOf(effect, new Set<Side>(['answer', 'request']))).toBe(graver);
  }
});
