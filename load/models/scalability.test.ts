import { expect, test } from 'vitest';
import type { Sample } from '../../contracts/statistics/sample.ts';
import { randomStream } from '../../generators/random.ts';
import { fitScalability } from './scalability.ts';
import { normal } from './simulated.ts';

const loads = [1, 2, 4, 8, 12, 16, 24, 32, 48, 64];

function samplesOf(gamma: number, alpha: number, beta: number, noise = () => 1): Sample[] {
  return loads.map((n) => {
    return { x: n, y: ((gamma * n) / (1 + alpha * (n - 1) + beta * n * (n - 1))) * noise() };
  });
}

function fitted(samples: readonly Sample[], run = 1, repetitions = 50) {
  const answer = fitScalability(samples, randomStream(5, run), repetitions);
  if ('noScalability' in answer) throw new Error(answer.noScalability.en);
  return answer.scalability;
}

test('SPEC SDM91, as published to four digits', () => {
  const throughputs = [64.9, 995.9, 1652.4, 1853.2, 1828.9, 1775.0, 1702.2];
  const sdm91 = [1, 18, 36, 72, 108, 144, 216].map((x, i) => ({ x, y: throughputs[i] ?? 0 }));
  const { alpha, beta, gamma, peakConnections, peakRequestsPerSecond, isPeakExtrapolated, interval } = fitted(
    sdm91,
    1,
    100,
  );
  expect(alpha.toPrecision(4)).toBe('0.02773');
  expect(beta.toPrecision(4)).toBe('0.0001044');
  expect(gamma.toPrecision(4)).toBe('90.00');
  expect(peakConnections.toPrecision(4)).toBe('96.52');
  expect(peakRequestsPerSecond.toPrecision(4)).toBe('1884');
  expect(isPeakExtrapolated).toBe(false);
  expect(interval.alpha.low).toBeLessThan(0.02773);
  expect(interval.alpha.high).toBeGreaterThan(0.02773);
});

test.each([
  [100, 0.05, 0.001],
  [1000, 0, 0.0005],
  [40, 0.2, 0],
  [40, 0, 0],
])('exact without noise: gamma %d, alpha %d, beta %d', (gamma, alpha, beta) => {
  const found = fitted(samplesOf(gamma, alpha, beta));
  expect(found.gamma / gamma).toBeCloseTo(1, 6);
  expect(found.alpha).toBeCloseTo(alpha, 6);
  expect(found.beta).toBeCloseTo(beta, 8);
});

test('a throughput that never falls has its peak at infinity', () => {
  const { beta, peakConnections, peakRequestsPerSecond, isPeakExtrapolated } = fitted(
    samplesOf(40, 0.2, 0, () => 1).map(({ x, y }) => ({ x, y: x > 40 ? y * 1.02 : y })),
  );
  expect([beta, peakConnections, isPeakExtrapolated]).toEqual([0, Number.POSITIVE_INFINITY, true]);
  expect(peakRequestsPerSecond).toBeGreaterThan(190);
});

test('a peak beyond what was measured is marked', () => {
  const { peakConnections, isPeakExtrapolated } = fitted(samplesOf(100, 0.01, 0.00005));
  expect(peakConnections).toBeCloseTo(140.7, 1);
  expect(isPeakExtrapolated).toBe(true);
});

test('the intervals cover the truth in about 95 of 100 runs', () => {
  const truth = {
    alpha: 0.05,
    beta: 0.001,
    gamma: 100,
    peakConnections: 30.82,
    peakRequestsPerSecond: 899.1,
  };
  const runs = 100;
  const covered = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    const stream = randomStream(9, run);
    const { interval } = fitted(
      samplesOf(100, 0.05, 0.001, () => 1).map(({ x, y }) => ({ x, y: y + 15 * normal(stream) })),
      run,
      120,
    );
    for (const [name, value] of Object.entries(truth)) {
      const { low, high } = Object.entries(interval).find(([key]) => key === name)?.[1] ?? {
        low: 1,
        high: 0,
      };
      if (low <= value && value <= high) covered.set(name, (covered.get(name) ?? 0) + 1);
    }
  }
  // Three standard errors of a share of 0.95 among 100 are 0.065.
  for (const name of Object.keys(truth)) expect(covered.get(name), name).toBeGreaterThanOrEqual(89);
});

test('five numbers of connections are too few', () => {
  const answer = fitScalability(samplesOf(100, 0.05, 0.001).slice(0, 5), randomStream(1, 1));
  expect(answer).toEqual({
    noScalability: {
      en: 'the scalability model takes 6 different numbers of connections, and there were 5',
      zh: '扩展性模型至少需要 6 个不同的连接数，实际只有 5 个',
    },
  });
});
