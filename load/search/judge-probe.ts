import { isDisturbed } from '../../contracts/generator-faults.ts';
import type { Point } from '../../contracts/record.ts';
import { assess, type Objective } from '../objectives/objectives.ts';
import type { Arrivals } from '../open/rate-plan.ts';
import type { Finding, Probe } from './probe.ts';

/** What of a point its probe is judged by. */
export type Judged = Pick<
  Point,
  | 'verdict'
  | 'counts'
  | 'overflow'
  | 'latencyMs'
  | 'serviceLatencyMs'
  | 'requestsPerSecond'
  | 'devicesPerSecond'
> &
  Pick<Point, 'durationMs' | 'generator'> & {
    readonly steadiness?: { readonly latencyDrift: number } | undefined;
    /** Standard deviation of the latencies. */
    readonly deviationMs: number;
  };

/** Latencies that rise by so much from one half of a window to the other are those of requests that pile up. */
const risingDrift = 0.2;

/** Where an objective fails and fewer answers come back than requests leave, the cause is that they pile up. */
const tolerableShortfall = 0.015;

function findingOf(point: Judged, objectives: readonly Objective[]): Finding {
  if (point.verdict === 'generator-limited') return 'generator';
  if (point.verdict === 'failed' || point.verdict === 'refused') return 'service';
  if ((point.steadiness?.latencyDrift ?? 0) > risingDrift) return 'service';
  if (objectives.every((objective) => assess(objective, point).holds)) return 'good';
  if (isDisturbed(point.generator)) return 'generator';
  const came = (point.requestsPerSecond * point.durationMs) / 1000;
  return came < point.counts.sent * (1 - tolerableShortfall) ? 'service' : 'objective';
}

/**
 * Of n requests whose distances vary by `a` and whose work by `b` (coefficients of variation), the load of a window varies
 * by √((a² + b²) / n), whatever the service: what it carries in this one is known no better. The work is not seen; the
 * latencies, which vary as the work does or more, stand for it. Twice that variance, since what a load does to latencies is
 * a draw of its own.
 */
function errorOf({ counts, latencyMs, deviationMs }: Judged, arrivals: Arrivals): number {
  const ofArrivals = arrivals === 'poisson' ? 1 : 0;
  const ofWork = latencyMs && latencyMs.mean > 0 ? (deviationMs / latencyMs.mean) ** 2 : 0;
  return Math.sqrt((2 * (ofArrivals + ofWork)) / Math.max(1, counts.sent));
}

/** A rate above what is carried by a share e lets latencies grow by e of the time that passes: they show how large e can be. */
function hiddenOf({ latencyMs, durationMs }: Judged): number {
  return latencyMs && durationMs > 0 ? Math.min(1, latencyMs.p99 / durationMs) : 0;
}

/** What a point says of the rate it was measured at. */
export function probeOf(
  point: Judged,
  objectives: readonly Objective[],
  {
    rate,
    isConfirmation,
    arrivals,
  }: Pick<Probe, 'rate' | 'isConfirmation'> & { readonly arrivals: Arrivals },
): Probe {
  return {
    rate,
    isConfirmation,
    finding: findingOf(point, objectives),
    carried: point.requestsPerSecond,
    error: errorOf(point, arrivals),
    hidden: hiddenOf(point),
    stolenCores: point.generator.stolenCores ?? 0,
  };
}
