import type { Lang } from '../text.ts';

/** A part of a page that a bold label opens. */
export type Part =
  | 'address'
  | 'method'
  | 'produces'
  | 'consumes'
  | 'requestType'
  | 'responseType'
  | 'author'
  | 'description'
  | 'requestExample'
  | 'request'
  | 'status'
  | 'perStatus'
  | 'headers'
  | 'response'
  | 'responseExample'
  | 'models';

/** A part of the head of a whole project. */
export type Meta = 'intro' | 'host' | 'contact' | 'version' | 'url';

type Table<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** The labels of each part: Chinese, the platform's English, native English. Their case counts: url is not URL. */
const parts: Table<Part> = {
  address: ['接口地址', 'API Address', 'Interface Address', 'url'],
  method: ['请求方式', '请求方法', 'Request Method', 'method'],
  produces: ['produces'],
  consumes: ['consumes'],
  requestType: ['请求数据类型', 'Request Data Type'],
  responseType: ['响应数据类型', 'Response Data Type'],
  author: ['开发者', '作者', 'author'],
  description: ['接口描述', '接口说明', 'description', 'API Description', 'Interface Description', 'Note'],
  requestExample: ['请求示例', 'Request Example', 'Example'],
  request: ['请求参数', 'Request Parameters', 'Params'],
  status: ['响应状态', '响应状态码说明', 'Response Status', 'Status'],
  perStatus: [],
  headers: ['响应Header', 'Response Header'],
  response: ['响应参数', '响应参数说明', 'Response Parameters', 'Response Params'],
  responseExample: ['响应示例', '响应数据', 'Response Example'],
  models: ['schema属性说明'],
};

const metas: Table<Meta> = {
  intro: ['简介', 'Description'],
  host: ['HOST'],
  contact: ['联系人', 'Contacts'],
  version: ['Version'],
  url: ['接口路径', 'URL'],
};

const perStatus = /^(?:响应状态码|响应业务码|code)\s*[-－]\s*(\S+)$/;
const line = /^(\*\*)?\s*([^*|`]{1,60}?)\s*[:：]?\s*\*\*(?!\*)\s*[:：]?\s*(.*)$/;

function byLabel<Name extends string>(entries: [Name, readonly string[]][]): ReadonlyMap<string, Name> {
  return new Map(entries.flatMap(([name, labels]) => labels.map((label) => [label, name] as const)));
}

function keysOf<Name extends string>(table: Table<Name>): Name[] {
  const names: Name[] = [];
  for (const name in table) names.push(name);
  return names;
}

const partByLabel = byLabel(keysOf(parts).map((name) => [name, parts[name]]));
const metaByLabel = byLabel(keysOf(metas).map((name) => [name, metas[name]]));
const byLowerCase = new Map([...partByLabel].map(([label, part]) => [label.toLowerCase(), part]));

/** A bold label at the head of a line, and what follows it there. */
export interface Label {
  readonly label: string;
  readonly value: string;
  readonly part?: Part;
  readonly meta?: Meta;
  /** The status or code of `响应状态码-404`. */
  readonly status?: string;
}

/** The label a line begins with; one that is not known counts only when it is fully bold. */
export function labelOf(text: string): Label | undefined {
  // Few lines are labels, and the pattern is dear on long ones.
  if (!text.trimStart().slice(0, 90).includes('**')) return undefined;
  const [, opening, label = '', value = ''] = line.exec(text.trimStart()) ?? [];
  if (label === '') return undefined;
  const status = perStatus.exec(label)?.[1];
  if (status) return { label, value, part: 'perStatus', status };
  const meta = metaByLabel.get(label);
  if (meta) return { label, value, meta };
  const part = partByLabel.get(label) ?? byLowerCase.get(label.toLowerCase());
  if (part) return { label, value, part };
  return opening ? { label, value } : undefined;
}

/** The language of a page, which its labels tell. */
export function languageOf(label: string): Lang {
  return /\p{Script=Han}/u.test(label) ? 'zh' : 'en';
}

/** In native English the two media labels are swapped; the label of the address gives such pages away. */
export function isNative(addressLabel: string): boolean {
  return addressLabel === 'url';
}

const addresses = parts.address.slice(0, 3);

/** Whether a table row is the address of an operation, as a fork of the generator prints it. */
export function isForkedRow(row: string): boolean {
  return addresses.some((label) => new RegExp(`^\\|?[\\s*]*${label}[\\s*]*\\|`).test(row.trim()));
}

const noneWords = new Set(['暂无', 'none', '无', '暂无接口文档', '[toc]']);

/** Whether a text is one of the words for "nothing here". */
export function isNone(text: string): boolean {
  return text.trim() === '' || noneWords.has(text.trim().toLowerCase());
}
