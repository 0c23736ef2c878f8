import { expect, test } from 'vitest';
import { imported, page, table } from './pages.ts';

const head = (url: string) => `# 灯光平台


**简介**:<p>控制灯具</p>


**HOST**:${url}


**联系人**:小林


**Version**:2.3


**接口路径**:/v2/api-docs


[TOC]


`;
const operation = (heading: string, address: string, method = 'GET') => page({ heading, address, method });

test('1.7 whole project: head, tags, operations, appendix', () => {
  const text = `${head('10.0.0.1:8080/base/')}# 灯具\n\n\n${operation('## 查询', '/lamps')}${operation('## 新增', '/lamps', 'POST')}# 开关\n\n\n${operation('## 查询开关', '/switches')}# 附录\n\n## 错误码\n\nfree text\n`;
  const { document, operations, warnings } = imported(text);
  expect(document.info).toEqual({
    title: '灯光平台',
    version: '2.3',
    description: '控制灯具',
    contact: { name: '小林' },
    'x-url': '/v2/api-docs',
  });
  expect(document.servers).toEqual([{ url: '//10.0.0.1:8080/base' }]);
  expect(document.tags).toEqual([{ name: '灯具' }, { name: '开关' }]);
  expect(operations.map(({ method, path, summary, tags }) => [method, path, summary, tags])).toEqual([
    ['get', '/lamps', '查询', ['灯具']],
    ['post', '/lamps', '新增', ['灯具']],
    ['get', '/switches', '查询开关', ['开关']],
  ]);
  expect(warnings.map(({ kind, params }) => [kind, params])).toEqual([['leftOut', { text: '错误码' }]]);
});

test('1.7 native English project, meta lines missing, an empty tag', () => {
  const text = `# Lamps\n\n\n**Description**:controls lamps\n\n\n**HOST**:https://lamps.test/api\n\n\n**URL**:/v3/api-docs\n\n\n# empty\n\n\n暂无接口文档\n\n\n# lamp\n\n\n${page({ edition: 'native', heading: '## get a lamp' })}`;
  const { document, kinds, operation: only } = imported(text);
  expect(document.info).toMatchObject({ title: 'Lamps', version: '1.0.0', description: 'controls lamps' });
  expect(document.servers).toEqual([{ url: 'https://lamps.test/api' }]);
  expect(only).toMatchObject({ summary: 'get a lamp', tags: ['lamp'] });
  expect(kinds).toEqual([]);
});

test('1.7 a host that is none is told', () => {
  const { document, warnings } = imported(`${head('见 附录')}# t\n\n${operation('## a', '/a')}`);
  expect(document.servers).toEqual([{ url: '/' }]);
  expect(warnings).toMatchObject([{ kind: 'leftOut', params: { text: '见 附录' } }]);
});

test('1.7 single page, fragment at ##, front matter', () => {
  expect(imported(operation('# 查询', '/a')).document.info.title).toBe('查询');
  expect(imported(operation('## 查询', '/a')).operation).toMatchObject({ summary: '查询' });
  const { operation: one, warnings } = imported(`---\ntitle: x\n---\n${operation('## 查询', '/a?x=1')}`);
  expect(one).toMatchObject({ summary: '查询', path: '/a' });
  expect(warnings.map(({ kind, line }) => [kind, line])).toEqual([
    ['leftOut', 1],
    ['readOtherwise', 7],
  ]);
});

test('1.7 several methods on one path', () => {
  const { operations } = imported(
    ['GET', 'POST', 'PUT'].map((method) => operation('## 灯', '/lamps', method)).join('\n'),
  );
  expect(operations.map(({ operationId }) => operationId)).toEqual(['getLamps', 'postLamps', 'putLamps']);
});

test('1.7 a label printed twice: the last one counts', () => {
  const request = ['no|灯号|query|true|string|'];
  const twice = imported(page({ request }).replace('**请求参数**:', '**请求参数**:\n\n\n**请求参数**:'));
  expect(twice.operation.parameters).toHaveLength(1);
  expect(twice.kinds).toEqual([]);
  const filled = imported(
    page({ request }).replace(
      '**请求参数**:',
      '**请求参数**:\n\n\n|参数名称|\n|---|\n|old|\n\n\n**请求参数**:',
    ),
  );
  expect(filled.operation.parameters).toMatchObject([{ name: 'no' }]);
  expect(filled.kinds).toEqual(['twice']);
});

test('1.7 old export: models printed apart under schema属性说明', () => {
  const columns = '参数名称|参数说明|类型|schema';
  const models = [
    '**schema属性说明**',
    '**Lamp**',
    table(columns, ['no|灯号|string|', 'state|状态|State|State', 'near|附近|array|Lamp']),
    '**State**',
    table(columns, ['on|开|boolean|']),
  ].join('\n\n');
  const { schemas, kinds, body } = imported(
    page({ method: 'POST', request: ['lamp|灯|body|true|Lamp|Lamp'] }).replace(
      '**响应状态**',
      `${models}\n\n**响应状态**`,
    ),
  );
  expect(body).toEqual({ $ref: '#/components/schemas/Lamp' });
  expect(schemas.Lamp?.properties).toMatchObject({
    state: { $ref: '#/components/schemas/State' },
    near: { items: { $ref: '#/components/schemas/Lamp' } },
  });
  expect(schemas).toHaveProperty('State.properties.on.type', 'boolean');
  expect(kinds).toEqual([]);
});

test('1.7 old export: its own labels, the project in bold, models called like labels', () => {
  const operation = page({ heading: '## 查询', method: 'POST', request: ['lamp|灯|body|true|Status|Status'] })
    .replace('接口描述', '接口说明')
    .replace('响应状态', '响应状态码说明')
    .replace('响应参数', '响应参数说明')
    .replace('响应示例', '响应数据')
    .replace('integer(int32)|integer(int32)', 'int32|')
    .replace(
      '**响应数据',
      `**schema属性说明**\n\n**Status**\n\n${table('属性名称|说明|类型|schema', ['on|开|boolean|'])}\n\n**响应数据`,
    );
  const {
    document,
    schemas,
    kinds,
    operation: one,
  } = imported(`**灯光平台**\n\n\n**简介**：控制灯具\n\n\n# 灯具\n\n${operation}`);
  expect(document.info).toMatchObject({ title: '灯光平台', description: '控制灯具' });
  expect(one).toMatchObject({ summary: '查询', description: '查询一盏灯', tags: ['灯具'] });
  expect(schemas).toHaveProperty('Status.properties.on.type', 'boolean');
  expect(schemas).toHaveProperty('LampAnswer.properties.code.format', 'int32');
  expect(kinds).toEqual([]);
});

test('1.7 old export: the response example may come before the response parameters', () => {
  const [, parts = '', example = ''] = /(\*\*响应参数[\s\S]*)(\*\*响应示例[\s\S]*)/.exec(page()) ?? [];
  const { operation: one, kinds } = imported(page().replace(parts + example, `${example}\n\n${parts}`));
  expect(one.responses['200']?.content?.['application/json']).toEqual({
    schema: { $ref: '#/components/schemas/LampAnswer' },
    'x-example': { code: 0, msg: '' },
  });
  expect(kinds).toEqual([]);
});

test('two editions of one page merge into one operation with both texts', () => {
  const parts = { method: 'POST', status: ['200|OK|LampAnswer', '5901|no lamp|'] };
  const en = page({
    ...parts,
    edition: 'api',
    heading: '# Dim',
    description: '`Dims a lamp`',
    request: ['b|b|body|true|DimCommand|DimCommand', '>level|how bright||true|integer|'],
  });
  const zh = page({
    ...parts,
    heading: '# 调光',
    status: ['200|好|LampAnswer', '5901|灯不存在|'],
    request: ['b|b|body|true|调光|调光', '>level|亮度||true|integer(int32)|'],
  });
  for (const order of [
    [en, zh],
    [zh, en],
  ]) {
    const { operations, operation: one, schemas, kinds } = imported(...order);
    expect(operations).toHaveLength(1);
    expect(one).toMatchObject({
      summary: '调光',
      'x-texts': { summary: { zh: '调光', en: 'Dim' }, description: { zh: '查询一盏灯', en: 'Dims a lamp' } },
      'x-business-codes': [{ code: 5901, meaning: { zh: '灯不存在', en: 'no lamp' } }],
      responses: { 200: { 'x-texts': { zh: '好', en: 'OK' } } },
    });
    const model = Object.values(schemas).find((schema) => schema['x-original-name'] === '调光');
    expect(model?.properties).toEqual({
      level: {
        type: 'integer',
        format: 'int32',
        description: '亮度',
        'x-texts': { zh: '亮度', en: 'how bright' },
      },
    });
    expect(kinds).toEqual([]);
  }
});

test('editions that disagree, and the same page twice, are told', () => {
  const differing = imported(
    page({ request: ['a||query|false|string|'] }),
    page({ edition: 'api', request: ['b||query|false|string|'] }),
  );
  expect(differing.operation.parameters).toMatchObject([{ name: 'a' }]);
  expect(differing.warnings).toMatchObject([
    { file: 'b.md', kind: 'differs', params: { what: 'query b' } },
    { file: 'b.md', kind: 'differs', params: { what: 'query a' } },
  ]);
  expect(imported(page(), page()).warnings).toMatchObject([
    { file: 'b.md', kind: 'twiceInPages', params: { other: 'a.md' } },
  ]);
});

test('one model described differently on two pages is one component, and a warning', () => {
  const one = (address: string, text: string) =>
    page({ address, response: [`no|${text}|string|`], responseExample: '' });
  const { schemas, warnings } = imported(one('/a', '灯号'), one('/b', '编号'));
  expect(Object.keys(schemas)).toEqual(['LampAnswer']);
  expect(warnings).toMatchObject([
    { file: 'b.md', kind: 'differs', params: { where: 'LampAnswer', what: 'no.zh: "灯号" / "编号"' } },
  ]);
});
