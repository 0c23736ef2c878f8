import { grouped } from '../../contracts/grouped.ts';
import { goodOf, noOutcomes, type Outcome, outcomes } from '../../contracts/outcome.ts';
import type { Point } from '../../contracts/record.ts';

/** What came of requests: by HTTP status, by business code and by outcome, which are three different things. */
export interface Goodput {
  /** None of all sizes together. */
  readonly batchSize?: number;
  readonly sent: number;
  readonly good: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly codes: Readonly<Record<string, number>>;
  /** Absent where the record does not tell. */
  readonly statuses?: Readonly<Record<string, number>>;
}

function added(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts)))
    sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function goodputOf(points: readonly Point[]): Goodput {
  const all = { ...noOutcomes };
  for (const { counts } of points) for (const outcome of outcomes) all[outcome] += counts[outcome];
  const statuses = points.map((point) => point.statuses).filter((one) => one !== undefined);
  const total = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0);
  return {
    sent: total(({ counts }) => counts.sent),
    good: total(({ counts, token }) => goodOf(counts, token)),
    outcomes: all,
    codes: added(points.map(({ codes }) => codes)),
    ...(statuses.length === points.length && { statuses: added(statuses) }),
  };
}

/** All points together, and each size, unless every answer of every size was good. */
export function goodputsOf(points: readonly Point[]): Goodput[] {
  const whole = goodputOf(points);
  const sizes = [...grouped(points, ({ batchSize }) => batchSize)].toSorted(([a], [b]) => a - b);
  if (sizes.length < 2 || whole.good === whole.sent) return [whole];
  return [whole, ...sizes.map(([batchSize, some]) => ({ batchSize, ...goodputOf(some) }))];
}
