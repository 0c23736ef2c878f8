import { answersTo, everyNth, lists, over, pairs, successes } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** Devices that are missing from an answer, or too many in it. */
export const lostPairs: readonly Fault[] = [
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
    name: 'drop-last-device',
    rule: 'batch-law',
    text: { en: 'The last own device is missing from the answer', zh: '应答缺少最后一台自有设备' },
    answer: successes((list) => list.slice(0, -1)),
  },
  {
    name: 'drop-failed',
    rule: 'batch-law',
    text: { en: 'Devices that fail are left out', zh: '失败的设备被略去' },
    answer: lists(({ successList }) => ({ failedList: [], successList })),
  },
  {
    name: 'drop-over-50',
    rule: 'batch-law',
    text: { en: 'Of more than 50 own devices only 50 are answered', zh: '超过 50 台自有设备时只应答 50 台' },
    answer: successes((list) => list.slice(0, 50)),
  },
  {
    name: 'drop-every-7th-call',
    rule: 'batch-law',
    text: { en: 'Every 7th answer lacks a device', zh: '每第 7 次应答缺少一台设备' },
    answer: answersTo(
      everyNth(7),
      successes((list) => list.slice(1)),
    ),
  },
  {
    name: 'drop-all-over-50',
    rule: 'batch-law',
    text: { en: 'More than 50 devices get empty lists', zh: '超过 50 台设备时两个列表均为空' },
    answer: answersTo(
      over(50),
      lists(() => ({ failedList: [], successList: [] })),
    ),
  },
  {
    name: 'key-by-dk-alone',
    rule: 'batch-law',
    text: {
      en: 'A device that fails is lost beside one of another product with the same device key',
      zh: '不同产品下 dk 相同时，失败的设备丢失',
    },
    answer: lists(({ failedList, successList }) => {
      const succeeded = new Set(successList.map(({ dk }) => dk));
      return { successList, failedList: failedList.filter(({ dk }) => !succeeded.has(dk)) };
    }),
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
    name: 'shift-product-keys',
    rule: 'batch-law',
    text: { en: 'Each device has the product key of the next one', zh: '每台设备的 pk 为下一台设备的 pk' },
    answer: pairs((_device, i, all) => ({ pk: all[(i + 1) % all.length]?.pk })),
  },
  {
    name: 'repeat-first-device',
    rule: 'batch-law',
    text: { en: 'Every device is answered as the first one', zh: '所有设备均以第一台设备应答' },
    answer: pairs((_device, _i, [first]) => ({ pk: first?.pk, dk: first?.dk })),
  },
];
