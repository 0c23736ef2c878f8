import { expect, test } from 'vitest';
import { importPages } from './import.ts';
import { imported, page } from './pages.ts';
import { textOf } from './warning.ts';

/** What an import tells: the kind and its values. */
const told = (...texts: readonly string[]) =>
  imported(...texts).warnings.map(({ kind, params }) => [kind, ...Object.values(params)]);

test('a part with neither a table nor a word for nothing', () => {
  expect(told(page().replace('暂无', '见附录'))).toEqual([['leftOut', '见附录']]);
});

test('a second table under one label', () => {
  const table = '|参数名称|请求类型|数据类型|\n|---|---|---|\n|no|query|string|';
  expect(told(page().replace('暂无', `${table}\n\n\n${table}`))).toEqual([['leftOut', table]]);
});

test('a row without a name', () => {
  expect(told(page({ request: ['|灯号|query|true|string|', 'no||query|true|string|'] }))).toEqual([
    ['leftOut', '||灯号|query|true|string||'],
  ]);
});

test('a status that is none, and one listed twice: the last one counts', () => {
  const status = ['200|OK|LampAnswer', '4 0 4|No|', '5901|旧|', '5901|灯不存在|'];
  expect(told(page({ status }))).toEqual([
    ['leftOut', '4 0 4'],
    ['twice', '5901'],
  ]);
  expect(imported(page({ status })).operation['x-business-codes']).toMatchObject([
    { code: 5901, meaning: { zh: '灯不存在' } },
  ]);
});

test.each([
  ['GET', undefined, 'query'],
  ['POST', undefined, 'body'],
  ['POST', 'application/x-www-form-urlencoded', 'form'],
])('a place that is not known, in %s of %s: %s', (method, requestType, place) => {
  const parts = { method, request: ['no|灯号|somewhere|true|string|'], ...(requestType && { requestType }) };
  expect(told(page(parts))).toEqual([['readOtherwise', 'no', 'somewhere', place]]);
});

test('a code block that is never closed', () => {
  const { kinds, operation } = imported(page().replace(/\n```\n$/, '\n'));
  expect(kinds).toEqual(['fenceOpen']);
  expect(operation.responses['200']?.content?.['application/json']?.['x-example']).toEqual({
    code: 0,
    msg: '',
  });
});

test('a field and a parameter listed twice: the last one counts', () => {
  const parts = {
    response: ['code||string|', 'code||integer|'],
    request: ['no||query|true|string|', 'no||query|false|integer|'],
  };
  const { schemas, operation, warnings } = imported(page(parts));
  expect(schemas).toHaveProperty('LampAnswer.properties.code.type', 'integer');
  expect(operation.parameters).toEqual([{ name: 'no', in: 'query', schema: { type: 'integer' } }]);
  expect(warnings.filter(({ kind }) => kind === 'twice').map(({ params }) => params.name)).toEqual([
    'no',
    'code',
  ]);
});

test('a header that OpenAPI describes elsewhere', () => {
  const { operation, warnings } = imported(page({ request: ['Content-Type||header|true|string|'] }));
  expect(operation.parameters).toBeUndefined();
  expect(warnings).toMatchObject([{ kind: 'leftOut', params: { text: 'Content-Type' } }]);
});

test('a model that no rows describe, and an example without rows', () => {
  expect(told(page({ response: ['data||Lamp|Lamp'], responseExample: '{"data": {}}' }))).toEqual([
    ['typeUnknown', 'data', 'Lamp'],
  ]);
  expect(told(page({ method: 'POST', requestExample: '{"no": ""}' }))).toEqual([['exampleWithoutRows']]);
});

test('a path parameter that the path does not have', () => {
  const { operation, warnings } = imported(page({ method: 'POST', request: ['no||path|true|string|'] }));
  expect(operation.parameters).toMatchObject([{ name: 'no', in: 'query' }]);
  expect(warnings).toMatchObject([{ params: { name: 'no', found: 'path', read: 'query' } }]);
});

test('editions that disagree in a type, a field and the body: each place is named, the first one counts', () => {
  const parts = { method: 'POST', responseExample: '' };
  const { schemas, operation, warnings } = imported(
    page({ ...parts, response: ['code||integer(int32)|', 'no||string|'] }),
    page({
      ...parts,
      edition: 'api',
      response: ['code||string|', 'at||string|'],
      request: ['b|b|body|true|string|'],
    }),
  );
  expect(Object.keys(schemas.LampAnswer?.properties ?? {})).toEqual(['code', 'no']);
  expect(schemas).toHaveProperty('LampAnswer.properties.code', { type: 'integer', format: 'int32' });
  expect(operation.requestBody).toBeUndefined();
  expect(warnings.map(({ kind, params }) => [kind, params.what])).toEqual([
    ['differs', 'body'],
    ['differs', '200.application/json.code.type: "integer" / "string"'],
    ['differs', '200.application/json.at'],
    ['differs', '200.application/json.no'],
  ]);
});

test('what the first edition lacks comes from the second', () => {
  const { schemas, kinds } = imported(
    page({ response: ['code|码|integer|', 'data||Lamp|Lamp'], responseExample: '' }),
    page({
      edition: 'api',
      response: ['code||integer(int64)|', 'data|the lamp|Lamp|Lamp', '>no|its number|string|'],
      responseExample: '',
    }),
  );
  expect(schemas).toHaveProperty('LampAnswer.properties.code', {
    type: 'integer',
    format: 'int64',
    description: '码',
  });
  expect(schemas).toHaveProperty('LampAnswer.properties.data.description', 'the lamp');
  expect(schemas).toHaveProperty('Lamp.properties.no.description', 'its number');
  expect(kinds).toEqual(['typeUnknown']);
});

test('a page that breaks while it is merged or written is refused by name, the others go on', () => {
  const deep = page({ address: '/deep', responseExample: `${'['.repeat(40_000)}${']'.repeat(40_000)}` });
  const english = deep.replace('接口地址', 'API Address');
  const { document, refused } = importPages([
    { file: 'good.md', text: page() },
    { file: 'deep.md', text: deep },
    { file: 'deep.en.md', text: english },
    { file: 'last.md', text: page({ address: '/last' }) },
  ]);
  expect(Object.keys(document.paths)).toEqual(['/v1/lampapi/getLamp', '/last']);
  expect(refused.map(({ file }) => file)).toContain('deep.md');
  expect(refused[0]?.reason.en).toMatch('cannot be read');
  expect(() => JSON.stringify(document)).not.toThrow();
});

test('every text stands in both languages, its values filled in', () => {
  const { warnings } = imported(page({ response: ['x|a|b||string|', 'y|||'], responseExample: '{,}' }));
  expect(warnings.length).toBeGreaterThan(1);
  for (const { en, zh } of warnings.map(textOf)) expect(`${en} ${zh}`).not.toMatch(/\{\w+\}|undefined/);
});

test('a file that is no page is refused without further warnings; a method that is none is told', () => {
  const { warnings, refused } = importPages([
    { file: 'none.md', text: '# 说明\n\n没有接口\n\n```json\n{' },
    { file: 'method.md', text: page({ method: 'FETCH' }) },
  ]);
  expect(refused.map(({ file }) => file)).toEqual(['none.md', 'method.md']);
  expect(warnings).toMatchObject([{ file: 'method.md', params: { text: 'FETCH /v1/lampapi/getLamp' } }]);
});

test('nothing is told of a list of lists without an item type, nor of a schema beside a code', () => {
  const { kinds, schemas } = imported(
    page({
      status: ['200|OK|LampAnswer', '5901|灯不存在|string'],
      response: ['code||integer|', 'data||array|array'],
      responseExample: '{"code": 0, "data": [[]]}',
    }),
  );
  expect(kinds).toEqual([]);
  expect(schemas.Error5901).toEqual({
    type: 'object',
    required: ['code'],
    properties: { code: { const: 5901 } },
  });
});

test('warnings name file and line', () => {
  const text = page({ response: ['x||string|', 'y|||'], responseExample: '' });
  const line = text.split('\n').findIndex((one) => one.startsWith('|y|')) + 1;
  expect(imported(text).warnings).toEqual([
    { file: 'a.md', line, kind: 'typeUnknown', params: { name: 'y', schema: '' } },
  ]);
});
