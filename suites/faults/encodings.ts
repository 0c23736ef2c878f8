import { bytes, withType, words } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';
import { encodeGbk } from './gbk.ts';

/** Cuts the first character that is not ASCII in half. */
function halved(body: Buffer): Buffer {
  const at = body.findIndex((byte) => byte >= 0x80);
  return at < 0 ? body : Buffer.concat([body.subarray(0, at), body.subarray(at + 1)]);
}

/** Bodies that are not JSON in UTF-8, and answers that say they are something else. */
export const brokenEncodings: readonly Fault[] = [
  {
    name: 'wrong-media-type',
    rule: 'media-type',
    text: { en: 'JSON is sent as text/html', zh: 'JSON 以 text/html 类型返回' },
    reply: withType('text/html;charset=UTF-8'),
  },
  {
    name: 'text-plain',
    rule: 'media-type',
    text: { en: 'JSON is sent as text/plain', zh: 'JSON 以 text/plain 类型返回' },
    reply: withType('text/plain'),
  },
  {
    name: 'no-media-type',
    rule: 'media-type',
    text: { en: 'There is no Content-Type', zh: '缺少 Content-Type' },
    reply: ({ mediaType: _, ...others }) => others,
  },
  {
    name: 'wrong-charset',
    rule: 'media-type',
    text: { en: 'UTF-8 is sent as GBK', zh: 'UTF-8 内容声明为 GBK' },
    reply: withType('application/json;charset=GBK'),
  },
  {
    name: 'broken-utf8',
    rule: 'encoding',
    text: { en: 'The first Chinese character loses its first byte', zh: '第一个汉字缺失首字节' },
    reply: bytes(halved),
  },
  {
    name: 'gbk',
    rule: 'encoding',
    text: { en: 'The body is in GBK', zh: '应答体为 GBK 编码' },
    reply: bytes((body) => encodeGbk(body.toString())),
  },
  {
    name: 'utf-16',
    rule: 'encoding',
    text: { en: 'The body is in UTF-16', zh: '应答体为 UTF-16 编码' },
    reply: bytes((body) => Buffer.from(body.toString(), 'utf16le')),
  },
  {
    name: 'byte-order-mark',
    rule: 'encoding',
    text: { en: 'The body starts with a byte order mark', zh: '应答体以字节序标记（BOM）开头' },
    reply: words((text) => `\uFEFF${text}`),
  },
  {
    name: 'empty-body',
    rule: 'encoding',
    text: { en: 'The body is empty', zh: '应答体为空' },
    reply: words(() => ''),
  },
  {
    name: 'cut-json',
    rule: 'encoding',
    text: { en: 'The last byte of the JSON is missing', zh: 'JSON 缺少最后一个字节' },
    reply: bytes((body) => body.subarray(0, -1)),
  },
  {
    name: 'trailing-json',
    rule: 'encoding',
    text: { en: 'A second JSON value follows the first', zh: '第一个 JSON 值之后还有第二个' },
    reply: words((text) => `${text}{}`),
  },
  {
    name: 'trailing-bytes',
    rule: 'encoding',
    text: { en: 'Bytes of zero follow the JSON', zh: 'JSON 之后有零字节' },
    reply: words((text) => `${text}\0\0`),
  },
  {
    name: 'single-quotes',
    rule: 'encoding',
    text: { en: 'Strings stand in single quotes', zh: '字符串使用单引号' },
    reply: words((text) => text.replaceAll('"', "'")),
  },
  {
    name: 'not-a-number',
    rule: 'encoding',
    text: { en: 'The code is NaN, which JSON does not have', zh: 'code 为 JSON 中不存在的 NaN' },
    reply: words((text) => text.replace(/"code":\d+/, '"code":NaN')),
  },
  {
    name: 'trailing-comma',
    rule: 'encoding',
    text: { en: 'A comma follows the last field', zh: '最后一个字段后有逗号' },
    reply: words((text) => text.replace(/}$/, ',}')),
  },
  {
    name: 'raw-line-breaks',
    rule: 'encoding',
    text: { en: 'A string has a line break in it that is not escaped', zh: '字符串中含未转义的换行' },
    reply: words((text) => text.replace(/"msg":"/, '"msg":"\n')),
  },
  {
    name: 'json-in-json',
    rule: 'envelope',
    text: { en: 'The answer is a string of JSON in JSON', zh: '应答为 JSON 字符串中的 JSON' },
    reply: words((text) => JSON.stringify(text)),
  },
  {
    name: 'answer-in-list',
    rule: 'envelope',
    text: { en: 'The answer stands in a list', zh: '应答被放入列表中' },
    reply: words((text) => `[${text}]`),
  },
];
