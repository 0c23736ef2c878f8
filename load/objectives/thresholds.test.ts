import { expect, test } from 'vitest';
import { noOutcomes } from '../../contracts/outcome.ts';
import type { Point } from '../../contracts/record.ts';
import { parseObjectives } from './objectives.ts';
import { thresholdsOf } from './thresholds.ts';

function point(p99: number | null, timeout: number, verdict: Point['verdict'] = 'valid'): Point {
  const latency = { mean: 1, p50: 1, p90: 1, p95: 1, p999: 900, max: 900 };
  return {
    ...{ batchSize: 1, startedAt: '', durationMs: 1000, warmupMs: 0, histogram: '', codes: {}, timeline: [] },
    ...{ requestsPerSecond: 100 - timeout, devicesPerSecond: 100 - timeout, bytesPerSecond: 0 },
    counts: { ...noOutcomes, sent: 100, success: 100 - timeout, timeout },
    latencyMs: p99 === null ? null : { ...latency, p99 },
    generator: { cpu: 0.1, loopDelayP99Ms: 1, littlesLawRatio: null },
    ...{ verdict, why: '' },
  };
}

const of = (text: string, ...points: Point[]) => thresholdsOf(parseObjectives('--threshold', text), points);

test('each holds where it does at every point, and the worst one is told', () => {
  const points = [point(20, 0), point(240, 3), point(80, 1)];
  expect(of('p99<250ms,errors<=1%,requestsPerSecond>=97,errors=0', ...points)).toEqual([
    { objective: 'p99<250ms', unit: 'ms', measured: 240, holds: true, point: 1 },
    { objective: 'errors<=1%', unit: '%', measured: 3, holds: false, point: 1 },
    { objective: 'requestsPerSecond>=97', unit: '', measured: 97, holds: true, point: 1 },
    { objective: 'errors=0', unit: '', measured: 3, holds: false, point: 1 },
  ]);
});

test('what is not known is worst', () => {
  expect(of('p99<250ms', point(900, 0), point(null, 100))).toEqual([
    { objective: 'p99<250ms', unit: 'ms', measured: null, holds: false, point: 1 },
  ]);
});

test('a point of a late generator is only named where no other does it', () => {
  const late = point(900, 0, 'generator-limited');
  expect(of('p99<250ms', late, point(300, 0))).toMatchObject([{ measured: 300, point: 1 }]);
  expect(of('p99<250ms', late, point(100, 0))).toMatchObject([
    { measured: 900, holds: false, unsure: true, point: 0 },
  ]);
  expect(of('success<1', late)).toEqual([
    { objective: 'success<1', unit: '', measured: 100, holds: false, point: 0 },
  ]);
});

test('without a point nothing holds', () => {
  expect(of('errors=0')).toEqual([{ objective: 'errors=0', unit: '', measured: null, holds: false }]);
});
