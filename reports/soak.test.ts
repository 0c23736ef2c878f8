import { expect, test } from 'vitest';
import type { LoadRecord, Trend } from '../contracts/record.ts';
import { repeatCommand } from './command.ts';
import { renderSummary } from './formats/markdown/summary.ts';
import { headlineOf } from './headline.ts';
import { localeOf } from './locale.ts';
import { renderHtml } from './page.ts';
import { columnsOf } from './point-columns.ts';
import { counts, keptLoad, point } from './sample-sweeps.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];

const rising = { level: 20, perHour: 2.4, interval: { low: 1.6, high: 3 } };
const flat = { level: 0.002, perHour: 0, interval: { low: -0.0001, high: 0.0002 } };
const { cost: _cost, lowLoad: _lowLoad, ...plain } = keptLoad;

function soakWith(latencyMs: Trend['latencyMs'], changes: Partial<LoadRecord> = {}): LoadRecord {
  return {
    ...plain,
    scenario: 'soak',
    plan: { ...plain.plan, batchSizes: [100], mix: { own: 90, unknown: 10 } },
    points: [point(100, 500)],
    trend: { blocks: 40, blockSeconds: 180, latencyMs, badShare: flat },
    renewals: [{ at: '2026-11-22T23:16:00.000Z', because: 'refused', refused: 3 }],
    ...changes,
  };
}

test('a soak tells whether latency grew, and what its token cost', () => {
  const { capacity, details } = headlineOf({ load: soakWith(rising) }, en);
  expect(capacity).toBe('Latency rises by 12 % an hour (95 %: 8 to 15 %), from about 20 ms');
  expect(details).toContain('No trend in bad answers: 0.2 % of all.');
  expect(details).toContain('The token was renewed 1 times under load; calls refused with an old one: 3.');
  expect(headlineOf({ load: soakWith(rising) }, zh).capacity).toBe(
    '延迟每小时上升 12%（95% 区间：8%～15%），水平约 20 ms',
  );
});

test('a slope that may be none is no trend, and a falling one is said with its size', () => {
  const none = { level: 20, perHour: 0.01, interval: { low: -0.2, high: 0.1 } };
  expect(headlineOf({ load: soakWith(none) }, en).capacity).toBe(
    'No trend in latency: -1.0 to 0.5 % an hour (95 %) of about 20 ms',
  );
  const falling = { level: 20, perHour: -4, interval: { low: -6, high: -2 } };
  expect(headlineOf({ load: soakWith(falling) }, zh).capacity).toBe(
    '延迟每小时下降 20%（95% 区间：10%～30%），水平约 20 ms',
  );
});

test('a soak that was too short, or lost its token, says so', () => {
  const { trend: _trend, ...short } = soakWith(rising, { noTrend: { en: 'too short', zh: '太短' } });
  expect(headlineOf({ load: short }, zh).capacity).toBe('无法判断趋势：太短');
  const { verdict, details } = headlineOf({ load: soakWith(rising, { lost: 'credentials' }) }, en);
  expect(verdict).toBe('incomplete');
  expect(details[0]).toContain('The token was no longer taken');
});

test('the mix is in the plan and in the command that repeats the run', () => {
  expect(renderSummary({ load: soakWith(rising) }, 'zh')).toContain('设备来源 own=90,unknown=10');
  expect(repeatCommand(soakWith(rising))).toContain('load soak --batch-sizes 100 --connections 10');
  expect(repeatCommand(soakWith(rising))).toContain('--mix own=90,unknown=10');
});

const refusals: LoadRecord = {
  ...plain,
  scenario: 'tokens',
  plan: { ...plain.plan, batchSizes: [1, 100] },
  points: [
    point(1, 1000, { token: 'valid' }),
    point(1, 4000, { token: 'missing', counts: counts({ tokenMissing: 40_000 }) }),
    point(1, 2000, { token: 'expired', counts: counts({ tokenInvalid: 20_000 }) }),
    point(100, 200, { token: 'valid' }),
    point(100, 2000, {
      token: 'missing',
      verdict: 'generator-limited',
      counts: counts({ tokenMissing: 20_000 }),
    }),
    point(100, 1000, {
      token: 'expired',
      verdict: 'failed',
      counts: counts({ tokenInvalid: 9999, success: 1 }),
    }),
  ],
};

test('the cost of a refusal is told in valid calls of its size; one that was wrong breaks the contract', () => {
  const { verdict, capacity, details } = headlineOf({ load: refusals }, en);
  expect(capacity).toBe('A refusal costs up to 50% of a valid call (batch size 1, expired token)');
  expect(details).toContain('Batch size 1, cost of a refusal in valid calls: missing 25%, expired 50%');
  expect(details).toContain('Batch size 100, cost of a refusal in valid calls: missing ≤ 10%');
  expect([verdict, details[0]]).toEqual(['broken', '1 answers violated the contract under load.']);
  expect(headlineOf({ load: refusals }, zh).capacity).toBe(
    '一次拒绝的开销最多为有效调用的 50%（批大小 1，token 已过期）',
  );
});

test('the table of refusals names the token, and several points of a size are no curve', () => {
  const column = columnsOf(refusals.points, undefined, zh).find(({ key }) => key === 'token');
  expect(refusals.points.map((one) => column?.cell(one))).toEqual([
    '有效',
    '缺失',
    '已过期',
    '有效',
    '缺失',
    '已过期',
  ]);
  const page = renderHtml({ load: refusals }, 'en');
  expect(page).not.toContain('class="chart');
  expect(page).toContain('Batch size 100, expired (failed): not every answer was good');
});
