import { noOutcomes } from '../../contracts/outcome.ts';
import { exponential, type RandomStream } from '../../generators/random.ts';
import { driftOf } from '../models/drift.ts';
import { earliest } from '../models/simulated.ts';
import { type Arrivals, plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { verdictOf } from '../verdict.ts';
import type { Judged } from './judge-probe.ts';
import { type Host, idleHost } from './simulated-host.ts';

/** When the answer to a request that arrives now ends; `undefined` if it is refused at once. Moments ascend. */
export type Service = (arrivedAt: number) => number | undefined;

/** First in, first out, before `servers` servers. `workMs` is asked as the work on a request begins, of how many are busy then. */
export function queue(servers: number, workMs: (busy: number) => number): Service {
  const freeAt = new Float64Array(servers);
  return (arrivedAt) => {
    const first = earliest(freeAt);
    const startedAt = Math.max(arrivedAt, freeAt[first] ?? 0);
    let busy = 1;
    for (let i = 0; i < servers; i++) if (i !== first && (freeAt[i] ?? 0) > startedAt) busy += 1;
    const endedAt = startedAt + workMs(busy);
    freeAt[first] = endedAt;
    return endedAt;
  };
}

/** Whether more than so many requests arrived within the last second. */
export function overload(perSecond: number): (arrivedAt: number) => boolean {
  const arrivals = new Float64Array(perSecond).fill(Number.NEGATIVE_INFINITY);
  let turn = 0;
  return (arrivedAt) => {
    const place = turn++ % arrivals.length;
    const before = arrivals[place] ?? Number.NEGATIVE_INFINITY;
    arrivals[place] = arrivedAt;
    // Sums of intervals are not exact.
    return arrivedAt - before < 1000 - 1e-6;
  };
}

/** Exponential with mean 1, or far more uneven with the same mean: mostly short, sometimes long (balanced means). */
export function uneven(variance: number, stream: RandomStream): () => number {
  const short = (1 + Math.sqrt((variance - 1) / (variance + 1))) / 2;
  return () => {
    const isShort = stream.next() / 2 ** 32 < short;
    return exponential(stream) / (isShort ? 2 * short : 2 * (1 - short));
  };
}

export interface Window {
  readonly rate: number;
  readonly arrivals: Arrivals;
  readonly startsAt: number;
  readonly warmupMs: number;
  readonly durationMs: number;
  readonly stream: RandomStream;
  /** Of the machine of the service. */
  readonly host?: Host | undefined;
}

const slices = 40;

/** What would be measured, computed request by request without a clock; and when the last answer has come. */
export function measureWindow(service: Service, window: Window): { judged: Judged; endedAt: number } {
  const { rate, arrivals, startsAt, warmupMs, durationMs, stream, host = idleHost } = window;
  const openedAt = startsAt + warmupMs;
  const closedAt = openedAt + durationMs;
  const latencies: number[] = [];
  const [sums, numbers] = [new Float64Array(slices), new Float64Array(slices)];
  let [sent, carried, before, after, lastAt] = [0, 0, 0, 0, closedAt];
  for (const moment of plannedMoments(steadyRate(rate, warmupMs + durationMs), arrivals, stream)) {
    const at = startsAt + moment;
    const machineEnd = service(host.machineTimeAt(at));
    if (at >= openedAt) sent += 1;
    if (machineEnd === undefined) continue;
    const endedAt = host.momentOf(machineEnd);
    lastAt = Math.max(lastAt, endedAt);
    if (endedAt >= closedAt) after += 1;
    else if (endedAt >= openedAt) carried += 1;
    if (at < openedAt && endedAt >= openedAt) before += 1;
    if (at < openedAt) continue;
    latencies.push(endedAt - at);
    const slice = Math.floor(((at - openedAt) / durationMs) * slices);
    sums[slice] = (sums[slice] ?? 0) + endedAt - at;
    numbers[slice] = (numbers[slice] ?? 0) + 1;
  }
  const ascending = Float64Array.from(latencies).sort();
  const at = (share: number) => ascending[Math.max(0, Math.ceil(ascending.length * share) - 1)] ?? 0;
  const mean = ascending.reduce((sum, one) => sum + one, 0) / ascending.length;
  const deviationMs = Math.sqrt(
    ascending.reduce((sum, one) => sum + (one - mean) ** 2, 0) / ascending.length,
  );
  const counts = { ...noOutcomes, sent, success: latencies.length, httpError: sent - latencies.length };
  const latencyMs = {
    ...{ mean, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), p999: at(0.999), max: at(1) },
  };
  const requestsPerSecond = (carried * 1000) / durationMs;
  const means = Array.from(sums, (sum, i) => sum / (numbers[i] ?? 0)).filter((value) => !Number.isNaN(value));
  const steadiness = { latencyDrift: driftOf(means) ?? 0 };
  const workedMs = host.machineTimeAt(closedAt) - host.machineTimeAt(openedAt);
  const stolenCores = (durationMs - workedMs) / durationMs;
  const point = {
    ...{ steadiness, offeredRate: rate },
    ...{ counts, overflow: 0, backlog: after - before, latencyMs, serviceLatencyMs: latencyMs, durationMs },
    ...{ requestsPerSecond, devicesPerSecond: requestsPerSecond },
    generator: { cpu: 1, loopDelayP99Ms: 0, sendLagP99Ms: 0, littlesLawRatio: null, stolenCores },
  };
  const verdict = verdictOf(point, latencies.length);
  return {
    judged: { ...point, verdict, deviationMs },
    endedAt: lastAt,
  };
}
