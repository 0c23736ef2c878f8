import { expect, test } from 'vitest';
import { type RandomStream, randomStream } from '../../generators/random.ts';
import { fitCost, type LowLoadTimes } from './cost.ts';
import { normal } from './simulated.ts';

const batchSizes = [1, 10, 50, 100, 200, 500];

/** Rounds of a service that takes fixed + perDevice × N and what the noise adds to the work of a call. */
function timesOf(
  rounds: number,
  fixedMs: number,
  perDeviceMs: number,
  noise: (n: number, round: number) => number = () => 0,
): LowLoadTimes {
  return {
    batchSizes,
    rounds: Array.from({ length: rounds }, (_, round) =>
      batchSizes.map((n) => fixedMs + perDeviceMs * n + noise(n, round)),
    ),
  };
}

function fitted(times: LowLoadTimes, stream: RandomStream = randomStream(1, 1), repetitions = 100) {
  const answer = fitCost(times, stream, repetitions);
  if ('noCost' in answer) throw new Error(answer.noCost.en);
  return answer.cost;
}

test.each([
  [4, 0.05],
  [1, 0.2],
  [10, 0.01],
  [3, 0],
])('exact without noise: %d ms + %d ms a device', (fixedMs, perDeviceMs) => {
  const { interval, ...cost } = fitted(timesOf(20, fixedMs, perDeviceMs));
  expect(cost.fixedMs).toBeCloseTo(fixedMs, 9);
  expect(cost.perDeviceMs).toBeCloseTo(perDeviceMs, 9);
  expect(cost.r2).toBeCloseTo(1, 9);
  expect(interval.fixedMs.high - interval.fixedMs.low).toBeLessThan(1e-9);
});

test.each(batchSizes.map((size) => [size]))(
  'one size that is three times too slow is left aside: %d',
  (odd) => {
    const { fixedMs, perDeviceMs } = fitted(
      timesOf(20, 4, 0.05, (n) => (n === odd ? 2 * (4 + n * 0.05) : 0)),
    );
    expect(fixedMs).toBeCloseTo(4, 9);
    expect(perDeviceMs).toBeCloseTo(0.05, 9);
  },
);

test('pauses of 200 ms in every third round are left aside', () => {
  const { fixedMs, perDeviceMs } = fitted(timesOf(30, 4, 0.05, (_, round) => (round % 3 === 0 ? 200 : 0)));
  expect(fixedMs).toBeCloseTo(4, 9);
  expect(perDeviceMs).toBeCloseTo(0.05, 9);
});

test('the intervals of noisy calls cover the truth in at least 95 of 100 runs', () => {
  // Noise of a tenth of the work, some of which a whole round has in common.
  const runs = 80;
  const rounds = 12;
  const covered = { fixedMs: 0, perDeviceMs: 0 };
  for (let run = 0; run < runs; run++) {
    const stream = randomStream(7, run);
    const noise = () => normal(stream);
    const shared = Array.from({ length: rounds }, noise);
    const times = timesOf(
      rounds,
      4,
      0.05,
      (n, i) => (4 + 0.05 * n) * 0.1 * (noise() + 0.3 * (shared[i] ?? 0)),
    );
    const { interval } = fitted(times, stream, 120);
    if (interval.fixedMs.low <= 4 && 4 <= interval.fixedMs.high) covered.fixedMs += 1;
    if (interval.perDeviceMs.low <= 0.05 && 0.05 <= interval.perDeviceMs.high) covered.perDeviceMs += 1;
  }
  // Medians make the bootstrap cautious: 97 to 99 of 100. Two standard errors of 0.97 among 80 are 0.04.
  for (const count of Object.values(covered)) {
    expect(count / runs).toBeGreaterThanOrEqual(0.93);
  }
});

test('the same seed gives the same intervals', () => {
  const times = timesOf(10, 4, 0.05, (n, round) => ((n * 7 + round * 13) % 11) / 10);
  expect(fitted(times)).toEqual(fitted(times));
});

test.each([
  [{ batchSizes: [1, 10], rounds: [] }, 'it takes 3 batch sizes that the service carries, and there were 2'],
  [timesOf(4, 4, 0.05), 'it takes 5 good calls of each size, one after another, and there were 4'],
  [
    timesOf(20, 4, 0, (n) => n ** 2 / 100),
    'times do not grow in a straight line with the devices: the best one starts at',
  ],
])('refuses, with the reason', (times, reason) => {
  const answer = fitCost(times, randomStream(1, 1));
  expect('noCost' in answer && answer.noCost.en).toContain(reason);
  expect('noCost' in answer && answer.noCost.zh).toMatch(/\d/);
});
