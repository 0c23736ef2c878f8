import {
  bytes,
  delivered,
  everyNth,
  hasBadBody,
  hasBadToken,
  over,
  repliesTo,
  underStatus,
} from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

const over50 = over(50);

/** A page as gateways send it. */
const gatewayPage = Buffer.from('<html><body><h1>502 Bad Gateway</h1></body></html>');

/** Wrong HTTP statuses, and answers that do not arrive. */
export const wrongDelivery: readonly Fault[] = [
  {
    name: 'http-201',
    rule: 'http-status',
    text: { en: 'Everything is HTTP 201', zh: '所有应答均为 HTTP 201' },
    reply: underStatus(201),
  },
  {
    name: 'http-204',
    rule: 'http-status',
    text: { en: 'Everything is HTTP 204, without a body', zh: '所有应答均为 HTTP 204 且无应答体' },
    reply: (reply) => ({ ...reply, status: 204, body: Buffer.alloc(0) }),
  },
  {
    name: 'http-302',
    rule: 'http-status',
    text: { en: 'More than 50 devices are redirected', zh: '超过 50 台设备时被重定向' },
    reply: repliesTo(over50, (reply) => ({ ...reply, status: 302, headers: { location: '/login' } })),
  },
  {
    name: 'http-207-when-some-fail',
    rule: 'http-status',
    text: { en: 'Devices that fail give HTTP 207', zh: '存在失败设备时返回 HTTP 207' },
    reply: (reply) => (reply.body.includes('"failedList":[{') ? { ...reply, status: 207 } : reply),
  },
  {
    name: 'http-401-on-token-errors',
    rule: 'http-status',
    text: {
      en: 'Token errors are HTTP 401 although nobody allowed it',
      zh: '未经许可，token 错误返回 HTTP 401',
    },
    reply: repliesTo(hasBadToken, underStatus(401)),
  },
  {
    name: 'http-500-over-50',
    rule: 'http-status',
    text: { en: 'More than 50 devices give HTTP 500', zh: '超过 50 台设备时返回 HTTP 500' },
    reply: repliesTo(over50, underStatus(500)),
  },
  {
    name: 'http-502-over-50',
    rule: 'http-status',
    text: {
      en: "More than 50 devices give a gateway's HTTP 502 page",
      zh: '超过 50 台设备时返回网关的 HTTP 502 页面',
    },
    reply: repliesTo(over50, () => ({ status: 502, mediaType: 'text/html', body: gatewayPage })),
  },
  {
    name: 'http-500-every-7th-call',
    rule: 'http-status',
    text: { en: 'Every 7th call gives HTTP 500', zh: '每第 7 次调用返回 HTTP 500' },
    reply: repliesTo(everyNth(7), underStatus(500)),
  },
  {
    name: 'http-500-on-bad-body',
    rule: 'http-status',
    text: { en: 'A body that is no list of devices gives HTTP 500', zh: '请求体不是设备列表时返回 HTTP 500' },
    reply: repliesTo(hasBadBody, underStatus(500)),
  },
  {
    name: 'http-500-on-empty-batch',
    rule: 'http-status',
    text: { en: 'An empty batch gives HTTP 500', zh: '空批次返回 HTTP 500' },
    reply: repliesTo(({ devices }) => devices?.length === 0, underStatus(500)),
  },
  {
    name: 'reset-on-bad-body',
    rule: 'http-status',
    text: { en: 'A body that is no list of devices gets no answer', zh: '请求体不是设备列表时没有应答' },
    reply: repliesTo(hasBadBody, delivered('reset')),
  },
  {
    name: 'reset-over-50',
    rule: 'http-status',
    text: { en: 'More than 50 devices reset the connection', zh: '超过 50 台设备时连接被重置' },
    reply: repliesTo(over50, delivered('reset')),
  },
  {
    name: 'hang-over-50',
    rule: 'http-status',
    text: { en: 'More than 50 devices are never answered', zh: '超过 50 台设备时永不应答' },
    hangs: true,
    reply: repliesTo(over50, delivered('hang')),
  },
  {
    name: 'cut-over-50',
    rule: 'http-status',
    text: {
      en: 'The connection ends in the middle of an answer for more than 50 devices',
      zh: '超过 50 台设备时应答传输中途断开',
    },
    reply: repliesTo(over50, delivered('cut')),
  },
  {
    name: 'cut-json-over-50',
    rule: 'encoding',
    text: { en: 'The JSON for more than 50 devices ends too early', zh: '超过 50 台设备时 JSON 被截断' },
    reply: repliesTo(
      over50,
      bytes((body) => body.subarray(0, 4096)),
    ),
  },
];
