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

const paced = { counts: { ...noOutcomes, sent: 900, success: 900 }, codes: {}, generator: point.generator };

test.each([
  [
    'generator-limited',
    { ...paced, generator: { ...paced.generator, sendLagP99Ms: 12.34 } },
    'the load generator itself sent late, by 12.3 ms at the 99th percentile, which is part of the latency',
    '压测端自身发送滞后（p99 为 12.3 ms），并计入了延迟',
  ],
  [
    'failed',
    { ...paced, overflow: 100, backlog: 400 },
    '100 of 1000 planned requests were not sent, as many as --max-in-flight allows being under way: the service does not keep up with the rate',
    '1000 个计划请求中有 100 个未发送：未完成的请求已达 --max-in-flight 上限，服务跟不上该速率',
  ],
  [
    'failed',
    { ...paced, counts: { ...paced.counts, success: 850, timeout: 50 }, backlog: 400 },
    'the service does not keep up with the rate: 400 more requests were under way at the end than at the start; not every answer was good: success 850, timed out 50',
    '服务跟不上该速率：结束时未完成的请求比开始时多 400 个；并非所有应答都正常：成功 850、超时 50',
  ],
] as const)('at a rate, %s', (verdict, given, en, zh) =>
  expect(pointReason({ verdict, ...given })).toEqual({ en, zh }),
);
