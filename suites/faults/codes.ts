import { answersTo, codes, errors, hasBadToken, over, taking } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** Success under another code. */
const successAs = (other: unknown) => codes((code) => (code === 200 ? other : code));

/** Wrong codes. */
export const wrongCodes: readonly Fault[] = [
  {
    name: 'code-0',
    rule: 'business-code',
    text: { en: 'The code of a success is 0', zh: '成功的业务码为 0' },
    answer: successAs(0),
  },
  {
    name: 'code-1',
    rule: 'business-code',
    text: { en: 'The code of a success is 1', zh: '成功的业务码为 1' },
    answer: successAs(1),
  },
  {
    name: 'code-201',
    rule: 'business-code',
    text: { en: 'The code of a success is 201', zh: '成功的业务码为 201' },
    answer: successAs(201),
  },
  {
    name: 'code-500',
    rule: 'business-code',
    text: { en: 'The code is 500 instead of 200', zh: '业务码为 500 而非 200' },
    answer: (answer) => (answer.code === 200 ? { code: 500, extMsg: null, msg: 'error' } : answer),
  },
  {
    name: 'code-out-of-range',
    rule: 'business-code',
    text: { en: 'The code of a success does not fit in 32 bits', zh: '成功的业务码超出 32 位整数' },
    answer: successAs(2 ** 32 + 200),
  },
  {
    name: 'error-when-all-fail',
    rule: 'business-code',
    text: { en: 'When all devices fail, the answer is an error', zh: '全部设备失败时返回业务错误' },
    answer: (answer) => {
      const { successList = [], failedList = [] } = answer.data ?? {};
      const isAllFailed = successList.length === 0 && failedList.length > 0;
      return isAllFailed ? { code: 5052, extMsg: null, msg: 'not bound' } : answer;
    },
  },
  {
    name: 'code-207-when-some-fail',
    rule: 'business-code',
    text: { en: 'When some devices fail, the code is 207', zh: '部分设备失败时业务码为 207' },
    answer: (answer) => (answer.data?.failedList.length ? { ...answer, code: 207 } : answer),
  },
  {
    name: 'refuse-over-50',
    rule: 'business-code',
    text: { en: 'More than 50 devices are refused', zh: '超过 50 台设备时被拒绝' },
    answer: answersTo(over(50), () => ({ code: 5312, extMsg: null, msg: 'too many' })),
  },
  {
    name: 'swap-token-codes',
    rule: 'business-code',
    text: { en: '5032 and 5106 are exchanged', zh: '5032 与 5106 互换' },
    token: taking({ missing: 'forged', forged: 'missing', expired: 'missing', refresh: 'missing' }),
  },
  {
    name: 'one-token-code',
    rule: 'business-code',
    text: { en: 'A missing token gives 5032 too', zh: '缺少 token 也返回 5032' },
    token: taking({ missing: 'forged' }),
  },
  {
    name: 'http-code-of-token-errors',
    rule: 'business-code',
    text: { en: 'Token errors have the code 401', zh: 'token 错误的业务码为 401' },
    answer: answersTo(
      hasBadToken,
      codes(() => 401),
    ),
  },
  {
    name: 'code-as-string',
    rule: 'envelope',
    text: { en: 'The code is a string', zh: 'code 为字符串' },
    answer: codes(String),
  },
  {
    name: 'code-as-fraction',
    rule: 'envelope',
    text: { en: 'The code is not a whole number', zh: 'code 不是整数' },
    answer: codes((code) => code + 0.5),
  },
  {
    name: 'null-code',
    rule: 'envelope',
    text: { en: 'The code is null', zh: 'code 为 null' },
    answer: codes(() => null),
  },
  {
    name: 'no-code',
    rule: 'envelope',
    text: { en: 'The code is missing', zh: '缺少 code' },
    answer: codes(() => undefined),
  },
  {
    name: 'no-message',
    rule: 'envelope',
    text: { en: 'Errors come without a message', zh: '错误应答缺少 msg' },
    answer: errors(({ msg: _, ...others }) => others),
  },
  {
    name: 'message-as-object',
    rule: 'envelope',
    text: { en: 'The message of an error is an object', zh: '错误应答的 msg 为对象' },
    answer: errors(({ msg, ...others }) => ({ ...others, msg: { zh: msg } })),
  },
];
