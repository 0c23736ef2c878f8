import type { Counts, Point } from '../contracts/record.ts';

/** A generator that uses more of its core than this may itself be the limit. */
const busyCpu = 0.9;

/** More bad answers than this, and the point says nothing of the service's capacity. */
const tolerableBadShare = 0.01;

/** What a point's number is worth. */
export function verdictOf(counts: Counts, good: number, generator: Point['generator']): Point['verdict'] {
  const ended = counts.sent - counts.aborted;
  if (ended === 0) return 'failed';
  if (counts.otherCode === ended) return 'refused';
  if (counts.contractViolation > 0 || good < ended * (1 - tolerableBadShare)) return 'failed';
  return generator.cpu > busyCpu ? 'generator-limited' : 'valid';
}
