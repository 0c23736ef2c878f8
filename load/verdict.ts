import { occurred } from '../contracts/outcome.ts';
import type { Counts, Point } from '../contracts/record.ts';

/** A generator that uses more of its core than this may itself be the limit. */
const busyCpu = 0.9;

/** More bad answers than this, and the point says nothing of the service's capacity. */
const tolerableBadShare = 0.01;

type Verdict = Pick<Point, 'verdict' | 'why'>;

/** What a point's number is worth. */
export function verdictOf(counts: Counts, good: number, generator: Point['generator']): Verdict {
  const ended = counts.sent - counts.aborted;
  const listed = occurred(counts)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
  if (ended === 0) return { verdict: 'failed', why: 'nothing was answered' };
  if (counts.otherCode === ended)
    return { verdict: 'refused', why: `the service refuses this size: ${listed}` };
  if (counts.contractViolation > 0 || good < ended * (1 - tolerableBadShare))
    return { verdict: 'failed', why: listed };
  if (generator.cpu > busyCpu) {
    const why = `the load generator used ${Math.round(generator.cpu * 100)} % of a core`;
    return { verdict: 'generator-limited', why };
  }
  return { verdict: 'valid', why: '' };
}
