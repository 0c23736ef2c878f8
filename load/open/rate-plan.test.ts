import { describe, expect, test } from 'vitest';
import { randomStream } from '../../generators/random.ts';
import {
  type Arrivals,
  plannedMoments,
  type RatePlan,
  rateOf,
  type Stretch,
  steadyRate,
} from './rate-plan.ts';

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
  [5000, 1500, 3000],
  [7, 1500, 1000],
  [0.5, 1000, 10_000],
])(
  '%d/s after a warm-up of %d ms that grows to it: the window has its whole plan',
  (rate, warmupMs, durationMs) => {
    const warmUp = { from: 0, to: rate, durationMs: warmupMs };
    const moments = momentsOf(rateOf([warmUp, { from: rate, to: rate, durationMs }]), 'constant');
    expect(moments.filter((moment) => moment >= warmupMs)).toHaveLength((rate * durationMs) / 1000);
    const half = moments.filter((moment) => moment < warmupMs / 2);
    expect(half).toHaveLength(Math.ceil((rate * warmupMs) / 8000));
  },
);

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

describe('rates that change', () => {
  /** Arrivals until a moment of a linear stretch: the integral of its rate. */
  const arrivalsUntil = ({ from, to, durationMs }: Stretch, ms: number) =>
    (from * ms + ((to - from) * ms ** 2) / (2 * durationMs)) / 1000;

  test.each([
    [{ from: 0, to: 100, durationMs: 10_000 }, 500],
    [{ from: 100, to: 0, durationMs: 10_000 }, 500],
    [{ from: 50, to: 150, durationMs: 4000 }, 400],
    [{ from: 150, to: 50, durationMs: 4000 }, 400],
    [{ from: 80, to: 80, durationMs: 2000 }, 160],
  ])('%j: the inverse of the integral of the rate, %d arrivals', (stretch, count) => {
    const moments = momentsOf(rateOf([stretch]), 'constant');
    expect(moments).toHaveLength(count);
    expect(moments[0]).toBe(0);
    for (const [i, moment] of moments.entries()) expect(arrivalsUntil(stretch, moment)).toBeCloseTo(i, 6);
  });

  test('no arrivals in a stretch of none, and those of the next one after it', () => {
    const plan = rateOf([
      { from: 0, to: 0, durationMs: 1000 },
      { from: 10, to: 10, durationMs: 500 },
    ]);
    expect(momentsOf(plan, 'constant')).toEqual([1000, 1100, 1200, 1300, 1400]);
  });

  test('a spike: each stretch has its own arrivals, to the unit', () => {
    const plan = rateOf([
      { from: 0, to: 30, durationMs: 1000 },
      { from: 30, to: 30, durationMs: 3000 },
      { from: 700, to: 700, durationMs: 2000 },
      { from: 30, to: 30, durationMs: 5000 },
    ]);
    expect(plan.durationMs).toBe(11_000);
    const between = (from: number, to: number) =>
      momentsOf(plan, 'constant').filter((moment) => moment >= from && moment < to).length;
    expect([between(0, 1000), between(1000, 4000), between(4000, 6000)]).toEqual([15, 90, 1400]);
    expect(between(6000, 11_000)).toBe(150);
  });

  test('a steady stretch is the steady rate', () => {
    const stretch = rateOf([{ from: 7, to: 7, durationMs: 3000 }]);
    expect(momentsOf(stretch, 'poisson')).toEqual(
      momentsOf(steadyRate(7, 3000), 'poisson').map((moment) => expect.closeTo(moment, 6)),
    );
  });
});
