import { failures, lists, successes } from '../../contracts/reference/hooks.ts';
import type { Fault } from './fault.ts';

/** Fields that came or went: nothing is broken, but someone should know. */
export const drifts: readonly Fault[] = [
  {
    name: 'undocumented-field',
    rule: 'drift',
    text: { en: 'The answer has a field nobody documented', zh: '应答包含未记录的字段' },
    answer: (answer) => ({ ...answer, traceId: '0af7651916cd43dd' }),
  },
  {
    name: 'undocumented-field-of-data',
    rule: 'drift',
    text: { en: 'The data has a field nobody documented', zh: 'data 包含未记录的字段' },
    answer: lists((given) => ({ ...given, total: given.successList.length })),
  },
  {
    name: 'undocumented-field-of-success',
    rule: 'drift',
    text: { en: 'A device that succeeds has a field nobody documented', zh: '成功的设备包含未记录的字段' },
    answer: successes((list) => list.map((item) => ({ ...item, expiresIn: 600 }))),
  },
  {
    name: 'undocumented-field-of-failure',
    rule: 'drift',
    text: { en: 'A device that fails has a field nobody documented', zh: '失败的设备包含未记录的字段' },
    answer: failures((list) => list.map((item) => ({ ...item, code: 5052 }))),
  },
  {
    name: 'vanished-field',
    rule: 'drift',
    text: { en: 'extMsg is gone', zh: 'extMsg 字段消失' },
    answer: ({ extMsg: _, ...others }) => others,
  },
  {
    name: 'vanished-message',
    rule: 'drift',
    text: { en: 'msg is gone from successes', zh: '成功应答中 msg 字段消失' },
    answer: ({ msg, ...others }) => (others.code === 200 ? others : { ...others, msg }),
  },
];
