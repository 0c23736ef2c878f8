import type { LoadRecord, Point } from '../../contracts/record.ts';
import { percentileInterval } from '../../contracts/statistics/percentile-interval.ts';
import { throughputInterval } from '../../contracts/statistics/throughput-interval.ts';
import { pointOfSizes, pointsOf } from '../model.ts';
import { curvesOf } from './curves.ts';

/** Ends of a 95 % interval; without `high` a lower bound. */
export interface Range {
  readonly low: number;
  readonly high?: number;
}

export const drawnPercentiles = ['p50', 'p95', 'p99'] as const;

export type DrawnPercentile = (typeof drawnPercentiles)[number];

/** A percentile, with its interval where histogram and timeline tell it. */
export interface Reading {
  readonly ms: number;
  readonly range?: Range | undefined;
}

/** What is shown of a batch size, or of a part of a run. */
export interface Bar {
  readonly point: Point;
  readonly devices?: Range | undefined;
  /** None of what was refused or failed, whose latencies mean nothing. */
  readonly latencies?: Readonly<Record<DrawnPercentile, Reading>>;
}

const scaled = ({ low, high }: Range, by: number): Range => ({
  low: low * by,
  ...(high !== undefined && { high: high * by }),
});

function readingOf(point: Point, name: DrawnPercentile): Reading {
  const range = point.histogram === '' ? undefined : percentileInterval(point, Number(name.slice(1)));
  return { ms: point.latencyMs?.[name] ?? 0, range };
}

/** A point as it is shown. */
export function barOf(point: Point, devices?: Range): Bar {
  const { verdict, latencyMs } = point;
  if (verdict === 'refused' || verdict === 'failed' || !latencyMs) return { point };
  const read = (name: DrawnPercentile) => readingOf(point, name);
  return { point, devices, latencies: { p50: read('p50'), p95: read('p95'), p99: read('p99') } };
}

/** What a search found for each size: the point of its highest good rate, or, where there is none, the first. */
function barsOfSearch(load: LoadRecord): Bar[] {
  const { points, capacity } = load;
  const curves = curvesOf(load);
  return (capacity?.perSize ?? []).flatMap(({ batchSize, requestsPerSecond, interval }) => {
    const found = requestsPerSecond !== undefined;
    const good = curves.find((curve) => found && curve.batchSize === batchSize)?.lastGood?.point;
    const point = good ?? points.find((one) => one.batchSize === batchSize);
    return point ? [barOf(point, good && interval && scaled(interval, batchSize))] : [];
  });
}

/** One point of each batch size, or, of a rate that changes, all of them. */
export function barsOf(load: LoadRecord): Bar[] {
  if (load.capacity) return barsOfSearch(load);
  return pointOfSizes(pointsOf(load)).map((point) => {
    const interval = throughputInterval(point);
    return barOf(point, interval && scaled(interval, point.batchSize));
  });
}
