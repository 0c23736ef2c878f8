import { grouped } from '../../contracts/grouped.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';

/**
 * A heat map of batch sizes by rates. Sizes carry rates far apart, so a column is a share of the rate that a size carries: there
 * all sizes have their edge in one place.
 */
export interface HeatMap {
  /** Shares of what a size carries, in ascending order: above `from`, up to `to`. */
  readonly bands: readonly Band[];
  readonly rows: readonly HeatRow[];
  /** Of all valid cells. */
  readonly mostDevices: number;
}

export interface Band {
  readonly from: number;
  readonly to: number;
}

export interface HeatRow {
  readonly batchSize: number;
  /** Requests per second that are 1. */
  readonly carries: number;
  /** One for each band; none where nothing was measured. */
  readonly cells: readonly (Point | undefined)[];
}

/** The closer to what a size carries, the finer. */
const edges = [0, 0.5, 0.75, 0.9, 0.95, 0.98, 1, 1.02, 1.05, Number.POSITIVE_INFINITY];

const allBands: readonly Band[] = edges.slice(1).map((to, i) => ({ from: edges[i] ?? 0, to }));

/** Requests per second that were asked for, or, in a closed loop, came about. */
export function rateOf({ offeredRate, requestsPerSecond }: Point): number {
  return offeredRate ?? requestsPerSecond;
}

/** What a size carries: as a search found, or the most that was measured. */
function carriedBy(points: readonly Point[], found: number | undefined): number {
  if (found !== undefined) return found;
  const valid = points.filter(({ verdict }) => verdict === 'valid');
  return Math.max(0, ...(valid.length > 0 ? valid : points).map(rateOf));
}

/** Of several points in one cell the one that was measured longest; of those a valid one. */
function foremost(points: readonly Point[]): Point | undefined {
  const rank = ({ verdict }: Point) => (verdict === 'valid' ? 1 : 0);
  return points.toSorted((a, b) => b.durationMs - a.durationMs || rank(b) - rank(a))[0];
}

/** `undefined` where fewer than two sizes were measured at two rates. */
export function heatMapOf({
  points,
  capacity,
}: Pick<LoadRecord, 'points' | 'capacity'>): HeatMap | undefined {
  const measured = points.filter(({ token, phase, verdict }) => !token && !phase && verdict !== 'refused');
  const found = new Map(capacity?.perSize.map((size) => [size.batchSize, size.requestsPerSecond]));
  const rows = [...grouped(measured, ({ batchSize }) => batchSize)]
    .toSorted(([a], [b]) => a - b)
    .map(([batchSize, some]) => {
      const carries = carriedBy(some, found.get(batchSize));
      // A window cuts its plan to whole requests: 0.9996 is 1.
      const shareOf = (point: Point) => Math.round((100 * rateOf(point)) / carries) / 100;
      const cells = allBands.map(({ from, to }) =>
        foremost(some.filter((point) => shareOf(point) > from && shareOf(point) <= to)),
      );
      return { batchSize, carries, cells };
    });
  const used = allBands.flatMap((band, i) => (rows.some(({ cells }) => cells[i]) ? [{ band, i }] : []));
  if (rows.length < 2 || used.length < 2) return undefined;
  return {
    bands: used.map(({ band }) => band),
    rows: rows.map((row) => ({ ...row, cells: used.map(({ i }) => row.cells[i]) })),
    mostDevices: Math.max(
      ...measured
        .filter(({ verdict }) => verdict === 'valid')
        .map(({ devicesPerSecond }) => devicesPerSecond),
    ),
  };
}
