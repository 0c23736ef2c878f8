import { expect, test } from 'vitest';
import { editions, imported, page, table } from './pages.ts';

const response = (schema: string) => [`code|c|integer(int32)|integer(int32)`, `data|d|${schema}|${schema}`];

test.each(['zh', 'api', 'interface', 'native'] as const)('1.1 skeleton of the %s edition', (edition) => {
  const text = page({
    edition,
    heading: '# Dim a lamp',
    address: '/v1/lampapi/dim',
    method: 'POST',
    requestExample: '{"level": 0}',
    request: ['cmd|cmd|body|true|DimCmd|DimCmd', '>level|the level||true|integer(int32)|'],
    response: response('string'),
    responseExample: '{"code": 0, "data": ""}',
  });
  const { operation, kinds, body, schemas, answer } = imported(text);
  expect(kinds).toEqual([]);
  expect(operation).toMatchObject({
    path: '/v1/lampapi/dim',
    method: 'post',
    operationId: 'postV1LampapiDim',
    summary: 'Dim a lamp',
  });
  expect(body).toEqual({ $ref: '#/components/schemas/DimCmd' });
  expect(schemas).toHaveProperty('DimCmd.properties.level', {
    type: 'integer',
    format: 'int32',
    description: 'the level',
  });
  expect(answer).toEqual({ $ref: '#/components/schemas/LampAnswer' });
  expect(operation['x-texts'].summary).toEqual({ [edition === 'zh' ? 'zh' : 'en']: 'Dim a lamp' });
});

test('1.1 native English swaps produces and consumes', () => {
  const { operation } = imported(
    page({
      edition: 'native',
      method: 'POST',
      requestType: 'application/xml',
      responseType: 'text/csv',
      request: ['b|b|body|true|string|'],
    }),
  );
  expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(['application/xml']);
  expect(Object.keys(operation.responses['200']?.content ?? {})).toEqual(['text/csv']);
});

test('1.1 old export: consumes is the request type, its value a list, the colon is full width or missing', () => {
  const text = page({ method: 'POST', request: ['b|b|body|true|string|'] })
    .replace('**接口地址**:`/v1/lampapi/getLamp`', '**接口地址**：`/v1/lampapi/getLamp`')
    .replace('**请求方式**:', '**请求方式** ')
    .replace('**请求数据类型**:`application/json`', '**consumes**:`["application/json","text/xml"]`')
    .replace('**响应数据类型**:`*/*`', '**produces**:`["text/csv"]`');
  const { operation } = imported(text);
  expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(['application/json', 'text/xml']);
  expect(Object.keys(operation.responses['200']?.content ?? {})).toEqual(['text/csv']);
});

test('1.1 label syntax: colon inside, lost opening, space after the colon', () => {
  const text = page()
    .replace('**请求方式**:', '**请求方式:** ')
    .replace('**响应示例**:', '响应示例**:')
    .replace('**接口地址**:', '**接口地址**: ');
  const { operation, kinds } = imported(text);
  expect(operation).toMatchObject({ path: '/v1/lampapi/getLamp', method: 'get' });
  expect(operation.responses['200']?.content?.['application/json']?.['x-example']).toEqual({
    code: 0,
    msg: '',
  });
  expect(kinds).toEqual([]);
});

test('1.1 author, and parts with one or no blank line between them', () => {
  const text = page().replace('**接口描述**', '**开发者**:lin\n**接口描述**').replace(/\n{3}/g, '\n');
  const { operation, kinds } = imported(text);
  expect(operation).toMatchObject({ 'x-author': 'lin', description: '查询一盏灯' });
  expect(Object.keys(operation.responses)).toEqual(['200']);
  expect(kinds).toEqual([]);
});

test('1.1 parts may be missing or empty: no status table, an empty fence, an empty description', () => {
  const text = page({ description: '', responseExample: '' }).replace(
    /\*\*响应状态\*\*:\n+\|[\s\S]*?\n\n/,
    '',
  );
  const { operation, kinds } = imported(text);
  expect(operation.description).toBeUndefined();
  expect(operation.responses['200']?.content?.['application/json']?.schema).toMatchObject({ type: 'object' });
  expect(kinds).toEqual([]);
});

test('1.1 response headers', () => {
  const headers = `**响应Header**:\n\n\n${table(editions.zh.response, ['X-Trace|追踪号|string|'])}\n\n\n**响应参数**`;
  const { operation } = imported(page().replace('**响应参数**', headers));
  expect(operation.responses['200']?.headers).toEqual({
    'X-Trace': { description: '追踪号', schema: { type: 'string' } },
  });
});

test.each(['暂无', 'None', '无'])('1.1 the none word %s', (none) => {
  const { operation, kinds } = imported(page().replace('暂无', none));
  expect(operation.parameters).toBeUndefined();
  expect(kinds).toEqual([]);
});

test('1.2 columns by header text: other words, another order, more and fewer columns', () => {
  const rows = table('in|字段名|必输项描述|参数类型|描述|长度', [
    'query|lampNo|N|string|灯号|32',
    'query|page|Y|Int|页|',
  ]);
  const { operation, kinds } = imported(page({ request: [] }).replace(table(editions.zh.request, []), rows));
  expect(operation.parameters).toEqual([
    { name: 'lampNo', in: 'query', description: '灯号\n长度: 32', schema: { type: 'string' } },
    {
      name: 'page',
      in: 'query',
      required: true,
      description: '页',
      schema: { type: 'integer', format: 'int32' },
    },
  ]);
  expect(kinds).toEqual([]);
});

test('1.2 business codes under 业务码 and 备注', () => {
  const { operation } = imported(
    page({ status: ['200|好|LampAnswer', '5901|灯不存在|'] }).replace(
      '状态码|说明|schema',
      '业务码|说明|备注',
    ),
  );
  expect(operation['x-business-codes']).toEqual([
    { code: 5901, meaning: { zh: '灯不存在' }, schema: 'Error5901' },
  ]);
});

test('1.2 an unknown column is told, its cells kept', () => {
  const rows = table(`${editions.zh.response}|来源`, ['code|码|integer(int32)|integer(int32)|库']);
  const { kinds, schemas } = imported(page({ response: [] }).replace(table(editions.zh.response, []), rows));
  expect(kinds).toContain('columnUnknown');
  expect(schemas).toHaveProperty('LampAnswer.properties.code.description', '码\n来源: 库');
});

test('1.2 padded cells and missing trailing cells', () => {
  const rows =
    '| 参数名称 | 参数说明 | 类型   | schema |\n| -------- | -------- | ------ | ------ |\n| msg      | 消息     | string |';
  const { schemas, kinds } = imported(
    page({ response: [], responseExample: '' }).replace(table(editions.zh.response, []), rows),
  );
  expect(schemas.LampAnswer?.properties).toEqual({ msg: { type: 'string', description: '消息' } });
  expect(kinds).toEqual([]);
});

test('1.2 a separator of another width than the header', () => {
  const text = page({ request: ['no|灯号|query|true|string|'] });
  const { operation, answer, kinds } = imported(
    text.replaceAll(/\n\|( -------- \|)+ \n/g, '\n|---|---| ----- |---|---| \n'),
  );
  expect(operation.parameters).toMatchObject([{ name: 'no' }]);
  expect(answer).toEqual({ $ref: '#/components/schemas/LampAnswer' });
  expect(kinds).toEqual([]);
});

test('1.3 nesting four levels deep, then a query row at level 0', () => {
  const { operation, schemas, kinds } = imported(
    page({
      method: 'POST',
      request: [
        'cmd|cmd|body|true|A|A',
        '>b|||false|B|B',
        '>>c|||false|array|C',
        '>>>d|||true|D|D',
        '>>>>e|||true|string|',
        'ver|版本|query|false|string|',
      ],
    }),
  );
  expect(schemas).toHaveProperty('A.properties.b.$ref', '#/components/schemas/B');
  expect(schemas).toHaveProperty('B.properties.c.items.$ref', '#/components/schemas/C');
  expect(schemas).toHaveProperty('C', {
    type: 'object',
    required: ['d'],
    properties: { d: { $ref: '#/components/schemas/D' } },
  });
  expect(schemas).toHaveProperty('D.properties.e.type', 'string');
  expect(operation.parameters).toMatchObject([{ name: 'ver', in: 'query' }]);
  expect(kinds).toEqual([]);
});

test('1.3 a skipped level: both rows belong to the nearest row above', () => {
  const { schemas, kinds } = imported(
    page({ response: ['data|d|A|A', '>>b||string|', '>>c||string|', 'msg||string|'], responseExample: '' }),
  );
  expect(Object.keys(schemas.A?.properties ?? {})).toEqual(['b', 'c']);
  expect(Object.keys(schemas.LampAnswer?.properties ?? {})).toEqual(['data', 'msg']);
  expect(kinds).toEqual(['levelSkipped', 'levelSkipped']);
});

test('1.3 a model expanded twice: one component when equal, two when not', () => {
  const { schemas } = imported(
    page({
      response: [
        'a||Lamp|Lamp',
        '>no||string|',
        'b||array|Lamp',
        '>no||string|',
        'c||Lamp|Lamp',
        '>id||string|',
      ],
      responseExample: '',
    }),
  );
  expect(schemas).toHaveProperty('LampAnswer.properties', {
    a: { $ref: '#/components/schemas/Lamp' },
    b: { type: 'array', items: { $ref: '#/components/schemas/Lamp' } },
    c: { $ref: '#/components/schemas/Lamp_2' },
  });
  expect(schemas.Lamp_2).toEqual({
    type: 'object',
    properties: { id: { type: 'string' } },
    'x-original-name': 'Lamp',
  });
});

test('1.5 HTML, entities and escapes in texts; other angle brackets stay', () => {
  const { operation, schemas } = imported(
    page({
      description: '<p>one<br/>two\\nthree <b>bold</b> &lt;x&gt; <token here></p>',
      response: ['msg|1-on<br />2-off|string|'],
      responseExample: '',
    }),
  );
  expect(operation.description).toBe('one\ntwo\nthree bold <x> <token here>');
  expect(schemas).toHaveProperty('LampAnswer.properties.msg.description', '1-on\n2-off');
});

test('1.5 an English description in backticks', () => {
  expect(imported(page({ edition: 'api', description: '`Reads a lamp`' })).operation.description).toBe(
    'Reads a lamp',
  );
});
