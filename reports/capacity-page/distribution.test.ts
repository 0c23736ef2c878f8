import { describe, expect, test } from 'vitest';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { keptLoad, point } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { distributionsOf, ninesOf, percentileAt, supports } from './distribution.ts';

test.each([
  [99, 99.9, false],
  [999, 99.9, false],
  [1000, 99.9, true],
  [10_000, 99.99, true],
  [9999, 99.99, false],
  [2, 50, true],
])('%d answers, p%d: %s', (answers, percentile, holds) => expect(supports(answers, percentile)).toBe(holds));

test('an axis of nines', () => {
  expect([90, 99, 99.9].map(ninesOf).map((nines) => nines.toFixed(6))).toEqual([
    '1.000000',
    '2.000000',
    '3.000000',
  ]);
  expect(percentileAt(ninesOf(99.95))).toBeCloseTo(99.95, 9);
});

describe('the points that matter', () => {
  test('of a search: the last good and the first bad of its best size', () => {
    const found = distributionsOf(capacityLoad);
    expect(
      found.map(({ point, answers }) => [point.batchSize, Math.round(point.offeredRate ?? 0), answers]),
    ).toEqual([
      [500, 138, 5749],
      [500, 146, 5812],
    ]);
    for (const { point, atMs } of found) {
      expect(atMs(99)).toBe(point.latencyMs?.p99);
      expect(atMs(99.99)).toBeUndefined();
    }
  });

  test('of a sweep: a point of each size, as far as there are histograms', () => {
    expect(distributionsOf(keptLoad)).toEqual([]);
    const histogram = new LatencyHistogram();
    histogram.recordMs(7);
    const points = [point(1, 100, { histogram: histogram.encode() }), point(10, 100)];
    const [only, ...rest] = distributionsOf({ ...keptLoad, points });
    expect(rest).toEqual([]);
    expect([only?.answers, only?.atMs(0), only?.atMs(50)]).toEqual([1, expect.closeTo(7, 2), undefined]);
  });
});
