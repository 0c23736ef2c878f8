import { expect, test } from 'vitest';
import { imported, page } from './pages.ts';

test('1.6 statuses and business codes in one table', () => {
  const { operation, schemas, kinds } = imported(
    page({
      method: 'POST',
      status: [
        '200|OK|LampAnswer',
        '201|Created|',
        '401|Unauthorized|',
        '5901|灯不存在|',
        'Lamp.Broken|灯坏了|',
      ],
    }),
  );
  expect(Object.keys(operation.responses)).toEqual(['200', '201', '401']);
  expect(operation.responses['201']).toEqual({ description: 'Created' });
  expect(operation['x-business-codes']?.map(({ code }) => code)).toEqual([5901, 'Lamp.Broken']);
  const schema = operation.responses['200']?.content?.['application/json']?.schema;
  expect(schema?.oneOf).toHaveLength(3);
  expect(schema?.oneOf?.[0]).toEqual({
    $ref: '#/components/schemas/LampAnswer',
    properties: { code: { not: { enum: [5901, 'Lamp.Broken'] } } },
  });
  expect(schemas.Error5901).toMatchObject({
    required: ['code'],
    properties: { code: { const: 5901 }, msg: { type: 'string' } },
  });
  expect(kinds).toEqual([]);
});

test('1.6 codes without a field to tell them apart', () => {
  const { operation, kinds } = imported(
    page({ status: ['200|OK|', '5901|灯不存在|'], response: ['ok||boolean|'], responseExample: '' }),
  );
  expect(operation['x-business-codes']).toEqual([{ code: 5901, meaning: { zh: '灯不存在' } }]);
  expect(kinds).toEqual(['noCodeField']);
});

test('1.6 several statuses with schemas, each with its own label', () => {
  const rows = (name: string) =>
    `**响应参数**:\n\n\n|参数名称|参数说明|类型|schema|\n|---|---|---|---|\n|${name}||string||\n\n\n**响应示例**:\n\`\`\`javascript\n{"${name}": ""}\n\`\`\`\n\n\n`;
  const text = page({ status: ['200|OK|Good', '404|No|Bad', 'Lamp.Broken|坏|Broken'] }).replace(
    /\*\*响应参数[\s\S]*/,
    `**响应状态码-200**:\n\n\n${rows('good')}**响应状态码-404**:\n\n\n${rows('bad')}**响应业务码-Lamp.Broken**:\n\n\n${rows('broken')}`,
  );
  const { operation, schemas, kinds } = imported(text);
  expect(operation.responses['404']?.content?.['application/json']).toEqual({
    schema: { $ref: '#/components/schemas/Bad' },
    'x-example': { bad: '' },
  });
  expect(schemas).toHaveProperty('Good.properties.good.type', 'string');
  expect(schemas).toHaveProperty('Broken.properties.broken.type', 'string');
  expect(operation['x-business-codes']).toMatchObject([{ code: 'Lamp.Broken', schema: 'ErrorLamp.Broken' }]);
  expect(kinds).toEqual(['noCodeField']);
});
