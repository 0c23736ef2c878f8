import { expect, test } from 'vitest';
import type { Json, JsonObject } from './json.ts';
import { callers, contract, number, type Parts, service, text, told } from './sample.ts';

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
    'a body comes',
    {},
    { request: text },
    [['compatible', 'fieldAdded', 'body']],
    [[callers, 'fieldRemoved', 'body']],
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
    [[service, 'narrowed', 'HTTP 200']],
    [[callers, 'widened', 'HTTP 200']],
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
    [['text only', 'textChanged', 'POST /a']],
    [['text only', 'textChanged', 'POST /a']],
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
