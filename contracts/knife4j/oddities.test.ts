import { expect, test } from 'vitest';
import { importPages } from './import.ts';
import { imported, page } from './pages.ts';

test('2.1 unescaped pipe, row cut: type from the example, required unknown', () => {
  const { schemas, warnings } = imported(
    page({
      method: 'POST',
      requestExample: '{"compare": "", "when": ""}',
      request: [
        'rule|rule|body|true|Rule|Rule',
        '>compare|`>|>=|<|<=',
        '>when|one of: once||daily||weekly',
        '>no|灯号||true|string|',
      ],
    }),
  );
  expect(schemas.Rule).toMatchObject({
    required: ['no'],
    properties: { compare: { type: 'string' }, when: { type: 'string' } },
  });
  expect(warnings.filter(({ kind }) => kind === 'rowCut').map(({ params }) => params.name)).toEqual([
    'compare',
    'when',
  ]);
});

test('2.1 unescaped pipe, row cut in an answer', () => {
  const { schemas, kinds } = imported(
    page({ response: ['compare|`>|>=|<', 'n||integer|'], responseExample: '{"compare": "", "n": 0}' }),
  );
  expect(schemas).toHaveProperty('LampAnswer.properties.compare.type', 'string');
  expect(kinds).toEqual(['rowCut']);
});

test('2.1 unescaped pipe, raw row too wide: the description is joined again', () => {
  const { operation, kinds } = imported(
    page({ request: ['order|(asc|desc)|query|false|string|', 'p|a\\|b|query|false|string|'] }),
  );
  expect(operation.parameters).toMatchObject([
    { name: 'order', description: '(asc|desc)', schema: { type: 'string' } },
    { name: 'p', description: 'a|b' },
  ]);
  expect(kinds).toEqual(['rowTooWide']);
});

test('2.2 declared object, example a scalar; object against array; date against number', () => {
  const { schemas, warnings } = imported(
    page({
      response: [
        'code||object|',
        'data||Lamp|Lamp',
        '>no||string|',
        'at||string(date-time)|',
        'on||string(date-time)|',
        'n||integer|',
      ],
      responseExample: '{"code": 200, "data": [{"no": ""}], "at": 1700000000, "on": "1700000000", "n": 0}',
    }),
  );
  expect(schemas.LampAnswer?.properties).toEqual({
    code: { type: 'integer' },
    data: { type: 'array', items: { $ref: '#/components/schemas/Lamp' } },
    at: { type: ['string', 'integer'], 'x-original-type': 'string(date-time)' },
    on: { type: 'string', 'x-original-type': 'string(date-time)' },
    n: { type: 'integer' },
  });
  expect(warnings.map(({ kind, params }) => [kind, ...Object.values(params)])).toEqual([
    ['readOtherwise', 'code', 'object, integer', 'integer'],
    ['readOtherwise', 'data', 'Lamp, array', 'array'],
    ['readOtherwise', 'at', 'string(date-time), integer', 'string,integer'],
    ['readOtherwise', 'on', 'string(date-time), string', 'string'],
  ]);
});

test('2.3 the zero value of an example is neither const nor default', () => {
  const { schemas } = imported(page());
  expect(schemas).toHaveProperty('LampAnswer.properties.code', {
    type: 'integer',
    format: 'int32',
    description: '响应码',
  });
});

test.each([
  '{"code": 0, "msg": "",}',
  '{"code": 0 "msg": ""}',
  '{ "text" }',
  '{"msg": "a "b" c"}',
  '{ {"code": 0}',
])('2.4 invalid JSON stays text: %s', (responseExample) => {
  const { operation, kinds } = imported(page({ responseExample }));
  expect(operation.responses['200']?.content?.['application/json']).toEqual({
    schema: { $ref: '#/components/schemas/LampAnswer' },
    'x-example-text': responseExample,
  });
  expect(kinds).toEqual(['exampleNotJson']);
});

test('2.4 a formatted literal is read as the value it is', () => {
  const { operation, kinds } = imported(page({ responseExample: "{\n  code: 0,\n  msg: 'it\\'s',\n};" }));
  expect(operation.responses['200']?.content?.['application/json']?.['x-example']).toEqual({
    code: 0,
    msg: "it's",
  });
  expect(kinds).toEqual([]);
});

test('2.5 examples that lack rows or have more', () => {
  const { schemas, warnings } = imported(
    page({ response: ['code||integer|', 'level||integer|'], responseExample: '{"code": 0, "kind": ""}' }),
  );
  expect(Object.keys(schemas.LampAnswer?.properties ?? {})).toEqual(['code', 'level']);
  expect(warnings).toMatchObject([{ kind: 'exampleExtra', params: { name: 'kind' } }]);
});

test('2.6 POST of JSON with query rows only has no body', () => {
  const { operation, kinds } = imported(page({ method: 'POST', request: ['no|灯号|query|true|string|'] }));
  expect(operation.requestBody).toBeUndefined();
  expect(operation.parameters).toMatchObject([{ in: 'query', required: true }]);
  expect(kinds).toEqual([]);
});

test('2.7 DELETE with a JSON body said to be a form; media types in one value', () => {
  const parts = { method: 'DELETE', request: ['list|list|body|true|array|string'] };
  const form = imported(page({ ...parts, requestType: 'application/x-www-form-urlencoded' }));
  expect(form.body).toEqual({ type: 'array', items: { type: 'string' } });
  expect(form.warnings).toMatchObject([
    { kind: 'readOtherwise', params: { name: 'list', read: 'application/json' } },
  ]);
  const both = imported(
    page({ ...parts, requestType: 'application/x-www-form-urlencoded,application/json' }),
  );
  expect(Object.keys(both.operation.requestBody?.content ?? {})).toEqual(['application/json']);
  expect(both.kinds).toEqual([]);
  expect(imported(page({ ...parts, requestType: '*' })).body).toEqual({
    type: 'array',
    items: { type: 'string' },
  });
});

test('2.8 primitive body next to a header row; a servlet request', () => {
  const { body, operation } = imported(
    page({
      method: 'POST',
      request: [
        'no|灯号|body|true|integer(int64)|',
        'X-Home|家|header|false|string|',
        'request|request|query|false|object|',
      ],
    }),
  );
  expect(body).toEqual({ type: 'integer', format: 'int64' });
  expect(operation.parameters).toMatchObject([
    { name: 'X-Home', in: 'header' },
    { name: 'request', in: 'query', schema: { type: 'object' } },
  ]);
});

test('2.9 Authorization becomes a security scheme', () => {
  const { operation, document, kinds } = imported(page({ request: ['Authorization||header|false|string|'] }));
  expect(operation.parameters).toBeUndefined();
  expect(operation.security).toEqual([{ Authorization: [] }]);
  expect(document.components.securitySchemes).toEqual({ Authorization: { type: 'http', scheme: 'bearer' } });
  expect(kinds).toEqual([]);
});

test('2.10 an empty description, a heading with one blank line, labels without any', () => {
  const text = page({ description: '' })
    .replace('# 查询灯具\n\n\n', '# 查询灯具\n\n')
    .replace(/\n\n\n\*\*(接口描述|请求参数)/g, '\n**$1');
  const { operation, kinds } = imported(text);
  expect(operation).toMatchObject({ summary: '查询灯具', path: '/v1/lampapi/getLamp' });
  expect(kinds).toEqual([]);
});

test('2.10 a label right below a table, with the next table right below it', () => {
  const { operation, answer } = imported(
    page({ request: ['no|灯号|query|true|string|'] }).replace(/\n{2,}/g, '\n'),
  );
  expect(operation.parameters).toMatchObject([{ name: 'no' }]);
  expect(answer).toEqual({ $ref: '#/components/schemas/LampAnswer' });
});

test('2.11 fences inside the description are not the request example', () => {
  const description = '控制\n\n- 写法一\n\n***布尔***\n\n```json\n{"a": 1}\n```\n\n```json\n{"b": 2}\n```';
  const { operation, kinds } = imported(
    page({
      method: 'POST',
      description,
      requestExample: '{"no": ""}',
      request: ['c|c|body|true|C|C', '>no|||true|string|'],
    }),
  );
  expect(operation.description).toBe(description);
  expect(operation.requestBody?.content['application/json']?.['x-example']).toEqual({ no: '' });
  expect(kinds).toEqual([]);
});

test.each([
  ['/lamps/{no}}', '/lamps/{no}', 'pathParameterAdded'],
  ['/lamps?no=1', '/lamps', 'readOtherwise'],
  ['https://lamps.test/v1/lamps', '/v1/lamps', 'readOtherwise'],
  ['/lamps/{no:\\d+}', '/lamps/{no}', 'pathParameterAdded'],
])('2.12 address %s', (address, path, kind) => {
  const { operation, kinds, document, warnings } = imported(page({ address }));
  expect(operation.path).toBe(path);
  expect(kinds).toContain(kind);
  expect(warnings.find((one) => one.kind === 'readOtherwise')?.params).toEqual({
    name: path,
    found: address,
    read: path,
  });
  if (address.startsWith('http')) expect(document.servers).toEqual([{ url: 'https://lamps.test' }]);
});

test('2.12 {version} with its one value', () => {
  const { operation } = imported(
    page({ address: '/lamps/{version}/get', request: ['version|version,valid value:r1|path|true|string|'] }),
  );
  expect(operation.parameters).toMatchObject([
    { name: 'version', in: 'path', schema: { type: 'string', enum: ['r1'] } },
  ]);
});

test('2.13 operationId from method and the whole path; equal ones are numbered', () => {
  const { operations } = imported(
    page({ address: '/a/info' }),
    page({ address: '/b/info' }),
    page({ address: '/b-info' }),
  );
  expect(operations.map(({ operationId }) => operationId)).toEqual(['getAInfo', 'getBInfo', 'getBInfo_2']);
});

test('2.12 two templates of one path', () => {
  const { document, warnings } = imported(
    page({ address: '/lamps/{no}', request: ['no||path|true|string|'] }),
    page({ address: '/lamps/{id}', method: 'PUT', request: ['id||path|true|string|'] }),
  );
  expect(Object.keys(document.paths)).toEqual(['/lamps/{no}']);
  expect(document.paths['/lamps/{no}']?.put?.parameters).toMatchObject([{ name: 'no' }]);
  expect(warnings).toMatchObject([
    { file: 'b.md', kind: 'readOtherwise', params: { found: '/lamps/{id}', read: '/lamps/{no}' } },
  ]);
});

test('2.14 spelling errors are part of the API', () => {
  const { operation, schemas } = imported(
    page({ address: '/addCornJob', response: ['invaildTime||string|'], responseExample: '' }),
  );
  expect(operation.operationId).toBe('getAddCornJob');
  expect(schemas).toHaveProperty('LampAnswer.properties.invaildTime');
});

test('2.15 no final newline, carriage returns, a byte order mark', () => {
  const text = `\uFEFF${page().trimEnd().replaceAll('\n', '\r\n')}`;
  expect(imported(text).document).toEqual(imported(page()).document);
  expect(imported(text).kinds).toEqual([]);
});

test('2.16 the same title for two operations, and a model named like one', () => {
  const { operations, schemas } = imported(
    page({ address: '/a', status: ['200|OK|查询灯具'] }),
    page({ address: '/b' }),
  );
  expect(operations.map(({ summary }) => summary)).toEqual(['查询灯具', '查询灯具']);
  expect(Object.values(schemas)[0]?.['x-original-name']).toBe('查询灯具');
});

test('2.17 foreign text around an operation is told, its labels too', () => {
  const text =
    `写一个客户端\n\n${page()}\n**数据字典**\n\n|a|b|\n|---|---|\n|1|2|\n\n**com.lamp.LampVo**\n`.replace(
      '**请求参数**',
      '#### 请求\n\n**请求参数**',
    );
  const { operation, warnings } = imported(text);
  expect(operation.path).toBe('/v1/lampapi/getLamp');
  expect(warnings.map(({ kind, params }) => [kind, Object.values(params)[0]])).toEqual([
    ['leftOut', '写一个客户端'],
    ['leftOut', '请求'],
    ['leftOut', '**数据字典**'],
    ['leftOut', '|a|b|\n|---|---|\n|1|2|'],
    ['leftOut', '**com.lamp.LampVo**'],
  ]);
});

test('2.18 a fork of the generator is refused by name while the others go on', () => {
  const forked = '### 查询灯具\n\n|接口地址|/lamps|\n|---|---|\n|请求方式|GET|\n';
  const { refused, document } = importPages([
    { file: 'fork.md', text: forked },
    { file: 'none.md', text: '# 说明\n\n没有接口\n' },
    { file: 'empty.md', text: '' },
    { file: 'method.md', text: page({ method: 'FETCH' }) },
    { file: 'good.md', text: page() },
  ]);
  expect(Object.keys(document.paths)).toEqual(['/v1/lampapi/getLamp']);
  expect(refused.map(({ file }) => file)).toEqual(['fork.md', 'none.md', 'empty.md', 'method.md']);
  expect(refused[0]?.reason.en).toMatch('fork of the generator');
});

test('2.19 copy-paste errors in texts are kept as they stand', () => {
  const { operation } = imported(page({ status: ['200|OK|LampAnswer', '5902|地址过长：名称|'] }));
  expect(operation['x-business-codes']).toMatchObject([{ code: 5902, meaning: { zh: '地址过长：名称' } }]);
});
