import { expect, test } from 'vitest';
import type { Json } from './document.ts';
import { imported, page } from './pages.ts';

const answer = (rows: readonly string[], example: Json = null) => {
  const result = imported(
    page({ response: rows, responseExample: example === null ? '' : JSON.stringify(example) }),
  );
  return { ...result, fields: result.schemas.LampAnswer?.properties ?? {} };
};
const request = (rows: readonly string[], parts: Parameters<typeof page>[0] = {}) =>
  imported(page({ method: 'POST', address: '/v1/lampapi/set', request: rows, ...parts }));

test.each([
  ['string', { type: 'string' }],
  ['boolean', { type: 'boolean' }],
  ['number', { type: 'number' }],
  ['number(float)', { type: 'number', format: 'float' }],
  ['integer(int32)', { type: 'integer', format: 'int32' }],
  ['integer(int64)', { type: 'integer', format: 'int64' }],
  ['string(date-time)', { type: 'string', format: 'date-time' }],
  ['string(uuid)', { type: 'string', format: 'uuid' }],
  ['string(byte)', { type: 'string', 'x-original-type': 'string(byte)' }],
  ['string(255)', { type: 'string', maxLength: 255, 'x-original-type': 'string(255)' }],
  ['String', { type: 'string' }],
  ['Int', { type: 'integer', format: 'int32' }],
  ['long', { type: 'integer', format: 'int64' }],
])('1.4 primitive %s', (type, schema) => {
  const { fields, kinds } = answer([`x||${type}|${type}`]);
  expect(fields.x).toEqual(schema);
  expect(kinds).toEqual([]);
});

test('1.4 format loss: a deep row without its format is the same model', () => {
  const { schemas, fields } = answer([
    'a||Lamp|Lamp',
    '>no||integer(int32)|',
    'b||Box|Box',
    '>lamp||Lamp|Lamp',
    '>>no||integer|',
  ]);
  expect(fields.a).toEqual({ $ref: '#/components/schemas/Lamp' });
  expect(schemas).toHaveProperty('Box.properties.lamp.$ref', '#/components/schemas/Lamp');
  expect(schemas).toHaveProperty('Lamp.properties.no', { type: 'integer', format: 'int32' });
});

test('1.4 model names in Chinese, with spaces and «» are mapped without collisions', () => {
  const { schemas } = answer([
    'a||灯具|灯具',
    '>x||string|',
    'b||开关|开关',
    '>y||string|',
    'c||Lamp State|Lamp State',
    '>z||string|',
    'd||Lamp«State»|Lamp«State»',
    '>w||string|',
  ]);
  const named = Object.entries(schemas).map(([id, schema]) => [schema['x-original-name'] ?? id, id] as const);
  expect(named.map(([name]) => name)).toEqual(['LampAnswer', '灯具', '开关', 'Lamp State', 'Lamp«State»']);
  expect(new Set(named.map(([, id]) => id)).size).toBe(5);
  for (const [, id] of named) expect(id).toMatch(/^[A-Za-z0-9._-]+$/);
  expect(named[3]?.[1]).toMatch(/^Lamp_State_[0-9a-f]{6}$/);
});

test.each([
  ['string', { type: 'string' }],
  ['integer(int64)', { type: 'integer', format: 'int64' }],
  ['object', { type: 'object' }],
  ['', {}],
  ['-', {}],
  ['array', { type: 'array', items: {} }],
])('1.4 array of "%s"', (schema, items) => {
  expect(answer([`x||array|${schema}`], { x: [] }).fields.x).toEqual({ type: 'array', items });
});

test('1.4 nested list shown by the example', () => {
  const { fields } = answer(['x||array|Lamp', '>no||string|'], { x: [[{ no: '' }]] });
  expect(fields.x).toMatchObject({
    type: 'array',
    items: { type: 'array', items: { $ref: '#/components/schemas/Lamp' } },
  });
});

test('1.4 free object', () => {
  expect(answer(['x||object|'], { x: {} }).fields.x).toEqual({ type: 'object' });
});

test('1.4 map: the example tells it from an object', () => {
  const rows = ['x||Lamp|Lamp', '>no||string|'];
  const ref = { $ref: '#/components/schemas/Lamp' };
  expect(answer(rows, { x: { additionalProperties1: { no: '' } } }).fields.x).toEqual({
    type: 'object',
    additionalProperties: ref,
  });
  expect(answer(rows, { x: { additionalProp1: [{ no: '' }] } }).fields.x).toEqual({
    type: 'object',
    additionalProperties: { type: 'array', items: ref },
  });
  expect(answer(rows, { x: { no: '' } }).fields.x).toEqual(ref);
  expect(answer(['x||object|'], { x: { additionalProperties1: 0 } }).fields.x).toEqual({
    type: 'object',
    additionalProperties: { type: 'integer' },
  });
});

test('1.4 map by name only: an object, and a warning', () => {
  expect(answer(['x||ResultMapStringLamp|ResultMapStringLamp', '>no||string|']).kinds).toEqual([
    'mapUnconfirmed',
  ]);
});

test('1.4 a wrapper named after a map that the example shows', () => {
  const { kinds } = imported(
    page({
      status: ['200|OK|ResultMapStringLamp'],
      response: ['data||Lamp|Lamp', '>no||string|'],
      responseExample: '{"data": {"additionalProperties1": {"no": ""}}}',
    }),
  );
  expect(kinds).toEqual([]);
});

test.each(['答复«PageInfo«灯»»', '答复OfListOf灯', 'ResultListLamp', 'ApiResult«long»', '答复'])(
  '1.4 wrapper %s only labels the component',
  (name) => {
    const { answer: schema, schemas } = imported(
      page({
        status: [`200|OK|${name}`],
        response: ['code||integer(int32)|integer(int32)', 'data||object|'],
        responseExample: '',
      }),
    );
    const [[id, wrapper] = []] = Object.entries(schemas);
    expect(schema).toEqual({ $ref: `#/components/schemas/${id}` });
    expect(wrapper?.properties).toEqual({
      code: { type: 'integer', format: 'int32' },
      data: { type: 'object' },
    });
  },
);

test('1.4 Void: no data row', () => {
  expect(
    Object.keys(answer(['code||integer(int32)|integer(int32)', 'msg||string|'], { code: 0, msg: '' }).fields),
  ).toEqual(['code', 'msg']);
});

test('1.4 recursion becomes a reference to the model around', () => {
  const { schemas, kinds } = answer(
    ['data||Group|Group', '>children||array|Group', '>lamp||Lamp|Lamp', '>>group||Group|Group'],
    {
      data: { children: [{ children: [{}], lamp: {} }], lamp: { group: {} } },
    },
  );
  expect(schemas).toHaveProperty('Group.properties.children.items.$ref', '#/components/schemas/Group');
  expect(schemas).toHaveProperty('Lamp.properties.group.$ref', '#/components/schemas/Group');
  expect(kinds).toEqual([]);
});

test.each([
  ['状态,可用值:ON,OFF', 'string', ['ON', 'OFF']],
  ['State, Available values: ON, OFF', 'string', ['ON', 'OFF']],
  ['version,valid value:r1', 'string', ['r1']],
  ['级别,可用值:1,2,3', 'integer(int32)', [1, 2, 3]],
  ['颜色，可用值：红,绿', 'string', ['红', '绿']],
])('1.4 enum in prose: %s', (text, type, values) => {
  const { fields } = answer([`x|${text}|${type}|`]);
  expect(fields.x).toMatchObject({ enum: values, description: text });
});

test('1.4 enum of an array belongs to its items; one of maps is told', () => {
  expect(answer(['x|可用值:A,B|array|string']).fields.x).toMatchObject({
    type: 'array',
    items: { enum: ['A', 'B'] },
  });
  const { fields, kinds } = answer(['x|可用值:{text=a, value=1},{text=b, value=2}|string|']);
  expect(fields.x).not.toHaveProperty('enum');
  expect(kinds).toEqual(['enumNotRead']);
});

test('1.4 coded values, defaults and limits in prose stay prose', () => {
  expect(
    answer(['x|1：开 2：关|integer(int32)|', 'y|默认为第 1 页, 最大500|integer(int32)|']).fields,
  ).toEqual({
    x: { type: 'integer', format: 'int32', description: '1：开 2：关' },
    y: { type: 'integer', format: 'int32', description: '默认为第 1 页, 最大500' },
  });
});

test.each([
  ['formData', 'file'],
  ['formData', 'ref'],
  ['query', 'file'],
])('1.4 upload as %s %s', (place, type) => {
  const { operation } = request([`photo|照片|${place}|true|${type}|`, 'no|灯号|formData|false|string|'], {
    requestType: 'multipart/form-data',
  });
  expect(operation.requestBody).toEqual({
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['photo'],
          properties: {
            photo: { type: 'string', format: 'binary', description: '照片' },
            no: { type: 'string', description: '灯号' },
          },
        },
      },
    },
  });
});

test('1.4 form fields, also where they are listed as query', () => {
  const requestType = 'application/x-www-form-urlencoded';
  const { operation } = request(['no|灯号|formData|true|string|'], { requestType });
  expect(operation.requestBody?.content[requestType]?.schema.properties).toHaveProperty('no');
  const listed = request(['no|灯号|query|true|string|'], { requestType });
  expect(listed.operation.requestBody?.content[requestType]?.schema.properties).toHaveProperty('no');
  expect(listed.warnings).toMatchObject([
    { kind: 'readOtherwise', params: { name: 'no', found: 'query', read: 'form' } },
  ]);
});

test('1.4 path parameter, always required', () => {
  const { operation } = imported(
    page({ address: '/v1/lamps/{no}', request: ['no|灯号|path|false|string|'] }),
  );
  expect(operation).toMatchObject({
    operationId: 'getV1LampsNo',
    parameters: [{ name: 'no', in: 'path', required: true }],
  });
});

test('1.4 body oddities: a primitive, nothing at all, an array', () => {
  expect(request(['no|灯号|body|true|integer(int64)|']).body).toEqual({ type: 'integer', format: 'int64' });
  const untyped = request(['answers|答案|body|true||'], { requestExample: '{}' });
  expect(untyped.body).toEqual({ type: 'object' });
  expect(
    request(['list|list|body|true|array|Lamp', '>no|||true|string|'], { requestExample: '[{"no": ""}]' })
      .body,
  ).toEqual({
    type: 'array',
    items: { $ref: '#/components/schemas/Lamp' },
  });
});
