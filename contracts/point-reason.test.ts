import { expect, test } from 'vitest';
import { noOutcomes } from './outcome.ts';
import { pointReason } from './point-reason.ts';

const point = {
  counts: { sent: 10, ...noOutcomes, success: 7, timeout: 3 },
  codes: { 200: 7 },
  generator: { cpu: 0.97, loopDelayP99Ms: 1, littlesLawRatio: 1 },
};

test.each([
  ['valid', point, '', ''],
  [
    'failed',
    point,
    'not every answer was good: success 7, timed out 3',
    '并非所有应答都正常：成功 7、超时 3',
  ],
  ['failed', { ...point, counts: { sent: 0, ...noOutcomes } }, 'nothing was answered', '没有任何应答'],
  [
    'refused',
    { ...point, codes: { 5312: 1 } },
    'the service refuses this size: code 5312',
    '服务拒绝该批大小：业务码 5312',
  ],
  [
    'refused',
    { ...point, codes: {} },
    'the service refuses this size: HTTP 4xx',
    '服务拒绝该批大小：HTTP 4xx',
  ],
  [
    'generator-limited',
    point,
    'the load generator used 97 % of a core: the service carries at least this',
    '压测端占用了单核的 97%：服务的能力不低于此值',
  ],
] as const)('%s', (verdict, given, en, zh) => expect(pointReason({ verdict, ...given })).toEqual({ en, zh }));
