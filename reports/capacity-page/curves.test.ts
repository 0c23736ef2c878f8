import { describe, expect, test } from 'vitest';
import { pacedPoint, point } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { curvesOf } from './curves.ts';

const round = (rate: number | undefined) => (rate === undefined ? undefined : Math.round(rate));

describe('the curves of a recorded search', () => {
  const curves = curvesOf(capacityLoad);

  test('every probe is a dot; points without a plan, which looked for where to begin, are not', () => {
    const probes = capacityLoad.capacity?.perSize.map((size) => size.probes.length);
    expect(curves.map(({ dots }) => dots.length)).toEqual(probes);
    expect(curves.every(({ dots }) => dots.every(({ probe }) => probe))).toBe(true);
  });

  test('the last good probe is the rate that the search answered', () => {
    for (const { batchSize, lastGood } of curves) {
      const size = capacityLoad.capacity?.perSize.find((one) => one.batchSize === batchSize);
      expect(lastGood?.rate).toBeCloseTo(size?.requestsPerSecond ?? Number.NaN, 0);
    }
  });

  test('the marks, by batch size', () => {
    const marks = curves.map(({ batchSize, lastGood, firstBad, knee, objectiveMs }) =>
      [batchSize, round(lastGood?.rate), round(firstBad?.rate), round(knee), objectiveMs].join(' '),
    );
    expect(marks).toMatchInlineSnapshot(`
      [
        "1 975 990  250",
        "10 876 889  250",
        "50 466   250",
        "100 430 443 437 250",
        "200 284 288  250",
        "500 138 146 138 250",
      ]
    `);
  });
});

const at = (rate: number, verdict: 'valid' | 'failed' | 'generator-limited', p99: number) =>
  pacedPoint(10, rate, {
    verdict,
    latencyMs: { mean: 4, p50: 4, p90: 5, p95: 6, p99, p999: p99, max: p99 },
  });

test('without a search, verdicts tell the last good rate and the first bad one', () => {
  const points = [
    at(400, 'failed', 900),
    at(100, 'valid', 5),
    at(300, 'generator-limited', 70),
    at(200, 'valid', 6),
  ];
  const [curve] = curvesOf({ points });
  expect(curve?.dots.map(({ rate }) => rate)).toEqual([100, 200, 300, 400]);
  expect([curve?.lastGood?.rate, curve?.firstBad?.rate]).toEqual([200, 400]);
});

test('a curve that hardly rises has no knee', () => {
  const rising = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => at(i * 100, 'valid', i < 6 ? 10 : 10 + 40 * (i - 5)));
  expect(curvesOf({ points: rising })[0]?.knee).toBe(500);
  const flat = rising.map((one, i) => at(one.offeredRate ?? 0, 'valid', 10 + (i === 6 ? 2 : 0)));
  expect(curvesOf({ points: flat })[0]?.knee).toBeUndefined();
});

test('a closed loop has a curve over its connections, and neither good nor bad rates; two points have none', () => {
  const points = [4, 8, 16].map((connections) => point(10, connections * 50, { connections }));
  const [curve] = curvesOf({ points });
  expect(curve).toMatchObject({ isPaced: false, batchSize: 10 });
  expect(curve?.lastGood).toBeUndefined();
  expect(curvesOf({ points: points.slice(1) })).toEqual([]);
});

test('the parts of a spike, and refusals, are no curve', () => {
  const parts = (['before', 'spike', 'after'] as const).map((phase) => ({ ...at(100, 'valid', 5), phase }));
  expect(curvesOf({ points: parts })).toEqual([]);
  const states = ['valid', 'expired', 'missing'] as const;
  expect(curvesOf({ points: states.map((token) => point(1, 100, { token })) })).toEqual([]);
});
