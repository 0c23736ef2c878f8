import { describe, expect, test } from 'vitest';
import { compareContracts } from './compare.ts';
import { isObject, type Json, type JsonObject, objectOf } from './json.ts';
import { callers, contract, field, number, object, reference, text, told, union } from './sample.ts';

describe('schemas that hold themselves', () => {
  const tree = (name: string, leaf: Json): JsonObject => ({
    [name]: object({ leaf, children: { type: 'array', items: reference(name) } }),
  });

  test('are the same under another name, or unrolled once', () => {
    const old = contract({ answer: reference('Tree'), schemas: tree('Tree', text) });
    const unrolled = object({ children: { type: 'array', items: reference('Node') }, leaf: text });
    expect(told(old, contract({ answer: unrolled, schemas: tree('Node', text) }))).toEqual([]);
  });

  test('are told of once', () => {
    const old = contract({ answer: reference('Tree'), schemas: tree('Tree', text) });
    expect(told(old, contract({ answer: reference('Node'), schemas: tree('Node', number) }))).toEqual([
      [callers, 'changed', 'leaf'],
    ]);
  });

  test('through allOf and unions', () => {
    const schemas = {
      A: { allOf: [reference('B')], properties: { a: text } },
      B: { allOf: [reference('A')], properties: { u: { oneOf: [reference('A'), text, reference('U')] } } },
      U: { anyOf: [reference('U'), number, object({ a: reference('A') })] },
    };
    const old = contract({ answer: reference('A'), schemas });
    expect(told(old, old)).toEqual([]);
    const now = contract({
      answer: reference('A'),
      schemas: { ...schemas, A: { ...schemas.A, properties: {} } },
    });
    expect(told(old, now)).toEqual([[callers, 'fieldRemoved', 'a']]);
  });
});

describe('what is written in another way is the same', () => {
  const same: readonly (readonly [string, Json, Json])[] = [
    [
      'null as a type and as an alternative',
      { type: ['string', 'null'] },
      { anyOf: [text, { type: 'null' }] },
    ],
    [
      'nullable beside a reference',
      { anyOf: [reference('S'), { type: 'null' }] },
      { nullable: true, allOf: [reference('S')] },
    ],
    ['one alternative', { oneOf: [text] }, text],
    ['order of alternatives', union, { anyOf: [...union.oneOf].reverse() }],
    ['allOf', { allOf: [object({ a: text }), object({ b: text }, 'a')] }, object({ a: text, b: text }, 'a')],
    [
      'bounds of both',
      { allOf: [{ minimum: 1 }, { minimum: 3 }], type: 'integer' },
      { type: 'integer', minimum: 3 },
    ],
    ['const and a list of one', { const: 'a' }, { type: 'string', enum: ['a'] }],
    ['values that the type does not allow', { type: 'string', enum: ['a', 1] }, { const: 'a' }],
    ['fields without a type', { properties: { a: text } }, object({ a: text })],
    [
      'what holds beside a union',
      { ...object({ a: text }), oneOf: [object({ b: text }), object({ c: text })] },
      { oneOf: [object({ a: text, b: text }), object({ a: text, c: text })] },
    ],
    ['our extras', { ...text, 'x-original-name': 'A', 'x-texts': { en: 'a' } }, text],
    ['the title of a component', reference('S'), text],
    ['white space in a text', { ...text, description: ' a\n b ' }, { ...text, description: 'a b' }],
  ];
  const schemas = { S: { ...text, title: 'S' } };
  test.each(same)('%s', (_name, left, right) => {
    const [old, now] = [
      contract({ answer: field(left), schemas }),
      contract({ answer: field(right), schemas }),
    ];
    expect([...compareContracts(old, now), ...compareContracts(now, old)]).toEqual([]);
    expect(told(old, contract({ answer: field(number), schemas })).length).toBeGreaterThan(0);
  });
});

test('order of keys and lists makes no difference', () => {
  const turned = (value: Json): Json =>
    Array.isArray(value)
      ? [...value].reverse().map(turned)
      : isObject(value)
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, turned(inner)]),
          )
        : value;
  const answer = object({ a: { enum: ['x', 'y'] }, b: { type: ['string', 'null'] } }, 'a', 'b');
  const old = contract({
    request: union,
    answer,
    operation: { parameters: [{ name: 'q', in: 'query', schema: text }] },
  });
  expect(compareContracts(old, objectOf(turned(old)))).toEqual([]);
});

test('schemas that spread fast are compared in time', () => {
  const level = (name: string, index: number): JsonObject =>
    object({
      [name]: reference(`L${index + 1}`),
      b: reference(`L${index + 1}`),
      u: { oneOf: [reference(`L${index + 1}`), text] },
    });
  const deep = (name: string, leaf: Json) =>
    contract({
      answer: reference('L0'),
      schemas: Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `L${index}`,
          index === 59 ? field(leaf) : level(name, index),
        ]),
      ),
    });
  const started = performance.now();
  expect(told(deep('a', text), deep('a', number))).toEqual([[callers, 'changed', 'x']]);
  expect(told(deep('a', text), deep('c', text)).filter(([, kind]) => kind === 'fieldRenamed')).toHaveLength(
    1,
  );
  expect(performance.now() - started).toBeLessThan(20_000);
});
