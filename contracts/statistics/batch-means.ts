import { studentBound } from './student.ts';

/** A stretch of a series: its mean, and what it weighs (answers, seconds). */
export interface Batch {
  readonly mean: number;
  readonly weight: number;
}

/** The spread of two batches says nothing: Student's t is 12.7. */
const minBatches = 3;

/** Neighbours are joined as long as so many batches are left. */
const enoughBatches = 10;

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** The mean of all that the batches hold. */
export function meanOf(batches: readonly Batch[]): number {
  return sumOf(batches.map(({ mean, weight }) => mean * weight)) / sumOf(batches.map(({ weight }) => weight));
}

/** So many neighbours as one; what is left over at the end belongs to none. */
function joined(batches: readonly Batch[], length: number): Batch[] {
  return Array.from({ length: Math.floor(batches.length / length) }, (_, i) => {
    const some = batches.slice(i * length, (i + 1) * length);
    return { mean: meanOf(some), weight: sumOf(some.map(({ weight }) => weight)) };
  });
}

/** t × the standard error of a weighted mean whose batches vary in inverse proportion to their weights. */
function halfWidth(batches: readonly Batch[]): number {
  const mean = meanOf(batches);
  const degrees = batches.length - 1;
  const squares = sumOf(batches.map((batch) => batch.weight * (batch.mean - mean) ** 2));
  const weight = sumOf(batches.map((batch) => batch.weight));
  return studentBound(degrees) * Math.sqrt(squares / degrees / weight);
}

/**
 * Half of the 95 % interval of the mean of a series whose neighbours may resemble each other, by batch means (Conway,
 * Management Science 10:1, 1963; Law, Simulation Modeling and Analysis, 9.5.3): means of long stretches are nearly independent.
 * How long is long the series says: neighbours are joined again and again, and the widest interval counts. `undefined` of
 * fewer than three batches.
 */
export function halfWidthOfMean(batches: readonly Batch[]): number | undefined {
  const weighty = batches.filter(({ weight }) => weight > 0);
  if (weighty.length < minBatches) return undefined;
  let widest = halfWidth(weighty);
  for (let length = 2; weighty.length >= length * enoughBatches; length *= 2)
    widest = Math.max(widest, halfWidth(joined(weighty, length)));
  return widest;
}
