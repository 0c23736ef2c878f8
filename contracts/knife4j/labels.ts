import { lookup } from './words.ts';

/** The labels of each part of a page, in lower case: Chinese, the platform's English, native English. */
const parts = {
  address: ['接口地址', 'api address', 'interface address', 'url'],
  method: ['请求方式', '请求方法', 'request method', 'method'],
  produces: ['produces'],
  consumes: ['consumes'],
  requestType: ['请求数据类型', 'request data type'],
  responseType: ['响应数据类型', 'response data type'],
  author: ['开发者', '作者', 'author'],
  description: [
    '接口描述',
    '接口说明',
    '简介',
    'description',
    'api description',
    'interface description',
    'note',
  ],
  requestExample: ['请求示例', 'request example', 'example'],
  request: ['请求参数', 'request parameters', 'params'],
  status: ['响应状态', '响应状态码说明', 'response status', 'status'],
  perStatus: [],
  headers: ['响应header', 'response header'],
  response: ['响应参数', '响应参数说明', 'response parameters', 'response params'],
  responseExample: ['响应示例', '响应数据', 'response example'],
  models: ['schema属性说明'],
} as const;
export type Part = keyof typeof parts;

/** The labels at the head of a whole project. Their case counts: URL is not url. */
const metas = {
  intro: ['简介', 'Description'],
  host: ['HOST'],
  contact: ['联系人', 'Contacts'],
  version: ['Version'],
  url: ['接口路径', 'URL'],
} as const;
export type Meta = keyof typeof metas;

const [partOf, metaOf] = [lookup(parts), lookup(metas)];
const line = /^(\*\*)?\s*([^*|`]{1,60}?)\s*[:：]?\s*\*\*(?!\*)\s*[:：]?\s*(.*)$/;
const perStatus = /^(?:响应状态码|响应业务码|code)\s*[-－]\s*(\S+)$/;

/** The bold label a line begins with, and what follows it; one that is not known counts only when fully bold. */
export function labelOf(text: string) {
  // Few lines are labels, and the pattern is dear on long ones.
  if (!text.trimStart().slice(0, 90).includes('**')) return undefined;
  const [, opening, label = '', value = ''] = line.exec(text.trimStart()) ?? [];
  const status = perStatus.exec(label)?.[1];
  const meta = metaOf(label);
  const known = meta === 'url' ? undefined : partOf(label.toLowerCase());
  const part: Part | undefined = status ? 'perStatus' : known;
  return label !== '' && (opening ?? part ?? meta) ? { label, value, part, meta, status } : undefined;
}
export type Label = NonNullable<ReturnType<typeof labelOf>>;

/** Whether a table row is the address of an operation, as a fork of the generator prints it. */
export const isForkedRow = (row: string) =>
  /^\|?[\s*]*(?:接口地址|(?:API|Interface) Address)[\s*]*\|/.test(row.trim());
