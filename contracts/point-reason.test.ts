import { expect, test } from 'vitest';
import { noOutcomes } from './outcome.ts';
import { pointReason } from './point-reason.ts';

const latencyMs = { mean: 20, p50: 10, p90: 30, p95: 40, p99: 100, p999: 150, max: 200 };

const point = {
  counts: { sent: 10, ...noOutcomes, success: 7, timeout: 3 },
  codes: { 200: 7 },
  latencyMs,
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
  [
    'generator-limited',
    {
      ...point,
      generator: {
        ...{ cpu: 0.97, loopBusy: 0.96, gcShare: 0.31, littlesLawRatio: 0.9 },
        ...{ loopDelayP99Ms: 43.21, loopDelayMaxMs: 87 },
      },
    },
    "the event loop of the load generator was busy for 96 % of the time: the service carries at least this; the load generator stood still: an answer waited for it 43.2 ms at the 99th percentile, 87.0 ms at most, which is part of the latency; the load generator spent 31 % of the time collecting garbage; the latencies do not account for what was under way (Little's law: 0.90 instead of 1): connections were idle, or latencies are wrong",
    '压测端的事件循环有 96% 的时间处于忙碌：服务的能力不低于此值；压测端自身停顿：应答等待其处理的时间 p99 为 43.2 ms，最长 87.0 ms，并计入了延迟；压测端有 31% 的时间用于垃圾回收；延迟与在途请求数不符（利特尔定律：0.90，应为 1）：连接存在空闲，或延迟有误',
  ],
  [
    'not-steady',
    { ...point, steadiness: { throughputDrift: -0.11, latencyDrift: 0.125, timeLost: 0.06 } },
    'throughput was 11 % lower in the later half of the window than in the earlier one; latency was 13 % higher in the later half of the window than in the earlier one; one slow spell cost 6 % of the window',
    '窗口后半段的吞吐量比前半段低 11%；窗口后半段的延迟比前半段高 13%；一段异常缓慢的时间占去了窗口的 6%',
  ],
  [
    'not-steady',
    { ...point, steadiness: { throughputDrift: 0.08, latencyDrift: -0.07, timeLost: 0.01 } },
    'throughput was 8 % higher in the later half of the window than in the earlier one; latency was 7 % lower in the later half of the window than in the earlier one',
    '窗口后半段的吞吐量比前半段高 8%；窗口后半段的延迟比前半段低 7%',
  ],
] as const)('%s', (verdict, given, en, zh) => expect(pointReason({ verdict, ...given })).toEqual({ en, zh }));

const paced = {
  ...{ ...point, counts: { ...noOutcomes, sent: 900, success: 900 }, codes: {}, offeredRate: 90 },
};

const prompt = { ...point.generator, loopDelayP99Ms: 0.1 };

test.each([
  [
    'generator-limited',
    { ...paced, generator: { ...paced.generator, sendLagP99Ms: 12.34 } },
    'the load generator itself sent late, by 12.3 ms at the 99th percentile, which is part of the latency',
    '压测端自身发送滞后（p99 为 12.3 ms），并计入了延迟',
  ],
  [
    'generator-limited',
    { ...paced, generator: { ...paced.generator, sendLagP99Ms: 12.34, stolenCores: 0.236 } },
    'the load generator itself sent late, by 12.3 ms at the 99th percentile, which is part of the latency; the host of this virtual machine gave 24 % of a core to others meanwhile, which may be the cause',
    '压测端自身发送滞后（p99 为 12.3 ms），并计入了延迟；其间虚拟机的宿主机将单核的 24% 让给了其他负载，可能是原因',
  ],
  [
    'generator-limited',
    { ...paced, backlog: 100, generator: { ...prompt, stolenCores: 0.21 } },
    'the service does not keep up with the rate: 100 more requests were under way at the end than at the start; the host of this virtual machine gave 21 % of a core to others meanwhile, which may be the cause',
    '服务跟不上该速率：结束时未完成的请求比开始时多 100 个；其间虚拟机的宿主机将单核的 21% 让给了其他负载，可能是原因',
  ],
  [
    'generator-limited',
    { ...paced, generator: { ...prompt, stolenCores: 0.11 }, steadiness: { latencyDrift: 0.3 } },
    'latency was 30 % higher in the later half of the window than in the earlier one; the host of this virtual machine gave 11 % of a core to others meanwhile, which may be the cause',
    '窗口后半段的延迟比前半段高 30%；其间虚拟机的宿主机将单核的 11% 让给了其他负载，可能是原因',
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
