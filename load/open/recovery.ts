import type { Point } from '../../contracts/record.ts';
import type { Timed } from './paced-window.ts';

/** What counts as back: so much slower than before, by how few of the requests, for how long. */
export const backMeans = { tolerance: 0.25, atLeastMs: 1, slowShare: 0.05, heldMs: 2000 } as const;

/** With fewer good answers than this, the level before a spike is not known. */
const leastAnswers = 20;

/**
 * The latency that counts as back, given the level before: its 95th percentile and a quarter. Of a service that is back,
 * fewer than 5 % of the requests are slower than that.
 */
function limitOf(before: Point): number | undefined {
  const { counts, latencyMs, verdict } = before;
  if (verdict !== 'valid' || !latencyMs || counts.sent < leastAnswers) return undefined;
  return latencyMs.p95 + Math.max(backMeans.atLeastMs, latencyMs.p95 * backMeans.tolerance);
}

/**
 * How long a service takes until it is back: the moment of the first request that is fast enough, and from which on, for
 * `heldMs`, at most `slowShare` of the requests are not. `undefined`: not before `endMs`.
 */
export function backAfterMs(series: readonly Timed[], limitMs: number, endMs: number): number | undefined {
  const { heldMs, slowShare } = backMeans;
  const ordered = series.toSorted((a, b) => a.plannedMs - b.plannedMs);
  const isSlow = (timed: Timed | undefined) => timed !== undefined && timed.latencyMs > limitMs;
  let [slow, next] = [0, 0];
  for (const [i, { plannedMs }] of ordered.entries()) {
    const moment = i === 0 ? 0 : plannedMs;
    if (moment + heldMs > endMs) return undefined;
    for (; (ordered[next]?.plannedMs ?? endMs) < moment + heldMs; next++)
      if (isSlow(ordered[next])) slow += 1;
    if (!isSlow(ordered[i]) && slow <= slowShare * (next - i)) return moment;
    if (isSlow(ordered[i])) slow -= 1;
  }
  return undefined;
}

/** The recovery from a spike, from the points before and after it. Nothing where the level before is not known. */
export function recoveryOf(
  before: Point,
  after: Point,
  series: readonly Timed[],
): Point['recovery'] | undefined {
  const limitMs = limitOf(before);
  if (limitMs === undefined) return undefined;
  const ms = backAfterMs(series, limitMs, after.durationMs) ?? null;
  return { ms, limitMs, heldMs: backMeans.heldMs, watchedMs: after.durationMs };
}
