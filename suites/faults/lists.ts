import { answersTo, everyNth, failing, failures, granting, lists } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** A list as converters from XML make it: of a single item, the item itself. */
function unlisted<T>(list: readonly T[]): readonly T[] | T | undefined {
  return list.length === 1 ? list[0] : list;
}

/** Devices in the wrong list, and lists that are none. */
export const wrongLists: readonly Fault[] = [
  {
    name: 'both-lists',
    rule: 'batch-law',
    text: { en: 'A device that succeeds is in the failed list too', zh: '成功的设备同时出现在失败列表中' },
    answer: failures((list, { successList }) => [
      ...list,
      ...successList.slice(0, 1).map(({ dk, pk }) => ({ dk, msg: 'timeout', pk })),
    ]),
  },
  {
    name: 'fail-own',
    rule: 'ownership',
    text: { en: 'The first own device fails', zh: '第一台自有设备失败' },
    answer: failing('not bound', (i) => i === 0),
  },
  {
    name: 'fail-last-own',
    rule: 'ownership',
    text: { en: 'The last own device of several fails', zh: '多台自有设备中最后一台失败' },
    answer: failing('not bound', (i, { length }) => length > 1 && i === length - 1),
  },
  {
    name: 'fail-over-50',
    rule: 'ownership',
    text: { en: 'Own devices beyond the 50th fail', zh: '第 50 台之后的自有设备失败' },
    answer: failing('too many', (i) => i >= 50),
  },
  {
    name: 'fail-every-7th-call',
    rule: 'ownership',
    text: { en: 'In every 7th answer all own devices fail', zh: '每第 7 次应答中自有设备全部失败' },
    answer: answersTo(
      everyNth(7),
      failing('busy', () => true),
    ),
  },
  {
    name: 'one-bad-spoils-all',
    rule: 'ownership',
    text: { en: 'One device that fails makes all fail', zh: '一台设备失败导致全部失败' },
    answer: (answer, asked) =>
      answer.data?.failedList.length ? failing('batch refused', () => true)(answer, asked) : answer,
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
    name: 'give-foreign-beside-own',
    rule: 'ownership',
    text: {
      en: "Another account's device gets a credential when an own one comes first",
      zh: '首台为自有设备时，其他账号的设备也获得凭证',
    },
    answer: (answer, asked) => {
      const [first] = asked.devices ?? [];
      const isOwn = first !== undefined && asked.inventory.granted(first) !== undefined;
      return isOwn ? granting((device) => asked.inventory.isForeign(device))(answer, asked) : answer;
    },
  },
  {
    name: 'exchange-lists',
    rule: 'ownership',
    text: { en: 'The two lists are exchanged', zh: '成功与失败列表互换' },
    answer: lists(({ failedList, successList }) => ({ failedList: successList, successList: failedList })),
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
    name: 'no-empty-lists',
    rule: 'envelope',
    text: { en: 'An empty list is left out', zh: '空列表被省略' },
    answer: lists(({ failedList, successList }) => ({
      ...(failedList.length > 0 && { failedList }),
      ...(successList.length > 0 && { successList }),
    })),
  },
  {
    name: 'list-as-object',
    rule: 'envelope',
    text: { en: 'A list of one item is that item', zh: '仅含一项的列表变为该项本身' },
    answer: lists(({ failedList, successList }) => ({
      failedList: unlisted(failedList),
      successList: unlisted(successList),
    })),
  },
  {
    name: 'null-data',
    rule: 'envelope',
    text: { en: 'The data of a success is null', zh: '成功应答的 data 为 null' },
    answer: lists(() => null),
  },
];
