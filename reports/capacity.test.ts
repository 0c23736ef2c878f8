import { describe, expect, test } from 'vitest';
import type { Capacity, LoadRecord } from '../contracts/record.ts';
import { renderSummary } from './formats/markdown/summary.ts';
import { headlineOf } from './headline.ts';
import { localeOf } from './locale.ts';
import { sayObjectives } from './objective-words.ts';
import { renderHtml } from './page.ts';
import { pacedPoint, rateLoad } from './sample-sweeps.ts';

const objectives = [{ objective: 'p99<250ms', measured: 312.5, holds: false }];

const capacity: Capacity = {
  slo: 'p99<250ms',
  batchSize: 200,
  requestsPerSecond: 192,
  devicesPerSecond: 38_400,
  interval: { low: 37_100, high: 39_600 },
  limitedBy: 'service',
  perSize: [
    {
      ...{ batchSize: 200, requestsPerSecond: 192, devicesPerSecond: 38_400, limitedBy: 'service' },
      interval: { low: 185.5, high: 198 },
      probes: [
        { point: 0, rate: 192, isConfirmation: true, finding: 'good', objectives: [] },
        { point: 1, rate: 197, isConfirmation: true, finding: 'service', objectives },
      ],
    },
    { batchSize: 500, limitedBy: 'refused', probes: [] },
  ],
};

const load: LoadRecord = {
  ...rateLoad,
  scenario: 'capacity',
  plan: { ...rateLoad.plan, batchSizes: [200, 500], slo: 'p99<250ms', budgetMs: 120_000, maxRate: 20_000 },
  points: [pacedPoint(200, 192), pacedPoint(200, 197)],
  capacity,
};

const bound: LoadRecord = {
  ...load,
  capacity: { ...capacity, interval: { low: 37_100 }, limitedBy: 'generator' },
};

describe('the headline', () => {
  test.each([
    [
      'en',
      load,
      'One replica carries 38,400 devices/s at batch size 200 with p99 under 250 ms (95 % interval 37,100 to 39,600); the service is the limit.',
    ],
    [
      'zh',
      load,
      '单个副本在批大小 200 下每秒可承载 38,400 台设备，满足 p99 低于 250 ms（95% 置信区间 37,100 至 39,600）；瓶颈是服务自身。',
    ],
    [
      'en',
      bound,
      'One replica carries at least 38,400 devices/s at batch size 200 with p99 under 250 ms (95 % interval 37,100 and up); the load generator is the limit, and the service may carry more.',
    ],
    [
      'en',
      { ...load, capacity: { slo: 'p99<1ms', perSize: [] } },
      'No rate was confirmed to hold p99 under 1 ms.',
    ],
  ] as const)('%s: %#', (lang, record, sentence) => {
    expect(headlineOf({ load: record }, localeOf(lang)).capacity).toBe(sentence);
  });

  test.each([
    ['service', 'the service is the limit.', '瓶颈是服务自身。'],
    ['objective', 'the objective is the limit, which fails', '瓶颈是目标'],
    ['maxRate', 'the highest rate allowed (--max-rate) is the limit', '受限于允许的最高速率'],
    ['budget', 'the search ended for want of time or probes', '搜索因时间或试探次数用完'],
    ['interrupted', 'the search was stopped', '搜索被中止'],
    ['refused', 'the service refuses more', '服务拒绝更大'],
  ] as const)('says what limits it: %s', (limitedBy, en, zh) => {
    const limited = { load: { ...load, capacity: { ...capacity, limitedBy } } };
    expect(headlineOf(limited, localeOf('en')).capacity).toContain(`; ${en}`);
    expect(headlineOf(limited, localeOf('zh')).capacity).toContain(`；${zh}`);
  });

  test('says several objectives in words', () => {
    const slo = 'p999<=1.5s, violations=0,errors<1%,serviceP50<20ms,cpu<90%';
    expect(sayObjectives(slo, localeOf('en'))).toBe(
      'p99.9 at most 1.5 s, no contract violations, errors under 1 %, p50 from the sending under 20 ms, cpu under 90 %',
    );
    expect(sayObjectives(slo, localeOf('zh'))).toBe(
      'p99.9 不超过 1.5 s、无契约违反、错误低于 1%、自发送时刻起的 p50 低于 20 ms、cpu 低于 90%',
    );
  });

  test('says of each size what it carries, or why nothing is known', () => {
    expect(headlineOf({ load }, localeOf('en')).details).toEqual([
      'Batch size 200: 192 requests/s (95 % interval 186 to 198), 38,400 devices/s; 2 probes; the limit: the service does not keep up',
      'Batch size 500: no rate was confirmed; 0 probes; the limit: the service refuses this size',
      'A call costs 4.12 ms + 0.051 ms a device',
    ]);
  });
});

test.each(['en', 'zh'] as const)('sizes and probes are told in %s, in both formats', (lang) => {
  const { say } = localeOf(lang);
  const [page, markdown] = [renderHtml({ load }, lang), renderSummary({ load }, lang)];
  for (const key of ['capacitySizes', 'limitRefused', 'confirmation', 'probeGood'] as const) {
    expect(page).toContain(say(key));
    expect(markdown).toContain(say(key));
  }
  expect(page).toContain(say('curves'));
  expect(markdown).toContain(say('capacityProbes'));
  expect(markdown).toContain('p99&lt;250ms');
});
