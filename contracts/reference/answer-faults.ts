import type { Fault } from './fault.ts';
import { bytes, errors, lists, serverError, taking } from './hooks.ts';

/** Cuts the first character that is not ASCII in half. */
function halved(body: Buffer): Buffer {
  const at = body.findIndex((byte) => byte >= 0x80);
  return at < 0 ? body : Buffer.concat([body.subarray(0, at), body.subarray(at + 1)]);
}

/** Faults in how a request is received and how its answer is worded and sent. */
export const answerFaults: readonly Fault[] = [
  {
    name: 'http-500-over-50',
    rule: 'http-status',
    text: { en: 'More than 50 devices give HTTP 500', zh: '超过 50 台设备时返回 HTTP 500' },
    reply: serverError(({ devices = [] }) => devices.length > 50),
  },
  {
    name: 'http-500-on-bad-body',
    rule: 'http-status',
    text: { en: 'A body that is no list of devices gives HTTP 500', zh: '请求体不是设备列表时返回 HTTP 500' },
    reply: serverError(({ verdict, devices }) => verdict === 'valid' && !devices),
  },
  {
    name: 'wrong-media-type',
    rule: 'media-type',
    text: { en: 'JSON is sent as text/html', zh: 'JSON 以 text/html 类型返回' },
    reply: (reply) => ({ ...reply, mediaType: 'text/html;charset=UTF-8' }),
  },
  {
    name: 'broken-utf8',
    rule: 'encoding',
    text: { en: 'The first Chinese character loses its first byte', zh: '第一个汉字缺失首字节' },
    reply: bytes(halved),
  },
  {
    name: 'trailing-json',
    rule: 'encoding',
    text: { en: 'A second JSON value follows the first', zh: '第一个 JSON 值之后还有第二个' },
    reply: bytes((body) => Buffer.concat([body, Buffer.from('{}')])),
  },
  {
    name: 'code-as-string',
    rule: 'envelope',
    text: { en: 'The code is a string', zh: 'code 为字符串' },
    answer: (answer) => ({ ...answer, code: String(answer.code) }),
  },
  {
    name: 'null-lists',
    rule: 'envelope',
    text: { en: 'An empty list is null', zh: '空列表返回 null' },
    answer: lists(({ failedList, successList }) => ({
      failedList: failedList.length > 0 ? failedList : null,
      successList: successList.length > 0 ? successList : null,
    })),
  },
  {
    name: 'swap-token-codes',
    rule: 'business-code',
    text: { en: '5032 and 5106 are exchanged', zh: '5032 与 5106 互换' },
    token: taking({ missing: 'forged', forged: 'missing', expired: 'missing', refresh: 'missing' }),
  },
  {
    name: 'accept-no-token',
    rule: 'business-code',
    text: { en: 'No token is needed', zh: '无需 token 即可访问' },
    token: taking({ missing: 'valid' }),
  },
  {
    name: 'accept-forged',
    rule: 'business-code',
    text: { en: 'The signature of a token is not checked', zh: '不校验 token 签名' },
    token: taking({ forged: 'valid' }),
  },
  {
    name: 'accept-expired',
    rule: 'business-code',
    text: { en: 'An expired token is accepted', zh: '接受已过期的 token' },
    token: taking({ expired: 'valid' }),
  },
  {
    name: 'accept-refresh',
    rule: 'business-code',
    text: { en: 'A refresh token is accepted as an access token', zh: '刷新令牌被当作访问令牌接受' },
    token: taking({ refresh: 'valid' }),
  },
  {
    name: 'accept-bad-body',
    rule: 'business-code',
    text: { en: 'A body that is no list of devices is a success', zh: '请求体不是设备列表也返回成功' },
    answer: errors((answer, { verdict }) =>
      verdict === 'valid'
        ? { ...answer, code: 200, data: { failedList: [], successList: [] }, msg: '' }
        : answer,
    ),
  },
  {
    name: 'echo-token',
    rule: 'leak',
    text: { en: 'Error messages repeat the token', zh: '错误信息回显 token' },
    answer: errors((answer, { authorization }) => ({ ...answer, msg: `${answer.msg}: ${authorization}` })),
  },
  {
    name: 'stack-trace',
    rule: 'leak',
    text: { en: 'Errors come with a stack trace', zh: '错误应答附带堆栈信息' },
    answer: errors((answer) => ({
      ...answer,
      extMsg: 'java.lang.IllegalArgumentException\n\tat com.example.Binding.check(Binding.java:42)',
    })),
  },
  {
    name: 'undocumented-field',
    rule: 'drift',
    text: { en: 'The answer has a field nobody documented', zh: '应答包含未记录的字段' },
    answer: (answer) => ({ ...answer, traceId: '0af7651916cd43dd' }),
  },
];
