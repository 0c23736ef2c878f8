import { expect, test } from 'vitest';
import type { LoadRecord } from '../contracts/record.ts';
import { repeatCommand } from './command.ts';
import { renderSummary } from './formats/markdown/summary.ts';
import { headlineOf } from './headline.ts';
import { localeOf } from './locale.ts';
import { renderHtml } from './page.ts';
import { counts, keptLoad, pacedPoint, point, rateLoad } from './sample-sweeps.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];
const { cost: _cost, lowLoad: _lowLoad, ...plain } = rateLoad;

const falling = { verdict: 'failed', overflow: 0, backlog: 90 } as const;

const rampLoad: LoadRecord = {
  ...plain,
  scenario: 'ramp',
  plan: {
    ...{ batchSizes: [100], from: 50, to: 450, steps: 4, arrivals: 'constant', maxInFlight: 900 },
    ...{ durationMs: 20_000, warmupMs: 1000, timeoutMs: 30_000 },
  },
  points: [
    pacedPoint(100, 100),
    pacedPoint(100, 200),
    pacedPoint(100, 300, falling),
    pacedPoint(100, 400, falling),
  ],
};

const latencyMs = { mean: 210, p50: 190, p90: 400, p95: 420, p99: 433, p999: 440, max: 441 };

const spikeLoad: LoadRecord = {
  ...plain,
  scenario: 'spike',
  plan: {
    ...{ batchSizes: [100], rate: 50, peak: 400, spikeMs: 5000, afterMs: 20_000, arrivals: 'constant' },
    ...{ maxInFlight: 800, durationMs: 10_000, warmupMs: 1000, timeoutMs: 30_000 },
  },
  points: [
    pacedPoint(100, 50, { phase: 'before' }),
    pacedPoint(100, 400, { phase: 'spike', latencyMs, ...falling }),
    pacedPoint(100, 50, {
      phase: 'after',
      recovery: { ms: 3420, limitMs: 7.625, heldMs: 2000, watchedMs: 20_000 },
    }),
  ],
};

const recovered = (ms: number | null): LoadRecord => ({
  ...spikeLoad,
  points: spikeLoad.points.map((one) => (one.recovery ? { ...one, recovery: { ...one.recovery, ms } } : one)),
});

test.each([
  [rampLoad, 'Batch size 100: carried up to 200 requests/s (p99 9.2 ms there), no longer 300'],
  [
    { ...rampLoad, points: rampLoad.points.slice(0, 2) },
    'Batch size 100: carried all of the ramp, up to 200 requests/s (p99 9.2 ms there)',
  ],
  [
    { ...rampLoad, points: rampLoad.points.slice(2) },
    'Batch size 100: no step of the ramp was carried, or measured validly',
  ],
  [spikeLoad, 'Batch size 100: back 3.4 s after a spike of 400 requests/s'],
  [recovered(0), 'Batch size 100: back at once after a spike of 400 requests/s'],
  [recovered(null), 'Batch size 100: not back within 20.0 s after a spike of 400 requests/s'],
])('the headline says what came of it', (load, capacity) => {
  expect(headlineOf({ load }, en).capacity).toBe(capacity);
});

test('the same in Chinese', () => {
  expect(headlineOf({ load: rampLoad }, zh).capacity).toBe(
    '批大小 100：可承载至每秒 200 个请求（此时 p99 为 9.2 ms），到 300 个时已无法承载',
  );
  expect(headlineOf({ load: spikeLoad }, zh).capacity).toBe(
    '批大小 100：突增至每秒 400 个请求，结束后 3.4 s 恢复',
  );
});

test('the points of one size are told apart, by rate or by part, in charts, reasons and plan', () => {
  const ramp = renderHtml({ load: rampLoad }, 'en');
  for (const text of [
    '>100/s<',
    'Batch size 100, 300/s (failed)',
    'from 50 to 450 requests/s in 20s, 4 steps',
  ])
    expect(ramp).toContain(text);
  const spike = renderHtml({ load: spikeLoad }, 'zh');
  for (const text of ['突增前', '批大小 100、突增（失败）', '每秒 50 个请求持续 10s，400 个持续 5s'])
    expect(spike).toContain(text);
  expect(headlineOf({ load: spikeLoad }, en).details).toContain(
    'Batch size 100, p99: before: 9.2 ms, spike: 433 ms, after: 9.2 ms',
  );
});

const demanding: LoadRecord = {
  ...keptLoad,
  scenario: 'smoke',
  points: [point(1, 1840), point(10, 400, { counts: counts({ success: 3990, timeout: 10 }) })],
  thresholds: [
    { objective: 'p99<250ms', unit: 'ms', measured: 52.5, holds: true, point: 1 },
    { objective: 'errors=0', unit: '', measured: 10, holds: false, point: 1 },
    { objective: 'serviceP99<1s', unit: 's', measured: null, holds: false, point: 0 },
    { objective: 'p50<1ms', unit: 'ms', measured: 4.2, holds: false, unsure: true, point: 0 },
  ],
};

test('every threshold is told, with what was measured and where', () => {
  const told = headlineOf({ load: demanding }, en);
  expect(told.capacity).toBe('3 of 4 thresholds do not hold');
  expect(told.details.slice(0, 4)).toEqual([
    'Threshold p99<250ms holds: 52.50 ms at worst (Batch size 10)',
    'Threshold errors=0 does not hold: 10 (Batch size 10)',
    'Threshold serviceP99<1s does not hold: not known (Batch size 1)',
    'Threshold p50<1ms is not decided: 4.20 ms (Batch size 1), but the load generator was its own limit there',
  ]);
  expect(renderSummary({ load: demanding }, 'zh')).toContain('阈值 errors=0 不成立：10（批大小 10）');
});

test('a run that a condition ended is not complete, and says so', () => {
  const load: LoadRecord = {
    ...rateLoad,
    plan: { ...rateLoad.plan, abortOn: ['errors>5%'] },
    abortedOn: { objective: 'errors>5%', unit: '%', measured: 12.34, requests: 187 },
  };
  expect(headlineOf({ load }, en)).toMatchObject({
    verdict: 'incomplete',
  });
  expect(headlineOf({ load }, en).details[0]).toContain(
    'stopped by --abort-on errors>5%: 12.34 % over the last 187 requests',
  );
  expect(headlineOf({ load }, zh).details[0]).toContain('因 --abort-on errors>5% 而停止');
  expect(repeatCommand(load)).toMatch(/ --abort-on 'errors>5%' --seed \d+$/);
});

test('the command that repeats a run has its shape and its demands', () => {
  expect(repeatCommand(rampLoad)).toContain('load ramp --batch-sizes 100 --from 50 --to 450 --steps 4');
  expect(repeatCommand(spikeLoad)).toContain('--rate 50 --peak 400 --spike-duration 5s --after 20s');
  expect(repeatCommand(demanding)).toContain("--threshold 'p99<250ms,errors=0,serviceP99<1s,p50<1ms'");
});
