import { expect, test } from 'vitest';
import { noOutcomes } from '../../contracts/outcome.ts';
import type { Point } from '../../contracts/record.ts';
import { scalabilityOf } from './scalability-of.ts';

function point(batchSize: number, connections: number, requestsPerSecond: number, changes = {}): Point {
  return {
    ...{ batchSize, connections, requestsPerSecond, devicesPerSecond: batchSize * requestsPerSecond },
    ...{ startedAt: '', durationMs: 1000, warmupMs: 0, bytesPerSecond: 0, histogram: '', why: '' },
    ...{ counts: { sent: 0, ...noOutcomes }, latencyMs: null, codes: {}, timeline: [] },
    generator: { cpu: 0, loopDelayP99Ms: 0, littlesLawRatio: 1 },
    verdict: 'valid',
    ...changes,
  };
}

/** X(N) = 100 N / (1 + 0.05 (N - 1) + 0.001 N (N - 1)) */
const lawOf = (n: number) => (100 * n) / (1 + 0.05 * (n - 1) + 0.001 * n * (n - 1));
const counts = [1, 2, 4, 8, 16, 32, 64];

test('the law of the size that carries most devices, from its valid points', () => {
  const points = counts.flatMap((n) => [point(1, n, 2 * lawOf(n)), point(50, n, lawOf(n))]);
  const odd = point(50, 128, 1, { verdict: 'generator-limited' });
  const { scalability } = scalabilityOf([...points, odd], 1);
  expect(scalability).toMatchObject({ batchSize: 50, isPeakExtrapolated: false });
  expect(scalability?.gamma).toBeCloseTo(100, 3);
  expect(scalability?.peakConnections).toBeCloseTo(Math.sqrt(0.95 / 0.001), 2);
});

test('a throughput that never falls has no peak, and its record says so without infinity', () => {
  const { scalability } = scalabilityOf(
    counts.map((n) => point(50, n, 100 * n)),
    1,
  );
  expect(scalability).toMatchObject({ peakConnections: null, peakRequestsPerSecond: null });
});

test('fewer than six numbers of connections are refused with the reason; one alone asks for nothing', () => {
  const few = counts.slice(0, 5).map((n) => point(50, n, lawOf(n)));
  expect(scalabilityOf(few, 1).noScalability?.en).toContain('6 different numbers of connections');
  expect(scalabilityOf([point(1, 10, 5), point(10, 10, 5)], 1)).toEqual({});
});
