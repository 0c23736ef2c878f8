import { expect, test } from 'vitest';
import { noOutcomes } from '../../contracts/outcome.ts';
import { parseObjectives } from '../objectives/objectives.ts';
import { type Judged, probeOf } from './judge-probe.ts';

const objectives = parseObjectives('--slo', 'p99<250ms');

/** A window of 10 s at 100 requests/s in which `came` were answered, with this p99, while the host took so much. */
function windowOf(p99: number, came: number, stolenCores: number): Judged {
  const latencyMs = { mean: 20, p50: 10, p90: 30, p95: 40, p99, p999: p99, max: p99 };
  return {
    ...{ verdict: 'valid', counts: { ...noOutcomes, sent: 1000, success: 1000 }, durationMs: 10_000 },
    ...{ latencyMs, deviationMs: 20, requestsPerSecond: came / 10, devicesPerSecond: came / 10 },
    generator: { cpu: 1, loopDelayP99Ms: 0.1, littlesLawRatio: 1, stolenCores },
  };
}

test.each([
  ['good', windowOf(240, 1000, 0)],
  ['good', windowOf(240, 1000, 0.3)],
  ['objective', windowOf(260, 1000, 0.01)],
  ['service', windowOf(260, 980, 0.01)],
  // An objective that was missed while the machine was not left alone is not held against the service.
  ['generator', windowOf(260, 1000, 0.03)],
  ['generator', windowOf(260, 980, 0.03)],
  ['service', { ...windowOf(240, 1000, 0.3), verdict: 'failed' as const }],
] as const)('%s', (finding, point) => {
  const probe = probeOf(point, objectives, { rate: 100, isConfirmation: true, arrivals: 'constant' });
  expect(probe.finding).toBe(finding);
});
