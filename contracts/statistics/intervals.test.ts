import { expect, test } from 'vitest';
import { randomStream } from '../../generators/random.ts';
import { normal } from '../../load/models/simulated.ts';
import { LatencyHistogram } from './histogram.ts';
import { percentileInterval, ranksAround } from './percentile-interval.ts';
import { throughputInterval } from './throughput-interval.ts';

/** A normal process of the first order: how far each value resembles the one before it. */
interface Process {
  readonly likeness: number;
  readonly perSlice: number;
  readonly slices: number;
}

/** z of percentiles. */
const percentiles = new Map([
  [50, 0],
  [90, 1.281552],
  [99, 2.326348],
]);

/** The latency at z, in milliseconds: skewed, as latencies are. */
const latencyAt = (z: number) => 0.3 * Math.exp(0.4 * z);

/** A point of latencies that follow a process, in slices of a second. */
function pointOf({ likeness, perSlice, slices }: Process, index: number) {
  const stream = randomStream(6, index);
  const histogram = new LatencyHistogram();
  let z = normal(stream);
  const timeline = Array.from({ length: slices }, (_, second) => {
    let sum = 0;
    for (let i = 0; i < perSlice; i++) {
      z = likeness * z + Math.sqrt(1 - likeness ** 2) * normal(stream);
      histogram.recordMs(latencyAt(z));
      sum += latencyAt(z);
    }
    return { second, answers: perSlice, good: perSlice, meanMs: sum / perSlice };
  });
  return { histogram: histogram.encode(), timeline };
}

/** The share of the points' intervals that hold the true percentile, and how many intervals there are. */
function coverage(process: Process, percentile: number, runs: number) {
  const truth = latencyAt(percentiles.get(percentile) ?? Number.NaN);
  const intervals = Array.from({ length: runs }, (_, i) =>
    percentileInterval(pointOf(process, i), percentile),
  ).filter((interval) => interval !== undefined);
  const holding = intervals.filter(({ low, high }) => low <= truth && truth <= high);
  return { share: holding.length / intervals.length, count: intervals.length };
}

test.each<[string, Process, number]>([
  ['independent', { likeness: 0, perSlice: 100, slices: 30 }, 50],
  ['independent', { likeness: 0, perSlice: 100, slices: 30 }, 99],
  ['alike for tens of answers', { likeness: 0.97, perSlice: 100, slices: 30 }, 50],
  ['alike for longer than a slice', { likeness: 0.995, perSlice: 100, slices: 60 }, 50],
])('answers %s: intervals hold the true percentile', (_, process, percentile) => {
  const { share, count } = coverage(process, percentile, 100);
  expect(count).toBe(100);
  expect(share).toBeGreaterThanOrEqual(0.93);
  expect(share).toBeLessThanOrEqual(0.99);
});

test('too few answers, or too few slices, bound nothing', () => {
  const wide = pointOf({ likeness: 0, perSlice: 100, slices: 3 }, 0);
  expect(percentileInterval(wide, 50)).toBeDefined();
  expect(percentileInterval(wide, 99)).toBeUndefined();
  expect(percentileInterval(pointOf({ likeness: 0, perSlice: 1000, slices: 2 }, 0), 50)).toBeUndefined();
  expect(
    percentileInterval({ histogram: new LatencyHistogram().encode(), timeline: [] }, 50),
  ).toBeUndefined();
});

// qbinom(0.025, n, q) and qbinom(0.975, n, q) + 1.
test.each([
  [100, 0.5, 40, 61],
  [1000, 0.99, 983, 997],
  [368, 0.99, 360, 368],
  [1_000_000, 0.5, 499_020, 500_981],
])('of %d values the order statistics around the quantile %d', (count, share, low, high) => {
  expect(ranksAround(count, share)).toEqual({ low, high });
});

test('of 367 values none is surely beyond the 99th percentile', () => {
  expect(ranksAround(367, 0.99)).toBeUndefined();
});

test('throughput: the interval holds the true rate, whatever is left of the last slice', () => {
  const runs = 1000;
  let held = 0;
  for (let run = 0; run < runs; run++) {
    const stream = randomStream(7, run);
    const seconds = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.2];
    const timeline = seconds.map((length, second) => {
      const good = Math.round(200 * length + Math.sqrt(200 * length) * normal(stream));
      return { second, answers: good, good };
    });
    const all = timeline.reduce((sum, { good }) => sum + good, 0);
    const interval = throughputInterval({ requestsPerSecond: all / 9.2, durationMs: 9200, timeline });
    if (interval && interval.low <= 200 && 200 <= interval.high) held += 1;
  }
  expect(held / runs).toBeGreaterThan(0.935);
  expect(held / runs).toBeLessThan(0.965);
});
