import { expect, test } from 'vitest';
import { randomStream } from '../generators/random.ts';
import { type Arrivals, plannedMoments, type RatePlan, steadyRate, warmedUp } from './rate-plan.ts';

const momentsOf = (plan: RatePlan, arrivals: Arrivals, seed = 1, maxCount?: number) => [
  ...plannedMoments(plan, arrivals, randomStream(seed, 0), maxCount),
];

test.each([
  [200, 10_000, 2000],
  [5000, 1000, 5000],
  [300, 12_000, 3600],
  [0.5, 10_000, 5],
  [7, 1000, 7],
])('%d/s for %d ms are %d arrivals, evenly spaced', (rate, durationMs, count) => {
  const moments = momentsOf(steadyRate(rate, durationMs), 'constant');
  expect(moments).toHaveLength(count);
  expect(moments[0]).toBe(0);
  const deviations = moments.map((moment, i) => Math.abs(moment - (i * 1000) / rate));
  expect(Math.max(...deviations)).toBeLessThan(1e-6);
});

test.each([
  [300, 2000, 3000],
  [7, 1500, 1000],
  [0.5, 1000, 10_000],
])(
  '%d/s after a warm-up of %d ms: the window has its whole plan from its first moment on',
  (rate, warmupMs, durationMs) => {
    const moments = momentsOf(warmedUp(steadyRate(rate, durationMs), warmupMs), 'constant');
    const window = moments.filter((moment) => moment >= warmupMs);
    expect(window).toEqual(
      momentsOf(steadyRate(rate, durationMs), 'constant').map((moment) => warmupMs + moment),
    );
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  },
);

test('the rate of the warm-up grows evenly: a quarter of it in the first half', () => {
  const moments = momentsOf(warmedUp(steadyRate(1000, 1000), 2000), 'constant');
  const before = (moment: number) => moments.filter((one) => one < moment).length;
  expect([before(1000), before(2000), before(3000)]).toEqual([250, 1000, 2000]);
});

test('Poisson arrivals: gaps with the mean and the variance of an exponential', () => {
  const moments = momentsOf(steadyRate(1000, 100_000), 'poisson');
  const gaps = moments.map((moment, i) => moment - (moments[i - 1] ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  expect(Math.abs(mean - 1)).toBeLessThan(0.02);
  expect(Math.abs(variance - 1)).toBeLessThan(0.05);
});

test('Poisson arrivals: counts per second vary as much as they are many', () => {
  const perSecond = Array.from({ length: 2000 }, () => 0);
  for (const moment of momentsOf(steadyRate(50, 2_000_000), 'poisson')) {
    const second = Math.floor(moment / 1000);
    perSecond[second] = (perSecond[second] ?? 0) + 1;
  }
  const mean = perSecond.reduce((sum, count) => sum + count, 0) / perSecond.length;
  const variance = perSecond.reduce((sum, count) => sum + (count - mean) ** 2, 0) / perSecond.length;
  expect(Math.abs(mean / 50 - 1)).toBeLessThan(0.02);
  expect(Math.abs(variance / 50 - 1)).toBeLessThan(0.15);
});

test('the same seed is the same plan, another seed another', () => {
  const plan = steadyRate(100, 2000);
  expect(momentsOf(plan, 'poisson', 7)).toEqual(momentsOf(plan, 'poisson', 7));
  expect(momentsOf(plan, 'poisson', 7)).not.toEqual(momentsOf(plan, 'poisson', 8));
});

test('a plan is bounded in count, too', () => {
  expect(momentsOf(steadyRate(100, 10_000), 'constant', 1, 3)).toEqual([0, 10, 20]);
});

test('any rate can be planned: one that grows sends ever faster', () => {
  // Rate t/s² per second: t²/2 arrivals until t.
  const ramp: RatePlan = { durationMs: 10_000, momentOf: (count) => 1000 * Math.sqrt(2 * count) };
  const moments = momentsOf(ramp, 'constant');
  expect(moments).toHaveLength(50);
  expect(moments[8]).toBeCloseTo(4000, 6);
});
