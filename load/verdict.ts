import { isFallingBehind, isHeldBack } from '../contracts/point-reason.ts';
import type { Counts, Point } from '../contracts/record.ts';

/** A generator that uses more of its core than this may itself be the limit. */
const busyCpu = 0.9;

/** More bad answers than this, and the point says nothing of the service's capacity. */
const tolerableBadShare = 0.01;

/** A plan of which more than this was not sent is another plan. */
const tolerableOverflow = 0.001;

/**
 * Latency counts from the planned moment, so the generator's own lag is part of it. At the 99th percentile it may be
 * this share of the whole, the tolerance of a capacity number; one that nobody can tell from a late timer is never held
 * against the generator.
 */
const tolerableLagShare = 0.05;
const tolerableLagMs = 1;

function answersVerdict(counts: Counts, good: number): 'refused' | 'failed' | undefined {
  const ended = counts.sent - counts.aborted;
  if (ended === 0) return 'failed';
  if (counts.otherCode === ended) return 'refused';
  return counts.contractViolation > 0 || good < ended * (1 - tolerableBadShare) ? 'failed' : undefined;
}

/** What the number of a point of a closed loop is worth. */
export function verdictOf(counts: Counts, good: number, generator: Point['generator']): Point['verdict'] {
  const verdict = answersVerdict(counts, good);
  if (verdict) return verdict;
  return isHeldBack({ counts, generator }) || generator.cpu > busyCpu ? 'generator-limited' : 'valid';
}

/**
 * What the number of a point of an open loop is worth. CPU says nothing here: the pacer waits by asking the clock. A
 * rate that the service did not carry is a failed point, unless the generator was late itself and may be the cause.
 */
export function paceVerdictOf(
  point: Pick<Point, 'counts' | 'overflow' | 'backlog' | 'latencyMs' | 'generator'>,
  good: number,
): Point['verdict'] {
  const { counts, overflow = 0, latencyMs, generator } = point;
  const verdict = answersVerdict(counts, good);
  if (verdict) return verdict;
  const tolerableMs = Math.max(tolerableLagMs, tolerableLagShare * (latencyMs?.p99 ?? 0));
  if ((generator.sendLagP99Ms ?? 0) > tolerableMs) return 'generator-limited';
  const isShort = overflow > tolerableOverflow * (counts.sent + overflow);
  return isShort || isFallingBehind(point) ? 'failed' : 'valid';
}
