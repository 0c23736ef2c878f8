import { studentBound, studentTail } from '../../contracts/statistics/student.ts';
import type { Interval } from '../../contracts/statistics/throughput-interval.ts';

/** What is known of how a figure changed from base to head. */
export interface Estimate {
  /** ln(head / base). */
  readonly log: number;
  /** Its standard error. */
  readonly error: number;
  /** Degrees of freedom of that. */
  readonly degrees: number;
  /** How large the change is beside the spread of what was measured, whatever the number of measurements. */
  readonly effect?: number;
}

/** A change as it is told. */
export interface Change {
  /** Of the base's figure: 0.05 is 5 % more. */
  readonly share: number;
  /** 95 %, of this figure alone. */
  readonly interval: Interval;
  readonly effect?: number;
  /** Beyond doubt, all figures of the comparison taken together. */
  readonly isShown: boolean;
}

/**
 * How often a comparison of two services that are alike may find any difference at all. Half of the 2 % that are
 * promised: blocks are neither quite normal nor quite independent.
 */
const familyError = 0.01;

/** The two-sided probability of such a change where there is none (Student). */
function pValueOf({ log, error, degrees }: Estimate): number {
  if (log === 0) return 1;
  return error === 0 ? 0 : studentTail(log / error, degrees);
}

/**
 * Which of several hypotheses fall, so that with probability 1 - `error` none falls that is true, however they depend on
 * each other (Holm, Scandinavian Journal of Statistics 6, 1979).
 */
export function holm(pValues: readonly number[], error: number): boolean[] {
  const ascending = pValues.toSorted((a, b) => a - b);
  const standing = ascending.findIndex((p, i) => p > error / (ascending.length - i));
  const largest = standing < 0 ? Number.POSITIVE_INFINITY : (ascending[standing] ?? 0);
  return pValues.map((p) => p < largest);
}

/** The estimates of all figures of one comparison as changes; the more figures, the more it takes to be shown. */
export function changesOf(estimates: readonly (Estimate | undefined)[]): (Change | undefined)[] {
  const known = estimates.filter((one) => one !== undefined);
  const fallen = holm(known.map(pValueOf), familyError);
  return estimates.map((estimate) => {
    if (!estimate) return undefined;
    const { log, error, degrees, effect } = estimate;
    const reach = studentBound(degrees) * error;
    return {
      share: Math.expm1(log),
      interval: { low: Math.expm1(log - reach), high: Math.expm1(log + reach) },
      ...(effect !== undefined && { effect }),
      isShown: fallen[known.indexOf(estimate)] ?? false,
    };
  });
}
