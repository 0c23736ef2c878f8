import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importPages } from './import.ts';

const file = 'batch-get-pure-bt-reset-credentials.zh.md';
const text = readFileSync(new URL(`../source/${file}`, import.meta.url), 'utf8');

const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const words = (description?: string) => ({ type: 'string', ...(description ? { description } : {}) });

test('the published page, field by field', () => {
  const { document, warnings, refused } = importPages([{ file, text }]);
  expect({ warnings, refused }).toEqual({ warnings: [], refused: [] });
  expect(document.info).toEqual({ title: '批量获取纯蓝牙设备重置凭证', version: '1.0.0' });
  const path = '/v2/binding/enduserapi/batchGetPureBtResetCredentials';
  expect(Object.keys(document.paths)).toEqual([path]);
  expect(Object.keys(document.paths[path] ?? {})).toEqual(['post']);
  const operation = document.paths[path]?.post;
  expect(operation).toMatchObject({
    operationId: 'postV2BindingEnduserapiBatchGetPureBtResetCredentials',
    summary: '批量获取纯蓝牙设备重置凭证',
    description: '批量获取纯蓝牙设备重置凭证',
    'x-business-codes': [
      { code: 5032, meaning: { zh: 'token 验证失败' }, schema: 'Error5032' },
      { code: 5106, meaning: { zh: '请输入token' }, schema: 'Error5106' },
    ],
  });
  expect(operation?.parameters).toBeUndefined();
  expect(operation?.requestBody).toEqual({
    required: true,
    content: {
      'application/json': {
        schema: { type: 'array', items: reference('PkDkDto') },
        'x-example': [{ dk: '', pk: '' }],
      },
    },
  });
  expect(Object.keys(operation?.responses ?? {})).toEqual(['200']);
  expect(operation?.responses['200']?.description).toBe('批量获取纯蓝牙设备重置凭证成功');
  expect(Object.keys(operation?.responses['200']?.content ?? {})).toEqual(['application/json']);
  const { schemas } = document.components;
  const wrapper =
    Object.keys(schemas).find(
      (id) => schemas[id]?.['x-original-name'] === '返回注册码响应数据«ResetCredentialsDto»',
    ) ?? '';
  expect(operation?.responses['200']?.content?.['application/json']?.schema).toEqual({
    oneOf: [
      {
        ...reference(wrapper),
        properties: { code: { not: { enum: [5032, 5106] } } },
      },
      reference('Error5032'),
      reference('Error5106'),
    ],
  });
  const error = (code: number) => ({
    type: 'object',
    required: ['code'],
    properties: { code: { const: code }, extMsg: words('扩展消息'), msg: words('响应消息') },
  });
  expect(schemas).toEqual({
    PkDkDto: {
      type: 'object',
      required: ['dk', 'pk'],
      properties: { dk: words('Device Key'), pk: words('Product Key') },
    },
    [wrapper]: {
      type: 'object',
      'x-original-name': '返回注册码响应数据«ResetCredentialsDto»',
      properties: {
        code: { type: 'integer', format: 'int32', description: '响应状态码' },
        data: { ...reference('ResetCredentialsDto'), description: '响应数据' },
        extMsg: words('扩展消息'),
        msg: words('响应消息'),
      },
    },
    ResetCredentialsDto: {
      type: 'object',
      properties: {
        failedList: { type: 'array', description: '失败列表', items: reference('ResetCredentialsFailedDto') },
        successList: {
          type: 'array',
          description: '成功列表',
          items: reference('ResetCredentialsSuccessDto'),
        },
      },
    },
    ResetCredentialsFailedDto: {
      type: 'object',
      properties: { dk: words('dk'), msg: words(), pk: words('pk') },
    },
    ResetCredentialsSuccessDto: {
      type: 'object',
      properties: { dk: words('dk'), pk: words('pk'), resetCredentials: words('纯蓝牙设备重置凭证') },
    },
    Error5032: error(5032),
    Error5106: error(5106),
  });
});
