import { gzipSync } from 'node:zlib';
import type { Device } from '../contracts/batch.ts';
import type { Text } from '../contracts/text.ts';
import { otherEncodings } from './other-encodings.ts';
import { encodeBatch } from './request.ts';

/** A request that is not sent as one should be, around devices that are well. */
export interface OddRequest {
  readonly name: string;
  readonly text: Text;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** In place of the usual JSON. */
  encode?(devices: readonly Device[]): Buffer;
}

const contentType = (name: string, text: Text, value: string | undefined): OddRequest => ({
  name,
  text,
  headers: { 'content-type': value },
});

/** Methods the operation does not have: none may be a success. */
export const otherMethods: readonly OddRequest[] = [
  {
    name: 'get',
    text: { en: 'GET', zh: 'GET' },
    method: 'GET',
    headers: { 'content-type': undefined },
    encode: () => Buffer.alloc(0),
  },
  ...['PUT', 'PATCH', 'DELETE'].map((method) => ({
    name: method.toLowerCase(),
    text: { en: method, zh: method },
    method,
  })),
];

/** What the page is silent on: it may be answered or refused as a whole. */
export const oddRequests: readonly OddRequest[] = [
  contentType('no-type', { en: 'no media type', zh: '缺少媒体类型' }, undefined),
  contentType('empty-type', { en: 'an empty media type', zh: '媒体类型为空' }, ''),
  contentType('no-such-type', { en: 'a media type that is none', zh: '无效的媒体类型' }, 'json'),
  contentType('text', { en: 'text/plain', zh: 'text/plain' }, 'text/plain'),
  contentType(
    'form',
    { en: 'the media type of forms', zh: '表单媒体类型' },
    'application/x-www-form-urlencoded',
  ),
  contentType(
    'multipart',
    { en: 'multipart without a boundary', zh: '缺少 boundary 的 multipart' },
    'multipart/form-data',
  ),
  contentType('xml-type', { en: 'application/xml', zh: 'application/xml' }, 'application/xml'),
  contentType(
    'other-charset',
    { en: 'a charset that it has not', zh: '与实际不符的字符集' },
    'application/json;charset=GBK',
  ),
  contentType(
    'no-such-charset',
    { en: 'a charset that nobody knows', zh: '不存在的字符集' },
    'application/json;charset=x-none',
  ),
  {
    name: 'accept-html',
    text: { en: 'an answer wanted as HTML', zh: '要求以 HTML 应答' },
    headers: { accept: 'text/html' },
  },
  {
    name: 'gzip',
    text: { en: 'a body in gzip', zh: 'gzip 压缩的请求体' },
    headers: { 'content-encoding': 'gzip' },
    encode: (devices) => gzipSync(encodeBatch(devices)),
  },
  {
    name: 'no-gzip',
    text: { en: 'a body that is said to be gzip', zh: '声称为 gzip 的普通请求体' },
    headers: { 'content-encoding': 'gzip' },
  },
  {
    name: 'no-such-coding',
    text: { en: 'a content coding that nobody knows', zh: '不存在的内容编码' },
    headers: { 'content-encoding': 'x-none' },
  },
  {
    name: 'other-method',
    text: { en: 'a header that asks for another method', zh: '以请求头要求其他方法' },
    headers: { 'x-http-method-override': 'DELETE' },
  },
  ...otherEncodings,
];
