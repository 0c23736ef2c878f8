import { noOutcomes, outcomes } from '../contracts/outcome.ts';
import type { Counts, LoadRecord, Point } from '../contracts/record.ts';
import { exchange, head } from './sample-suites.ts';

/** Records of sweeps with fixed values, for tests. */

/** The books of a point, closed. */
export function counts(of: Partial<Counts>): Counts {
  const all = { ...noOutcomes, ...of };
  return { ...all, sent: outcomes.reduce((sum, outcome) => sum + all[outcome], 0) };
}

/** A point of ten seconds over ten connections that kept every connection busy. */
export function point(batchSize: number, requestsPerSecond: number, changes: Partial<Point> = {}): Point {
  const mean = requestsPerSecond > 0 ? 10_000 / requestsPerSecond : 1;
  const answers = requestsPerSecond * 10;
  const latencyMs = { mean, p50: mean * 0.94, p90: mean * 1.21, p95: mean * 1.38, p99: mean * 2.1 };
  return {
    batchSize,
    connections: 10,
    startedAt: '2026-11-22T23:16:00.000Z',
    durationMs: 10_000,
    warmupMs: 2000,
    requestsPerSecond,
    devicesPerSecond: requestsPerSecond * batchSize,
    bytesPerSecond: requestsPerSecond * (80 + 72 * batchSize),
    counts: counts({ success: answers }),
    latencyMs: { ...latencyMs, p999: mean * 3.9, max: mean * 5.2 },
    histogram: '',
    codes: { 200: answers },
    timeline: [],
    generator: { cpu: 0.22, loopDelayP99Ms: 1.8, littlesLawRatio: 0.998 },
    verdict: 'valid',
    why: '',
    ...changes,
  };
}

/** A sweep that was not asked what a call costs. */
const plainLoad: LoadRecord = {
  ...head,
  kind: 'load',
  id: '20261122-231504-a1b2',
  startedAt: '2026-11-22T23:15:04.000Z',
  finishedAt: '2026-11-22T23:16:16.900Z',
  scenario: 'sweep',
  plan: {
    batchSizes: [1, 10, 50, 100, 200, 500],
    connections: [10],
    durationMs: 10_000,
    warmupMs: 2000,
    timeoutMs: 10_000,
  },
  points: [point(1, 1840), point(10, 1322), point(50, 618), point(100, 367), point(200, 171), point(500, 52)],
  exchanges: [],
};

export const keptLoad: LoadRecord = {
  ...plainLoad,
  lowLoad: {
    startedAt: '2026-11-22T23:16:12.000Z',
    durationMs: 3040,
    counts: counts({ success: 270 }),
    calls: 44,
    points: [
      { batchSize: 1, medianMs: 4.2, wayMs: 0.6 },
      { batchSize: 10, medianMs: 4.62, wayMs: 0.6 },
      { batchSize: 50, medianMs: 6.68, wayMs: 0.6 },
      { batchSize: 100, medianMs: 9.23, wayMs: 0.6 },
      { batchSize: 200, medianMs: 14.31, wayMs: 0.6 },
      { batchSize: 500, medianMs: 29.64, wayMs: 0.6 },
    ],
  },
  cost: {
    fixedMs: 4.12,
    perDeviceMs: 0.05102,
    r2: 0.99998,
    interval: { fixedMs: { low: 4.09, high: 4.16 }, perDeviceMs: { low: 0.0508, high: 0.0512 } },
  },
};

export const brokenLoad: LoadRecord = {
  ...plainLoad,
  id: '20261122-232004-c3d4',
  points: [
    point(1, 9120, {
      verdict: 'generator-limited',
      why: 'the load generator used 97 % of a core: the service carries at least this',
      generator: { cpu: 0.97, loopDelayP99Ms: 24.6, littlesLawRatio: 0.81 },
    }),
    point(10, 1322),
    point(50, 618, { counts: counts({ success: 6178, partial: 2 }), codes: { 200: 6180 } }),
    point(100, 210, {
      counts: counts({ success: 2087, partial: 3, contractViolation: 10 }),
      codes: { 200: 2100 },
    }),
    point(200, 31, {
      verdict: 'failed',
      why: 'not every answer was good',
      counts: counts({ success: 310, timeout: 180, socketError: 20, httpError: 12 }),
      codes: { 200: 310 },
    }),
    point(500, 0, {
      verdict: 'refused',
      why: 'the service refuses this size: code 5312',
      counts: counts({ otherCode: 40 }),
      codes: { 5312: 40 },
      latencyMs: null,
      generator: { cpu: 0.04, loopDelayP99Ms: 1.1, littlesLawRatio: null },
    }),
  ],
  noCost: {
    en: 'it takes 5 good calls of each size, one after another, and there were 2',
    zh: '每个批大小至少需要 5 次正常的逐个调用，实际只有 2 次',
  },
  exchanges: [exchange('load-1', { index: 4181 })],
};

export const interruptedLoad: LoadRecord = {
  ...plainLoad,
  interrupted: true,
  points: plainLoad.points.slice(0, 2),
};

/** A point of ten seconds at a rate that the service carried. */
export function pacedPoint(batchSize: number, rate: number, changes: Partial<Point> = {}): Point {
  const { connections: _none, ...closed } = point(batchSize, rate);
  const serviceLatencyMs = { mean: 4.6, p50: 4.4, p90: 5.2, p95: 5.8, p99: 8.1, p999: 14.2, max: 16.3 };
  return {
    ...closed,
    offeredRate: rate,
    overflow: 0,
    backlog: 0,
    latencyMs: { mean: 4.7, p50: 4.5, p90: 5.4, p95: 6.1, p99: 9.2, p999: 15.1, max: 17.4 },
    serviceLatencyMs,
    generator: { cpu: 0.48, loopDelayP99Ms: 0.9, sendLagP99Ms: 0.21, littlesLawRatio: null },
    ...changes,
  };
}

/** Three points at a rate: carried, sent late by the generator, too much for the service. */
export const rateLoad: LoadRecord = {
  ...keptLoad,
  id: '20261122-232504-e5f6',
  scenario: 'rate',
  plan: {
    batchSizes: [1, 10, 100],
    rate: 200,
    arrivals: 'poisson',
    maxInFlight: 400,
    durationMs: 10_000,
    warmupMs: 2000,
    timeoutMs: 30_000,
  },
  points: [
    pacedPoint(1, 200),
    pacedPoint(10, 198.7, {
      verdict: 'generator-limited',
      generator: { cpu: 1, loopDelayP99Ms: 9.4, sendLagP99Ms: 6.8, littlesLawRatio: null },
      counts: counts({ success: 1987 }),
    }),
    pacedPoint(100, 121, {
      verdict: 'failed',
      offeredRate: 201.2,
      overflow: 402,
      backlog: 390,
      counts: counts({ success: 1610 }),
    }),
  ],
};
