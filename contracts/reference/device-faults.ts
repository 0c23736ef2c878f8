import type { Fault } from './fault.ts';
import { deviceKeys, granting, lists, successes } from './hooks.ts';

/** Faults in what is said of the devices. */
export const deviceFaults: readonly Fault[] = [
  {
    name: 'dk-as-number',
    rule: 'envelope',
    text: { en: 'A device key of digits is a number', zh: '纯数字的 dk 返回为数值' },
    answer: deviceKeys((dk) => (/^\d+$/.test(dk) ? Number(dk) : dk)),
  },
  {
    name: 'drop-device',
    rule: 'batch-law',
    text: { en: 'The first device is missing from the answer', zh: '应答缺少第一台设备' },
    answer: lists(({ failedList, successList }) =>
      successList.length > 0
        ? { failedList, successList: successList.slice(1) }
        : { failedList: failedList.slice(1), successList },
    ),
  },
  {
    name: 'drop-over-50',
    rule: 'batch-law',
    text: { en: 'Of more than 50 own devices only 50 are answered', zh: '超过 50 台自有设备时只应答 50 台' },
    answer: successes((list) => list.slice(0, 50)),
  },
  {
    name: 'double-device',
    rule: 'batch-law',
    text: { en: 'The first device is answered twice', zh: '第一台设备被应答两次' },
    answer: successes((list) => [...list.slice(0, 1), ...list]),
  },
  {
    name: 'invent-device',
    rule: 'batch-law',
    text: { en: 'A device nobody asked for is answered', zh: '应答了未请求的设备' },
    answer: successes((list, { inventory }) => {
      const device = { dk: 'FFFFFFFFFFFE', pk: 'zzzzzz' };
      return [...list, { ...device, resetCredentials: inventory.credential(device) }];
    }),
  },
  {
    name: 'both-lists',
    rule: 'batch-law',
    text: { en: 'A device that succeeds is in the failed list too', zh: '成功的设备同时出现在失败列表中' },
    answer: lists(({ failedList, successList }) => ({
      failedList: [
        ...failedList,
        ...successList.slice(0, 1).map(({ dk, pk }) => ({ dk, msg: 'timeout', pk })),
      ],
      successList,
    })),
  },
  {
    name: 'change-case',
    rule: 'batch-law',
    text: { en: 'Device keys come back in the other case', zh: 'dk 的大小写被改变' },
    answer: deviceKeys((dk) => (dk === dk.toUpperCase() ? dk.toLowerCase() : dk.toUpperCase())),
  },
  {
    name: 'strip-leading-zeros',
    rule: 'batch-law',
    text: { en: 'Device keys lose their leading zeros', zh: 'dk 的前导零丢失' },
    answer: deviceKeys((dk) => dk.replace(/^0+/, '')),
  },
  {
    name: 'give-foreign',
    rule: 'ownership',
    text: { en: "Another account's device gets a credential", zh: '其他账号的设备获得凭证' },
    answer: granting((device, { inventory }) => inventory.isForeign(device)),
  },
  {
    name: 'give-unknown',
    rule: 'ownership',
    text: { en: 'A device that exists nowhere gets a credential', zh: '不存在的设备获得凭证' },
    answer: granting((device, { inventory }) => !inventory.isForeign(device)),
  },
  {
    name: 'one-bad-spoils-all',
    rule: 'ownership',
    text: { en: 'One device that fails makes all fail', zh: '一台设备失败导致全部失败' },
    answer: lists(({ failedList, successList }) =>
      failedList.length > 0
        ? {
            failedList: [
              ...failedList,
              ...successList.map(({ dk, pk }) => ({ dk, msg: 'batch refused', pk })),
            ],
            successList: [],
          }
        : { failedList, successList },
    ),
  },
  {
    name: 'empty-credential',
    rule: 'credential',
    text: { en: 'The first credential is empty', zh: '第一个凭证为空' },
    answer: successes((list) => list.map((item, i) => (i === 0 ? { ...item, resetCredentials: '' } : item))),
  },
  {
    name: 'same-credential',
    rule: 'credential',
    text: { en: 'All devices of an answer have the same credential', zh: '同一应答中所有设备凭证相同' },
    answer: successes(([first, ...others]) =>
      first ? [first, ...others.map((item) => ({ ...item, resetCredentials: first.resetCredentials }))] : [],
    ),
  },
  {
    name: 'swap-credentials',
    rule: 'credential',
    text: { en: 'Every second answer hands out credentials in reverse', zh: '每隔一次应答，凭证顺序颠倒' },
    answer: successes((list, { turn }) =>
      turn % 2 === 0
        ? list
        : list.map((item, i) => ({ ...item, resetCredentials: list.at(-1 - i)?.resetCredentials })),
    ),
  },
  {
    name: 'no-reason',
    rule: 'failure-reason',
    text: { en: 'Failed devices come without a reason', zh: '失败的设备没有原因说明' },
    answer: lists((given) => ({
      ...given,
      failedList: given.failedList.map((item) => ({ ...item, msg: '' })),
    })),
  },
  {
    name: 'credential-in-failure',
    rule: 'leak',
    text: { en: 'Failed devices come with their credential', zh: '失败的设备附带凭证' },
    answer: lists(({ failedList, successList }, { inventory }) => ({
      failedList: failedList.map((item) => ({ ...item, resetCredentials: inventory.credential(item) })),
      successList,
    })),
  },
];
