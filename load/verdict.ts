import { generatorFaults } from '../contracts/generator-faults.ts';
import { tolerable } from '../contracts/limits.ts';
import { brokenOf } from '../contracts/outcome.ts';
import type { Counts, Point } from '../contracts/record.ts';
import { isShort } from '../contracts/shortfall.ts';
import { unsteadiness } from '../contracts/steadiness.ts';

function answersVerdict(counts: Counts, good: number): 'refused' | 'failed' | undefined {
  const ended = counts.sent - counts.aborted;
  if (ended === 0) return 'failed';
  if (counts.otherCode === ended) return 'refused';
  return good < ended * (1 - tolerable.badAnswers) ? 'failed' : undefined;
}

type Judged = Pick<
  Point,
  | 'counts'
  | 'token'
  | 'stoppedBy'
  | 'latencyMs'
  | 'offeredRate'
  | 'objectiveMs'
  | 'generator'
  | 'steadiness'
  | 'overflow'
  | 'backlog'
>;

/**
 * What the number of a point is worth. Bad answers say most. A rate that the service did not carry is a failed point,
 * unless the generator was not itself and may be the cause; and what the generator did to the window is no unsteadiness
 * of the service.
 */
export function verdictOf(point: Judged, good: number): Point['verdict'] {
  if (point.stoppedBy || brokenOf(point.counts, point.token) > 0) return 'failed';
  const verdict = answersVerdict(point.counts, good);
  if (verdict) return verdict;
  if (generatorFaults(point).length > 0) return 'generator-limited';
  if (isShort(point)) return 'failed';
  return unsteadiness(point).length > 0 ? 'not-steady' : 'valid';
}
