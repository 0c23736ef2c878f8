import { pairKey } from '../../contracts/batch.ts';
import { errors, lists, successes } from '../../contracts/reference/hooks.ts';
import { randomStream, shuffle } from '../../generators/random.ts';
import type { Variant } from './fault.ts';

/** Each pair once, where it came first. */
function different<T extends { readonly pk: string; readonly dk: string }>(list: readonly T[]): T[] {
  const pairs = list.map(pairKey);
  return list.filter((_item, i) => pairs.indexOf(pairs[i] ?? '') === i);
}

function shuffled<T>(list: readonly T[], turn: number): T[] {
  const copy = [...list];
  shuffle(copy, randomStream(1, turn));
  return copy;
}

/** Answers that say the same in another way, or something that the published page leaves open. */
export const answerVariants: readonly Variant[] = [
  {
    name: 'reverse-order',
    text: { en: 'Devices come back in reverse order', zh: '设备按相反顺序返回' },
    answer: lists(({ failedList, successList }) => ({
      failedList: failedList.toReversed(),
      successList: successList.toReversed(),
    })),
  },
  {
    name: 'random-order',
    text: { en: 'Devices come back in another order each time', zh: '每次返回的设备顺序不同' },
    answer: lists(({ failedList, successList }, { turn }) => ({
      failedList: shuffled(failedList, turn),
      successList: shuffled(successList, turn),
    })),
  },
  {
    name: 'collapse-duplicates',
    text: { en: 'A device asked for twice is answered once', zh: '重复请求的设备只应答一次' },
    answer: lists(({ failedList, successList }) => ({
      failedList: different(failedList),
      successList: different(successList),
    })),
  },
  {
    name: 'rotating-credentials',
    text: { en: 'A device has a new credential on each call', zh: '每次调用设备凭证均不同' },
    answer: successes((list, { turn }) =>
      list.map((item) => ({ ...item, resetCredentials: `${item.resetCredentials}-${turn}` })),
    ),
  },
  {
    name: 'base64-credentials',
    text: { en: 'Credentials are in base64', zh: '凭证为 base64 编码' },
    answer: successes((list) =>
      list.map((item) => ({
        ...item,
        resetCredentials: Buffer.from(item.resetCredentials, 'hex').toString('base64'),
      })),
    ),
  },
  {
    name: 'other-field-order',
    text: { en: 'Fields come in another order', zh: '字段顺序不同' },
    answer: ({ code, msg, extMsg, data }) => ({
      msg,
      ...(data && {
        data: {
          successList: data.successList.map(({ dk, pk, resetCredentials }) => ({ resetCredentials, pk, dk })),
          failedList: data.failedList.map(({ dk, msg: reason, pk }) => ({ pk, dk, msg: reason })),
        },
      }),
      extMsg,
      code,
    }),
  },
  {
    name: 'no-data-on-errors',
    text: { en: 'Errors have no data', zh: '错误应答没有 data' },
    answer: errors(({ data: _, ...answer }) => answer),
  },
  {
    name: 'empty-data-on-errors',
    text: { en: 'Errors have data that is an empty object', zh: '错误应答的 data 为空对象' },
    answer: errors((answer) => ({ ...answer, data: {} })),
  },
  {
    name: 'empty-ext-msg',
    text: { en: 'extMsg is an empty text', zh: 'extMsg 为空字符串' },
    answer: (answer) => ({ ...answer, extMsg: '' }),
  },
  {
    name: 'no-ext-msg-on-errors',
    text: { en: 'Errors have no extMsg', zh: '错误应答没有 extMsg' },
    answer: errors(({ extMsg: _, ...others }) => others),
  },
  {
    name: 'success-message-en',
    text: { en: 'A success has a message in English', zh: '成功应答附带英文消息' },
    answer: (answer) => (answer.code === 200 ? { ...answer, msg: 'success' } : answer),
  },
  {
    name: 'success-message-zh',
    text: { en: 'A success has a message in Chinese', zh: '成功应答附带中文消息' },
    answer: (answer) => (answer.code === 200 ? { ...answer, msg: '操作成功' } : answer),
  },
  {
    name: 'other-reasons',
    text: { en: 'Failed devices have their reasons in English', zh: '失败原因为英文' },
    answer: lists((given) => ({
      ...given,
      failedList: given.failedList.map((item, i) => ({
        ...item,
        msg: i % 2 ? 'unknown device' : 'not bound',
      })),
    })),
  },
];
