import { expect, test } from 'vitest';
import { ToolkitError } from '../errors.ts';
import { page } from '../knife4j/pages.ts';
import { compareContracts } from './compare.ts';
import { type Json, type JsonObject, lookup } from './json.ts';
import { readDescription, readPages } from './read.ts';

const described = (value: Json | string) =>
  readDescription({ file: 'a.json', text: typeof value === 'string' ? value : JSON.stringify(value) });
const paged = (parts: Parameters<typeof page>[0]) =>
  readPages('a.md', [{ file: 'a.md', text: page(parts) }]).document;

const lamp = { get: { summary: '查询灯具', description: '查询一盏灯', responses: {} } };

function thrown(text: Json | string): ToolkitError {
  try {
    described(text);
  } catch (error) {
    if (error instanceof ToolkitError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

test.each([
  ['no YAML', '{"a": ', /cannot be read/, /无法读取契约/],
  ['empty', '', /neither "openapi" nor "swagger"/, /既没有 openapi 也没有 swagger/],
  ['a list', '[]', /neither/, /既没有/],
  ['another document', '{"asyncapi": "3.0.0"}', /neither/, /既没有/],
  ['a later version', 'openapi: 3.2.0', /openapi is "3\.2\.0"/, /openapi 的值是“3\.2\.0”/],
  ['an older version', 'swagger: "1.2"', /swagger is "1\.2"/, /swagger 的值是“1\.2”/],
  ['paths of another kind', '{"openapi": "3.1.0", "paths": []}', /"paths" is not a map/, /paths 不是映射/],
  [
    'a reference to nowhere',
    '{"openapi": "3.1.0", "paths": {"/a": {"$ref": "b.yaml#/a"}}}',
    /the reference b\.yaml#\/a leads nowhere/,
    /引用 b\.yaml#\/a /,
  ],
  ['a value that holds itself', 'openapi: 3.1.0\npaths: &a { b: *a }', /cannot be read/, /无法读取契约/],
  [
    'a damaged operation',
    '{"swagger": "2.0", "paths": {"/a": {"get": {"parameters": [{}]}}}}',
    /cannot be read/,
    /无法/,
  ],
])('%s is refused with one clear message', (_name, text, en, zh) => {
  const error = thrown(text);
  expect([error.exitCode, error.params.file]).toEqual([2, 'a.json']);
  expect(error.explain('en')).toMatch(en);
  expect(error.explain('zh')).toMatch(zh);
  expect(error.explain('en').split('\n')).toHaveLength(2);
});

test('references inside examples are data', () => {
  const schema = { example: { $ref: 'x' }, enum: [{ $ref: 'y' }], default: { $ref: 'z' } };
  expect(described({ openapi: '3.1.0', components: { schemas: { schema } } })).toHaveProperty('components');
});

test.each([
  ['unquoted', 'swagger: 2.0\npaths: {}'],
  ['3.0 unquoted', 'openapi: 3.0\npaths: {}'],
  ['3.1 unquoted', 'openapi: 3.1\npaths: {}'],
  ['with a byte order mark', '\uFEFF{"openapi": "3.1.0", "paths": {}}'],
])('a version %s is read', (_name, text) => {
  expect(described(text)).toMatchObject({ paths: {} });
});

test('a page that says nothing of a status has no text for it', () => {
  const [old, now] = [paged({ status: ['200||LampAnswer'] }), paged({ status: ['200|OK|LampAnswer'] })];
  expect(compareContracts(old, now)).toEqual([]);
  expect(compareContracts(now, paged({ status: ['200|Fine|LampAnswer'] }))).toMatchObject([
    { class: 'text only' },
  ]);
});

test('pages of which nothing can be read are no contract', () => {
  for (const pages of [[], [{ file: 'b.md', text: '# 说明\n' }]]) {
    expect(() => readPages('pages', pages)).toThrow(/No operation can be read from pages/);
  }
});

test('a field called "example", and other words of the language, survive the conversion', () => {
  const names = ['example', 'examples', 'type', 'nullable', 'properties', 'x-webhooks', '$ref', 'required'];
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const model = { type: 'object', properties: { ...properties, properties: { type: 'object', properties } } };
  const read = [
    described({ swagger: '2.0', paths: {}, definitions: { A: model } }),
    described({ openapi: '3.0.1', paths: {}, components: { schemas: { A: model } } }),
  ];
  for (const one of read) expect(lookup(one, '#/components/schemas/A').value).toEqual(model);
});

test('a form of Swagger 2.0 and of a page', () => {
  const kind = {
    ...{ in: 'formData', name: 'kind', type: 'string', required: true },
    ...{ enum: ['A', 'B'], description: '种类，可用值:A,B' },
  };
  const list = { in: 'formData', name: 'list', type: 'array', items: { type: 'string' }, required: false };
  const swagger = (...parameters: readonly JsonObject[]) => {
    const post = { ...lamp.get, consumes: ['application/x-www-form-urlencoded'], parameters };
    return described({ swagger: '2.0', paths: { '/v1/lampapi/getLamp': { post } } });
  };
  const parts = {
    method: 'POST',
    requestType: 'application/x-www-form-urlencoded',
    request: ['kind|种类，可用值:A,B|formData|true|string|', 'list||formData|false|array|string'],
    response: [],
    status: ['404|No|'],
    responseExample: '',
  };
  const rest = (one: readonly { readonly kind: string }[]) =>
    one.filter(({ kind }) => !kind.startsWith('status'));
  expect(rest(compareContracts(paged(parts), swagger(kind, list)))).toEqual([]);
  const changed = [
    { ...kind, enum: ['A'] },
    { ...list, items: { type: 'integer' } },
  ];
  expect(compareContracts(swagger(kind, list), swagger(...changed))).toMatchObject([
    { kind: 'narrowed', params: { name: 'kind', keyword: 'enum' } },
    { kind: 'changed', params: { name: 'list[]', keyword: 'type' } },
  ]);
});

test('an upload, parameters of all places and a header with the token, as page and as Swagger 2.0', () => {
  const request = [
    'f|文件|formData|true|file|',
    'no|灯号|path|true|integer(int64)|',
    'size|大小|formData|false|integer(int32)|',
    'X-Home|家|header|false|string|',
    'Authorization|token|header|true|string|',
  ];
  const address = '/v1/lampapi/lamps/{no}';
  const old = paged({ method: 'PUT', address, requestType: 'multipart/form-data', request });
  const put = {
    ...lamp.get,
    consumes: ['multipart/form-data'],
    produces: ['*/*'],
    parameters: [
      { name: 'lampNo', in: 'path', required: true, type: 'integer', format: 'int64', description: '灯号' },
      { name: 'f', in: 'formData', required: true, type: 'file', description: '文件' },
      { name: 'X-HOME', in: 'header', required: false, type: 'string', description: '家' },
      {
        name: 'size',
        in: 'formData',
        required: false,
        type: 'integer',
        format: 'int32',
        description: '大小',
      },
    ],
    security: [{ token: ['global'] }],
    responses: { 200: { description: 'OK', schema: { $ref: '#/definitions/LampAnswer' } } },
  };
  const now = described({
    swagger: '2.0',
    basePath: '/v1',
    paths: { '/lampapi/lamps/{lampNo}': { put } },
    securityDefinitions: { token: { type: 'apiKey', in: 'header', name: 'Authorization' } },
    definitions: {
      LampAnswer: {
        type: 'object',
        properties: {
          code: { type: 'integer', format: 'int32', description: '响应码' },
          msg: { type: 'string', description: '消息' },
        },
      },
    },
  });
  expect(compareContracts(old, now)).toEqual([]);
  expect(
    compareContracts(now, paged({ method: 'PUT', address, request: request.slice(1) })).length,
  ).toBeGreaterThan(0);
});

test('a file as an answer', () => {
  const get = {
    responses: { 200: { description: 'OK', schema: { type: 'file' } } },
    produces: ['application/octet-stream'],
  };
  const content = (schema: Json) => ({ 'application/octet-stream': { schema } });
  const old = described({ swagger: '2.0', paths: { '/a': { get } } });
  const now = (openapi: string, schema: Json) =>
    described({
      openapi,
      paths: { '/a': { get: { responses: { 200: { description: 'OK', content: content(schema) } } } } },
    });
  expect(compareContracts(old, now('3.1.0', {}))).toEqual([]);
  expect(compareContracts(old, now('3.0.0', { type: 'string', format: 'binary' }))).toEqual([]);
});

test('nullable and exclusive bounds of OpenAPI 3.0', () => {
  const answer = (openapi: string, properties: Json) =>
    described({
      openapi,
      paths: {
        '/a': {
          get: {
            responses: {
              200: {
                description: 'OK',
                content: { 'application/json': { schema: { type: 'object', properties } } },
              },
            },
          },
        },
      },
    });
  const old = answer('3.0.3', {
    a: { type: 'string', nullable: true },
    b: { type: 'integer', minimum: 1, exclusiveMinimum: true },
    c: { type: 'string', format: 'binary' },
  });
  const now = answer('3.1.0', {
    a: { type: ['null', 'string'] },
    b: { type: 'integer', exclusiveMinimum: 1 },
    c: { type: 'string', contentMediaType: 'application/octet-stream' },
  });
  expect(compareContracts(old, now)).toEqual([]);
  expect(compareContracts(old, answer('3.1.0', { a: { type: 'string' } }))).toHaveLength(3);
});
