import { median } from '../../contracts/statistics/quantile.ts';
import type { Figures } from './order.ts';
import type { Cell } from './throughput.ts';

/** A number that was measured several times. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** NaN of none. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** The median of one figure over the rounds. */
export function medianOf(
  { rounds }: Pick<Cell<string>, 'rounds'>,
  figure: (figures: Figures) => number,
): number {
  return median(rounds.map(figure));
}

/** The throughput as a share of another's, round by round: what slowed a round slowed both. */
export function ratioOf(
  cell: Pick<Cell<string>, 'rounds'>,
  base: Pick<Cell<string>, 'rounds'> | undefined,
): Spread {
  return spreadOf(
    cell.rounds.map((figures, i) => {
      return figures.requestsPerSecond / (base?.rounds[i]?.requestsPerSecond ?? Number.NaN);
    }),
  );
}
