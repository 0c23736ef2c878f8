import { describe, expect, test } from 'vitest';
import {
  type ChangeClass,
  type ChangeKind,
  changeClasses,
  classOf,
  type Effect,
  effects,
  type Side,
} from './classes.ts';
import { compareContracts } from './compare.ts';
import { isObject, type Json, type JsonObject, objectOf } from './json.ts';

const callers = 'breaking for callers';
const service = 'breaking for the service';

interface Parts {
  readonly request?: Json;
  readonly answer?: Json;
  readonly operation?: JsonObject;
  readonly schemas?: JsonObject;
  readonly path?: string;
  readonly root?: JsonObject;
}

const json = (schema: Json): JsonObject => ({ 'application/json': { schema } });

/** A description of one operation with these schemas. */
function contract({ request, answer, operation, schemas = {}, path = '/a', root }: Parts): JsonObject {
  const post = {
    ...(request === undefined ? {} : { requestBody: { content: json(request) } }),
    responses: { 200: { description: 'OK', ...(answer === undefined ? {} : { content: json(answer) }) } },
    ...operation,
  };
  return { openapi: '3.1.0', paths: { [path]: { post } }, components: { schemas }, ...root };
}

const field = (schema: Json): JsonObject => ({ type: 'object', properties: { x: schema } });
const object = (fields: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties: fields,
  required,
});
const text = { type: 'string' };
const number = { type: 'integer' };
const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const told = (old: JsonObject, now: JsonObject) =>
  compareContracts(old, now).map((one) => [one.class, one.kind, one.params.name]);

const opposite: Readonly<Record<Effect, Effect>> = {
  narrower: 'wider',
  wider: 'narrower',
  both: 'both',
  none: 'none',
  meaning: 'meaning',
  text: 'text',
};
const classFor: Readonly<Record<Effect, Record<Side, ChangeClass>>> = {
  narrower: { request: callers, answer: service },
  wider: { request: service, answer: callers },
  both: { request: callers, answer: callers },
  none: { request: 'compatible', answer: 'compatible' },
  meaning: { request: callers, answer: 'compatible' },
  text: { request: 'text only', answer: 'text only' },
};

const list = (...values: readonly Json[]): JsonObject => ({ enum: values });
const one = { oneOf: [object({ a: text }), object({ b: text })] };

/** What a field becomes, and what that does to its values; each is tried on both sides and the other way round. */
const values: readonly (readonly [string, Json, Json, Effect])[] = [
  ['another type', text, number, 'both'],
  ['null allowed', text, { type: ['string', 'null'] }, 'wider'],
  ['integer to number', number, { type: 'number' }, 'wider'],
  ['a type at all', {}, text, 'narrower'],
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
  ['an alternative more', one, { oneOf: [...one.oneOf, object({ c: text }, 'c')] }, 'wider'],
  ['an alternative for none', object({ a: text }), one, 'wider'],
  ['another default', { ...text, default: 'a' }, { ...text, default: 'b' }, 'meaning'],
  ['a default', text, { ...text, default: 'b' }, 'none'],
  ['deprecated', text, { ...text, deprecated: true }, 'none'],
  ['a description', text, { ...text, description: 'a text' }, 'text'],
  ['a title', text, { ...text, title: 'Text' }, 'text'],
  ['an example', { ...text, example: 'a' }, { ...text, examples: ['b'] }, 'text'],
];

describe.each(values)('a field gets %s', (_name, old, now, effect) => {
  test.each(['request', 'answer'] as const)('in the %s', (side) => {
    const [from, to] = [contract({ [side]: field(old) }), contract({ [side]: field(now) })];
    const changes = compareContracts(from, to);
    expect(changes.map((change) => [change.class, effects[change.kind]])).toEqual([
      [classFor[effect][side], effect],
    ]);
    expect(changes[0]?.params.place).toBe(side);
    const back = compareContracts(to, from);
    const mirrored = opposite[effect];
    expect(back.map((change) => [change.class, effects[change.kind]])).toEqual([
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

const parameter = (more: JsonObject): Parts => ({
  operation: { parameters: [{ name: 'q', in: 'query', schema: text, ...more }] },
});
const answers = (...codes: readonly (number | string)[]): Parts => ({
  operation: { responses: Object.fromEntries(codes.map((code) => [code, { description: 'x' }])) },
});
const secured = (...names: readonly string[]): Parts => ({
  operation: { security: names.map((name) => (name === '' ? {} : { [name]: [] })) },
  root: {
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        token: { type: 'apiKey', in: 'header', name: 'Authorization' },
        key: { type: 'apiKey', in: 'query', name: 'key' },
      },
    },
  },
});
const media = (...types: readonly string[]): JsonObject =>
  Object.fromEntries(types.map((type) => [type, { schema: text }]));
const bodies = (...types: readonly string[]): Parts => ({
  operation: { requestBody: { content: media(...types) } },
});
const outputs = (...types: readonly string[]): Parts => ({
  operation: { responses: { 200: { description: 'OK', content: media(...types) } } },
});
const form = (...required: readonly string[]): Parts => ({
  operation: {
    requestBody: {
      content: { 'application/x-www-form-urlencoded': { schema: object({ f: text }, ...required) } },
    },
  },
});
const header = (more: JsonObject): Parts => ({
  operation: { responses: { 200: { description: 'OK', headers: { 'X-A': { schema: text, ...more } } } } },
});

/** Changes of an operation, forth and back. */
const operations: readonly (readonly [string, Parts, Parts, readonly Json[][], readonly Json[][]])[] = [
  [
    'a parameter comes, optional',
    {},
    parameter({}),
    [['compatible', 'fieldAdded', 'q']],
    [[callers, 'fieldRemoved', 'q']],
  ],
  [
    'a parameter comes, required',
    {},
    parameter({ required: true }),
    [[callers, 'fieldAddedRequired', 'q']],
    [[callers, 'fieldRemoved', 'q']],
  ],
  [
    'a parameter is required',
    parameter({}),
    parameter({ required: true }),
    [[callers, 'fieldRequired', 'q']],
    [[service, 'fieldOptional', 'q']],
  ],
  [
    'a parameter has another name',
    parameter({}),
    parameter({ name: 'r' }),
    [[callers, 'fieldRenamed', 'q']],
    [[callers, 'fieldRenamed', 'r']],
  ],
  [
    'a parameter moves to another place',
    parameter({}),
    parameter({ in: 'header' }),
    [
      [callers, 'fieldRemoved', 'q'],
      ['compatible', 'fieldAdded', 'q'],
    ],
    [
      [callers, 'fieldRemoved', 'q'],
      ['compatible', 'fieldAdded', 'q'],
    ],
  ],
  [
    'a list is written in another way',
    parameter({ schema: { type: 'array' } }),
    parameter({ schema: { type: 'array' }, explode: false }),
    [[callers, 'changed', 'q']],
    [[callers, 'changed', 'q']],
  ],
  ['a text has one way to be written', parameter({}), parameter({ explode: false }), [], []],
  [
    'a body comes',
    {},
    { request: text },
    [['compatible', 'fieldAdded', 'body']],
    [[callers, 'fieldRemoved', 'body']],
  ],
  [
    'a form with a required field is a required form',
    form(),
    form('f'),
    [
      [callers, 'fieldRequired', 'body'],
      [callers, 'fieldRequired', 'f'],
    ],
    [
      [service, 'fieldOptional', 'body'],
      [service, 'fieldOptional', 'f'],
    ],
  ],
  [
    'a media type more in the request',
    bodies('a/b'),
    bodies('a/b', 'c/d'),
    [[service, 'mediaTypeAdded', 'c/d']],
    [[callers, 'mediaTypeRemoved', 'c/d']],
  ],
  [
    'a media type more in the answer',
    outputs('a/b'),
    outputs('a/b', 'c/d'),
    [[callers, 'mediaTypeAdded', 'c/d']],
    [[service, 'mediaTypeRemoved', 'c/d']],
  ],
  ['any media type, a charset', outputs('*/*'), outputs('Application/JSON; charset=utf-8'), [], []],
  [
    'an answer is described',
    outputs(),
    outputs('a/b'),
    [[service, 'narrowed', 'body']],
    [[callers, 'widened', 'body']],
  ],
  [
    'a header of the answer comes',
    outputs(),
    header({}),
    [['compatible', 'fieldAdded', 'X-A']],
    [[callers, 'fieldRemoved', 'X-A']],
  ],
  [
    'a header of the answer is promised',
    header({}),
    header({ required: true }),
    [[service, 'fieldRequired', 'X-A']],
    [[callers, 'fieldOptional', 'X-A']],
  ],
  [
    'an HTTP status more',
    answers(200),
    answers(200, 404),
    [[callers, 'statusAdded', '404']],
    [[service, 'statusRemoved', '404']],
  ],
  [
    'a business code more',
    answers(200),
    answers(200, 5032),
    [[callers, 'codeAdded', '5032']],
    [[service, 'codeRemoved', '5032']],
  ],
  [
    'authorization is needed',
    {},
    secured('bearer'),
    [[callers, 'narrowed', 'POST /a']],
    [[service, 'widened', 'POST /a']],
  ],
  [
    'authorization may be left away',
    secured('bearer'),
    secured('bearer', ''),
    [[service, 'widened', 'POST /a']],
    [[callers, 'narrowed', 'POST /a']],
  ],
  [
    'another authorization',
    secured('bearer'),
    secured('key'),
    [[callers, 'changed', 'POST /a']],
    [[callers, 'changed', 'POST /a']],
  ],
  ['the same header by another scheme', secured('bearer'), secured('token'), [], []],
  [
    'the same header as a parameter',
    secured('bearer'),
    parameter({ name: 'authorization', in: 'header' }),
    [],
    [],
  ],
  [
    'deprecated',
    {},
    { operation: { deprecated: true } },
    [['compatible', 'noted', 'POST /a']],
    [['compatible', 'noted', 'POST /a']],
  ],
  [
    'summary and description',
    { operation: { summary: 'a', description: '<p>b</p>' } },
    { operation: { summary: 'c', description: 'd' } },
    [
      ['text only', 'textChanged', 'POST /a'],
      ['text only', 'textChanged', 'POST /a'],
    ],
    [
      ['text only', 'textChanged', 'POST /a'],
      ['text only', 'textChanged', 'POST /a'],
    ],
  ],
  [
    'another path',
    {},
    { path: '/b' },
    [
      [callers, 'operationRemoved', 'POST /a'],
      [service, 'operationAdded', 'POST /b'],
    ],
    [
      [callers, 'operationRemoved', 'POST /b'],
      [service, 'operationAdded', 'POST /a'],
    ],
  ],
  [
    'the path of the server',
    {},
    { root: { servers: [{ url: 'https://x.test/v1/' }] } },
    [
      [callers, 'operationRemoved', 'POST /a'],
      [service, 'operationAdded', 'POST /v1/a'],
    ],
    [
      [callers, 'operationRemoved', 'POST /v1/a'],
      [service, 'operationAdded', 'POST /a'],
    ],
  ],
];

test.each(operations)('%s', (_name, from, to, forth, back) => {
  const [old, now] = [contract(from), contract(to)];
  expect(told(old, now)).toEqual(forth);
  expect(told(now, old)).toEqual(back);
  expect([...told(old, old), ...told(now, now)]).toEqual([]);
});

test('names in a path template do not matter, their types do', () => {
  const at = (name: string, schema: Json) =>
    contract({
      path: `/lamps/{${name}}`,
      operation: { parameters: [{ name, in: 'path', required: true, schema }] },
    });
  expect(told(at('id', text), at('no', text))).toEqual([]);
  expect(told(at('id', text), at('no', number))).toEqual([[callers, 'changed', 'no']]);
});

test('every kind has a class on both sides, and the graver one where it stands on both', () => {
  const isKind = (name: string): name is ChangeKind => Object.hasOwn(effects, name);
  const kinds = Object.keys(effects).filter(isKind);
  expect(kinds.length).toBeGreaterThan(15);
  for (const kind of kinds) {
    const effect: Effect = effects[kind];
    expect(classOf(kind, new Set<Side>(['request']))).toBe(classFor[effect].request);
    expect(classOf(kind, new Set<Side>(['answer']))).toBe(classFor[effect].answer);
    const graver = changeClasses.find((name) => Object.values(classFor[effect]).includes(name));
    expect(classOf(kind, new Set<Side>(['answer', 'request']))).toBe(graver);
  }
});

describe('renames', () => {
  test('two that go and come with the same schema are no renames', () => {
    const [old, now] = [object({ a: text, b: text }), object({ c: text, d: text })];
    expect(told(contract({ answer: old }), contract({ answer: now }))).toEqual([
      [callers, 'fieldRemoved', 'a'],
      [callers, 'fieldRemoved', 'b'],
      ['compatible', 'fieldAdded', 'c'],
      ['compatible', 'fieldAdded', 'd'],
    ]);
  });

  test('one that goes and two that come are none either', () => {
    const [old, now] = [object({ a: text }), object({ c: text, d: text })];
    expect(told(contract({ answer: old }), contract({ answer: now })).map(([, kind]) => kind)).toEqual([
      'fieldRemoved',
      'fieldAdded',
      'fieldAdded',
    ]);
  });

  test('two of different schemas are two renames, texts and "required" told apart', () => {
    const old = object({ a: { ...text, description: 'x' }, b: object({ n: number }) });
    const now = object({ d: object({ n: number }), c: { ...text, description: 'y' } }, 'c');
    expect(told(contract({ answer: old }), contract({ answer: now }))).toEqual([
      [callers, 'fieldRenamed', 'a'],
      [callers, 'fieldRenamed', 'b'],
      [service, 'fieldRequired', 'c'],
      ['text only', 'textChanged', 'c'],
    ]);
  });

  test('a field with another type is another field', () => {
    expect(
      told(contract({ answer: object({ a: text }) }), contract({ answer: object({ b: number }) })),
    ).toEqual([
      [callers, 'fieldRemoved', 'a'],
      ['compatible', 'fieldAdded', 'b'],
    ]);
  });
});

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
    ['order of alternatives', one, { anyOf: [...one.oneOf].reverse() }],
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
  const answer = object({ a: list('x', 'y'), b: { type: ['string', 'null'] } }, 'a', 'b');
  const old = contract({
    request: one,
    answer,
    operation: { parameters: parameter({}).operation?.parameters ?? [] },
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

describe('once', () => {
  const schemas = (shared: Json): JsonObject => ({ Shared: shared });
  const [old, now] = [object({ a: text }), object({ a: text }, 'a')];

  test('a component in two answers and at two fields', () => {
    const answer = object({ m: reference('Shared'), n: reference('Shared') });
    const both = (shared: Json) =>
      contract({
        operation: {
          responses: {
            200: { description: 'OK', content: json(answer) },
            400: { description: 'No', content: json(reference('Shared')) },
          },
        },
        schemas: schemas(shared),
      });
    expect(told(both(old), both(now))).toEqual([[service, 'fieldRequired', 'a']]);
  });

  test('a component in the request and the answer, with the graver class', () => {
    const both = (shared: Json) =>
      contract({ request: reference('Shared'), answer: reference('Shared'), schemas: schemas(shared) });
    expect(compareContracts(both(old), both(now))).toMatchObject([
      {
        class: callers,
        params: { name: 'a', place: 'both' },
        pointer: '#/components/schemas/Shared/required',
        text: { en: '"a" is now required in the request and the answer', zh: '请求与应答中的“a”变为必填' },
      },
    ]);
  });

  test('a component of two operations', () => {
    const both = (shared: Json): JsonObject => {
      const description = contract({ answer: reference('Shared'), schemas: schemas(shared) });
      const paths = objectOf(description.paths);
      return { ...description, paths: { ...paths, '/b': paths['/a'] ?? {} } };
    };
    expect(told(both(old), both(now))).toEqual([[service, 'fieldRequired', 'a']]);
  });

  test('a base of many components', () => {
    const base = (...required: string[]): JsonObject => {
      const extended = (name: string) => ({ allOf: [reference('Base')], properties: { [name]: number } });
      const description = contract({
        answer: reference('A'),
        schemas: { A: extended('a'), B: extended('b'), Base: object({ x: text }, ...required) },
      });
      const other = objectOf(contract({ answer: reference('B'), path: '/b' }).paths);
      return { ...description, paths: { ...objectOf(description.paths), ...other } };
    };
    expect(told(base(), base('x'))).toEqual([[service, 'fieldRequired', 'x']]);
  });

  test('two fields that become one component are two changes', () => {
    const old = object({ a: text, b: text, c: number });
    const now = object({
      a: reference('Shared'),
      b: { ...reference('Shared'), description: 'b' },
      c: number,
    });
    const schemas = { Shared: { ...text, minLength: 1 } };
    expect(told(contract({ answer: old }), contract({ answer: now, schemas }))).toEqual([
      [service, 'narrowed', 'a'],
      [service, 'narrowed', 'b'],
      ['text only', 'textChanged', 'b'],
    ]);
    const later = { Shared: { ...text, minLength: 2 } };
    expect(told(contract({ answer: now, schemas }), contract({ answer: now, schemas: later }))).toEqual([
      [service, 'narrowed', 'a'],
    ]);
  });

  test('two fields of one component are two changes', () => {
    const two = (...required: string[]) =>
      contract({ answer: reference('Shared'), schemas: schemas(object({ a: text, b: text }, ...required)) });
    expect(told(two(), two('a', 'b'))).toEqual([
      [service, 'fieldRequired', 'a'],
      [service, 'fieldRequired', 'b'],
    ]);
  });

  test('the same change written out in two answers of an operation, but not in two operations', () => {
    const answersOf = (schema: Json) => ({
      responses: {
        200: { description: 'OK', content: json(schema) },
        400: { description: 'No', content: json(schema) },
      },
    });
    const twice = (schema: Json): JsonObject => {
      const description = contract({ operation: answersOf(schema) });
      const paths = objectOf(description.paths);
      return { ...description, paths: { ...paths, '/b': paths['/a'] ?? {} } };
    };
    expect(told(twice(old), twice(now))).toEqual([
      [service, 'fieldRequired', 'a'],
      [service, 'fieldRequired', 'a'],
    ]);
  });
});

describe('answers by business code', () => {
  const coded = (code: Json, more: JsonObject = {}, ...required: string[]) =>
    object({ code, msg: text, ...more }, ...required);
  const union = (...branches: readonly Json[]) => contract({ answer: { oneOf: branches } });
  const success = coded({ const: 200 }, { data: text });

  test('are matched by code, not by place', () => {
    const old = union(success, coded({ const: 1 }), coded({ const: 2 }));
    const now = union(coded({ enum: [2] }), coded({ type: 'integer', const: 1 }, {}, 'msg'), success);
    expect(told(old, now)).toEqual([[service, 'fieldRequired', 'msg']]);
  });

  test('share an answer that lists its codes', () => {
    const old = union(success, coded({ const: 1 }), coded({ const: 2 }));
    expect(told(old, union(coded({ enum: [1, 2] }), success))).toEqual([]);
    expect(told(old, union(coded({ enum: [1, 3] }), success))).toEqual([
      [callers, 'codeAdded', '3'],
      [service, 'codeRemoved', '2'],
    ]);
  });

  test('a union that code does not tell apart is a union', () => {
    const old = union(success, coded({ const: 1 }), coded({ const: 1 }, { more: text }));
    const now = union(coded({ const: 1 }, { more: number }), coded({ const: 1 }), success);
    expect(told(old, now)).toEqual([[callers, 'changed', 'more']]);
  });

  test('a code more and a code less', () => {
    expect(told(union(success, coded({ const: 1 })), union(success, coded({ const: 3 })))).toEqual([
      [callers, 'codeAdded', '3'],
      [service, 'codeRemoved', '1'],
    ]);
  });

  test('another code of success is another value', () => {
    const other = coded({ const: 0 }, { data: text });
    expect(told(union(success, coded({ const: 1 })), union(other, coded({ const: 1 })))).toEqual([
      [callers, 'changed', 'code'],
    ]);
  });

  test('an answer under its code: described, or the wrapper without data, lists and objects', () => {
    const wrapper = object(
      { code: number, data: text, msg: text, list: { type: 'array' }, map: field(text) },
      'msg',
    );
    const keyed = (answer: JsonObject) =>
      contract({
        operation: {
          responses: {
            200: { description: 'OK', content: json(wrapper) },
            5032: { description: 'x', ...answer },
          },
        },
      });
    const derived = { content: json(object({ code: number, msg: text }, 'code')) };
    expect(told(keyed({}), keyed(derived))).toEqual([]);
    const own = { content: json(object({ msg: number })) };
    expect(told(keyed({}), keyed(own))).toEqual([[callers, 'changed', 'msg']]);
  });

  test('codes that are only listed', () => {
    const listed = (...codes: readonly number[]) =>
      contract({
        answer: text,
        operation: { 'x-business-codes': codes.map((code) => ({ code, meaning: { zh: `${code}` } })) },
      });
    expect(told(listed(1, 2), listed(2, 3))).toEqual([
      [callers, 'codeAdded', '3'],
      [service, 'codeRemoved', '1'],
    ]);
  });
});
