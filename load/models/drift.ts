import { median } from '../../contracts/statistics/quantile.ts';

/** How a level moved from the earlier half of a series to the later one. */
export interface Shift {
  /** Relative to the earlier half; a straight drift over the whole series is about twice this. */
  readonly share: number;
  /** The shift in standard errors. */
  readonly z: number;
}

/** Of fewer values there is nothing to be said. */
export const minValues = 8;

/** A difference is looked for over so many values at most: what is correlated over longer is a drift. */
const longestStretch = 8;

/** The median of the square of a normal variable is this share of its mean. */
const medianOfChiSquare = 0.4549;

/** The Hodges-Lehmann estimate is nearly as efficient as a difference of means: variances differ by π / 3. */
const efficiency = Math.PI / 3;

/**
 * The standard deviation of the values as if nothing joined neighbours: what n of them average to varies by this / √n.
 * From Allan's variance (Proc. IEEE 54:2, 1966), which is of differences between neighbouring stretches and hence
 * blind to a slow drift, at several lengths; the largest, so that values that go together count as the few they are.
 * Medians leave a step or a slow moment aside.
 */
export function noiseOf(values: readonly number[]): number {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  const sumTo = (end: number) => sums[end] ?? Number.NaN;
  let variance = 0;
  for (let length = 1; length <= longestStretch && 4 * length <= values.length; length *= 2) {
    const squares: number[] = [];
    for (let at = length; at + length <= values.length; at++) {
      squares.push(((sumTo(at + length) - 2 * sumTo(at) + sumTo(at - length)) / length) ** 2);
    }
    variance = Math.max(variance, (length * median(squares)) / medianOfChiSquare / 2);
  }
  return Math.sqrt(variance);
}

/**
 * How far the later half of a series lies from the earlier one: the median of all differences between them (Hodges and
 * Lehmann, Annals of Mathematical Statistics 34:2, 1963), the estimate that belongs to the test of Mann and Whitney.
 * The noise is that around a straight drift, where there is less of it. `undefined` of too few values.
 */
export function shiftOf(values: readonly number[]): Shift | undefined {
  if (values.length < minValues) return;
  const half = Math.floor(values.length / 2);
  const earlier = values.slice(0, half);
  const later = values.slice(-half);
  const shift = median(later.flatMap((value) => earlier.map((other) => value - other)));
  const level = values.map((value, i) => value - (shift * i) / half);
  const error = Math.min(noiseOf(values), noiseOf(level)) * Math.sqrt((2 * efficiency) / half);
  return { share: shift / median(earlier), z: shift === 0 ? 0 : shift / error };
}

/** Shifts of quiet series that reach this are fewer than 1 in 300, short series and queues at 70 % of their capacity included. */
const significant = 3.5;

/** The shift of a series as a share of its level, 0 where it is no more than its noise; `undefined` of too few values. */
export function driftOf(values: readonly number[], least = significant): number | undefined {
  const shift = shiftOf(values);
  return shift && (Math.abs(shift.z) >= least ? shift.share : 0);
}
