import { median } from '../../contracts/statistics/quantile.ts';

/** How one level differs from another: as a share of it where all values are above 0, else in their unit. */
export interface Shift {
  readonly isShare: boolean;
  readonly estimate: number;
  /** 95 % */
  readonly low: number;
  readonly high: number;
}

/** Of the values on a side those nearest to the change: enough for any interval, and the work stays small. */
const mostOnASide = 100;

const z = 1.959964;

/** The ranks of the differences between which the shift lies, by the test of Mann and Whitney. */
function margin(before: number, after: number): number {
  const deviation = Math.sqrt((before * after * (before + after + 1)) / 12);
  return Math.max(0, Math.floor((before * after) / 2 - z * deviation));
}

/** The median of all differences (Hodges and Lehmann), and the 95 % interval that belongs to it. */
function shiftOf(before: readonly number[], after: readonly number[]): Omit<Shift, 'isShare'> {
  const differences = Float64Array.from(
    after.flatMap((value) => before.map((other) => value - other)),
  ).sort();
  const outside = margin(before.length, after.length);
  return {
    estimate: median(differences),
    low: differences[outside] ?? Number.NaN,
    high: differences[differences.length - 1 - outside] ?? Number.NaN,
  };
}

/** The shift from the values before a change to those after it. */
export function shiftBetween(before: readonly number[], after: readonly number[]): Shift {
  const [earlier, later] = [before.slice(-mostOnASide), after.slice(0, mostOnASide)];
  if (![...earlier, ...later].every((value) => value > 0))
    return { isShare: false, ...shiftOf(earlier, later) };
  const { estimate, low, high } = shiftOf(earlier.map(Math.log), later.map(Math.log));
  return { isShare: true, estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high) };
}
