import { credentials, failures, successes } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** The first credential of an answer replaced. */
const first = (value: unknown) => credentials((credential, i) => (i === 0 ? value : credential));

/** Credentials that are none, or that belong to something else. */
export const wrongCredentials: readonly Fault[] = [
  {
    name: 'no-credential',
    rule: 'credential',
    text: { en: 'The first credential is missing', zh: '第一个凭证缺失' },
    answer: first(undefined),
  },
  {
    name: 'empty-credential',
    rule: 'credential',
    text: { en: 'The first credential is empty', zh: '第一个凭证为空' },
    answer: first(''),
  },
  {
    name: 'blank-credential',
    rule: 'credential',
    text: { en: 'The first credential is a space', zh: '第一个凭证为空格' },
    answer: first(' '),
  },
  {
    name: 'null-credential',
    rule: 'credential',
    text: { en: 'The first credential is null', zh: '第一个凭证为 null' },
    answer: first(null),
  },
  {
    name: 'number-credential',
    rule: 'envelope',
    text: { en: 'The first credential is a number', zh: '第一个凭证为数值' },
    answer: first(869_339),
  },
  {
    name: 'same-credential',
    rule: 'credential',
    text: { en: 'All devices of an answer have the same credential', zh: '同一应答中所有设备凭证相同' },
    answer: credentials((_credential, _i, [one]) => one),
  },
  {
    name: 'constant-credential',
    rule: 'credential',
    text: { en: 'All devices have one credential, in every answer', zh: '所有应答中的设备凭证均相同' },
    answer: credentials(() => '00000000000000000000000000000000'),
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
    name: 'rotate-credentials',
    rule: 'credential',
    text: {
      en: 'Each device gets the credential of the next one in the batch, in every answer alike',
      zh: '每台设备总是得到批次中下一台设备的凭证',
    },
    answer: credentials((_credential, i, all) => all[(i + 1) % all.length]),
  },
  {
    name: 'no-reason',
    rule: 'failure-reason',
    text: { en: 'Failed devices come without a reason', zh: '失败的设备没有原因说明' },
    answer: failures((list) => list.map((item) => ({ ...item, msg: '' }))),
  },
  {
    name: 'blank-reason',
    rule: 'failure-reason',
    text: { en: 'The reason of a failed device is blank', zh: '失败原因为空白' },
    answer: failures((list) => list.map((item) => ({ ...item, msg: ' \t' }))),
  },
  {
    name: 'null-reason',
    rule: 'failure-reason',
    text: { en: 'The reason of a failed device is null', zh: '失败原因为 null' },
    answer: failures((list) => list.map((item) => ({ ...item, msg: null }))),
  },
  {
    name: 'credential-in-failure',
    rule: 'leak',
    text: { en: 'Failed devices come with their credential', zh: '失败的设备附带凭证' },
    answer: failures((list, _given, { inventory }) =>
      list.map((item) => ({ ...item, resetCredentials: inventory.credential(item) })),
    ),
  },
  {
    name: 'credential-in-reason',
    rule: 'leak',
    text: {
      en: 'The reason of a failed device quotes the credential of another one',
      zh: '失败原因中引用了另一台设备的凭证',
    },
    answer: failures((list, { successList }) =>
      list.map((item) => ({ ...item, msg: `${item.msg}: ${successList[0]?.resetCredentials ?? '-'}` })),
    ),
  },
];
