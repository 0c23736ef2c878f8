import type { LoadRecord, SuiteRecord } from '../../contracts/record.ts';
import { keptSuite } from '../sample-suites.ts';
import { keptLoad } from '../sample-sweeps.ts';

/** Records of many runs with stated figures, for tests. */

const dayMs = 86_400_000;
const firstDay = Date.UTC(2026, 2, 1, 3);

/** When the n-th run was: one a night. */
export function night(n: number): string {
  return new Date(firstDay + n * dayMs).toISOString();
}

const times = (n: number) => ({
  startedAt: night(n),
  finishedAt: new Date(firstDay + n * dayMs + 72_000).toISOString(),
});

/** The sweep of a night whose throughputs are `factor` of what is usual, and latencies the inverse of it. */
export function sweepOf(n: number, factor: number, changes: Partial<LoadRecord> = {}): LoadRecord {
  const points = keptLoad.points.map((point) => ({
    ...point,
    requestsPerSecond: point.requestsPerSecond * factor,
    devicesPerSecond: point.devicesPerSecond * factor,
    latencyMs: point.latencyMs && { ...point.latencyMs, p99: point.latencyMs.p99 / factor },
  }));
  return { ...keptLoad, id: `sweep-${n}`, ...times(n), points, ...changes };
}

/** The suites of a night. */
export function suiteOf(n: number, changes: Partial<SuiteRecord> = {}): SuiteRecord {
  return { ...keptSuite, id: `suite-${n}`, ...times(n), ...changes };
}
