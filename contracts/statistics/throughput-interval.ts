import type { Point } from '../record.ts';
import { halfWidthOfMean } from './batch-means.ts';

/** Two ends of an interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % interval of a point's requests per second, by batch means over its timeline. The last slice weighs as much as the
 * window left of it. `undefined` where there are fewer than three slices.
 */
export function throughputInterval({
  requestsPerSecond,
  durationMs,
  timeline,
  timelineSeconds = 1,
}: Pick<Point, 'requestsPerSecond' | 'durationMs' | 'timeline' | 'timelineSeconds'>): Interval | undefined {
  const batches = timeline.map(({ second, good }) => {
    const weight = Math.max(0, Math.min(timelineSeconds, durationMs / 1000 - second));
    return { weight, mean: good / weight };
  });
  const reach = halfWidthOfMean(batches);
  if (reach === undefined) return undefined;
  return { low: Math.max(0, requestsPerSecond - reach), high: requestsPerSecond + reach };
}
