import { errorAnswer } from '../../contracts/reference/answer.ts';
import type { Asked } from '../../contracts/reference/behaviour.ts';
import {
  answersTo,
  hasBadBody,
  hasBadToken,
  over,
  repliesTo,
  underStatus,
} from '../../contracts/reference/hooks.ts';
import type { Variant } from './fault.ts';

const isEmptyBatch = ({ devices }: Asked) => devices?.length === 0;

/** What a service may make of input on which the published page is silent, and of tokens. */
export const inputVariants: readonly Variant[] = [
  {
    name: 'empty-batch-refused',
    text: { en: 'An empty batch is refused with a business code', zh: '空批次返回业务错误码' },
    answer: answersTo(isEmptyBatch, () => ({ code: 5311, extMsg: null, msg: '设备列表为空' })),
  },
  {
    name: 'empty-batch-http-400',
    text: { en: 'An empty batch is refused with HTTP 400', zh: '空批次返回 HTTP 400' },
    answer: answersTo(isEmptyBatch, (_answer, { lang }) => errorAnswer(50005, lang)),
    reply: repliesTo(isEmptyBatch, underStatus(400)),
  },
  {
    name: 'bad-body-http-400',
    text: { en: 'A bad body is refused with HTTP 400', zh: '请求体有误时返回 HTTP 400' },
    reply: repliesTo(hasBadBody, underStatus(400)),
  },
  {
    name: 'bad-body-http-422',
    text: {
      en: 'A bad body is refused with HTTP 422 and problem details',
      zh: '请求体有误时返回 HTTP 422 与问题详情',
    },
    reply: repliesTo(hasBadBody, () => ({
      status: 422,
      mediaType: 'application/problem+json',
      body: Buffer.from('{"title":"Unprocessable Content","status":422}'),
    })),
  },
  {
    name: 'bad-body-other-code',
    text: { en: 'A bad body is refused with another business code', zh: '请求体有误时返回其他业务错误码' },
    answer: answersTo(hasBadBody, () => ({ code: 50004, extMsg: null, msg: '参数错误' })),
  },
  {
    name: 'at-most-100',
    text: { en: 'More than 100 devices are refused', zh: '超过 100 台设备时被拒绝' },
    settings: { maxBatch: 100 },
    answer: answersTo(over(100), () => ({ code: 5312, extMsg: null, msg: '设备数量超过限制' })),
  },
  {
    name: 'token-without-scheme',
    text: { en: 'A token is accepted without Bearer, too', zh: '也接受不带 Bearer 的 token' },
    token: (verdict, authorization, judge) =>
      /^[\w-]+\.[\w-]+\.[\w-]+$/.test(authorization ?? '') ? judge(`Bearer ${authorization}`) : verdict,
  },
  {
    name: 'http-401',
    text: { en: 'Token errors are HTTP 401, as the settings say', zh: '按设置，token 错误返回 HTTP 401' },
    settings: { tokenErrorStatus: 401 },
    reply: repliesTo(hasBadToken, underStatus(401)),
  },
];
