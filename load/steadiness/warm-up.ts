import { isSizable } from '../../contracts/steadiness.ts';
import { driftOf } from '../models/drift.ts';
import type { Round } from './rounds.ts';
import { durationsOf, latenciesOf } from './steadiness.ts';

/** A warm-up takes so long at least and at most, in milliseconds, where nobody says how long. */
export const warmupBounds = { shortestMs: 1000, longestMs: 10_000 };

/** How often it is asked whether the warm-up is over. */
export const warmupTickMs = 100;

/**
 * A drift holds the window up sooner than it makes a measured one worthless: a little more patience costs less. One quiet
 * look in 20 is unlucky, and the next one follows at once.
 */
const suspicious = 2;

/**
 * Whether the warm-up is over at a moment: the later half of all that came back so far, by time, shows no drift by the
 * test that the window itself has to pass. A half that grows with the time passed lets go of a bad start, however long it
 * was, and judges a slow decline over as long a time.
 */
export function isWarm(
  rounds: readonly Round[],
  { startedAt, now }: { readonly startedAt: number; readonly now: number },
  loop: 'closed' | 'open',
): boolean {
  if (now - startedAt < warmupBounds.shortestMs) return false;
  const halfway = (startedAt + now) / 2;
  const first = rounds.findIndex(({ endedAt }) => endedAt >= halfway);
  // The first round of the half tells when it began: of what lies before, nothing is known.
  const half = first < 0 ? [] : rounds.slice(first + 1);
  const beganAt = rounds[first]?.endedAt ?? halfway;
  const series = [latenciesOf(half), ...(loop === 'closed' ? [durationsOf(half, beganAt)] : [])];
  return series.every((values) => {
    const drift = driftOf(values, suspicious);
    return drift !== undefined && !isSizable(drift);
  });
}
