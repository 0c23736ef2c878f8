import type { Point } from '../record.ts';
import { halfWidthOfMean } from './batch-means.ts';
import { LatencyHistogram } from './histogram.ts';
import type { Interval } from './throughput-interval.ts';

/** On either side of 95 %. */
const tail = 0.025;

/** Half of a 95 % interval of a normal mean, in standard errors. */
const z = 1.959964;

/** Beyond so many standard deviations a binomial has nothing that counts. */
const farAway = 8;

/**
 * Which order statistics of `count` independent values hold the quantile between them with 95 %: the largest `low` and the
 * smallest `high` for which at most 2.5 % of Binomial(count, share) lie below `low`, and as many at `high` or above (David and
 * Nagaraja, Order Statistics, 7.1). `undefined` where even the first or the last value is not far enough out.
 */
export function ranksAround(count: number, share: number): Interval | undefined {
  const deviation = Math.sqrt(count * share * (1 - share));
  const mode = Math.min(count, Math.floor((count + 1) * share));
  const first = Math.max(0, Math.floor(mode - farAway * deviation - farAway));
  const last = Math.min(count, Math.ceil(mode + farAway * deviation + farAway));
  const weights = new Float64Array(last - first + 1);
  weights[mode - first] = 1;
  // From the largest outward, since the first of them may be too small for a number.
  for (let k = mode; k < last; k++)
    weights[k + 1 - first] = ((weights[k - first] ?? 0) * (count - k) * share) / ((k + 1) * (1 - share));
  for (let k = mode; k > first; k--)
    weights[k - 1 - first] = ((weights[k - first] ?? 0) * k * (1 - share)) / ((count - k + 1) * share);
  const enough = tail * weights.reduce((sum, weight) => sum + weight, 0);
  let low = first;
  for (let below = weights[0] ?? 0; below <= enough; below += weights[low - first] ?? 1) low += 1;
  let high = last + 1;
  for (let above = weights[last - first] ?? 0; above <= enough; above += weights[high - 1 - first] ?? 1)
    high -= 1;
  return low < 1 || high > count ? undefined : { low, high };
}

/**
 * How many independent values tell as much as the good answers of a point: n* = n × (σ² / n) / v, σ² the variance of all of them
 * and v that of their mean, seen in how far the slices of the timeline lie apart (Kish's design effect, Survey Sampling,
 * 1965). With few slices v is uncertain, and widened by Student's t. Never more than there are.
 */
function effectiveCount(histogram: LatencyHistogram, timeline: Point['timeline']): number | undefined {
  const slices = timeline.map(({ good, meanMs = 0 }) => ({ weight: good, mean: meanMs }));
  const reach = halfWidthOfMean(slices);
  if (reach === undefined) return undefined;
  const independent = histogram.deviationMs ** 2 / histogram.count;
  const seen = (reach / z) ** 2;
  return Math.floor(histogram.count * (seen > independent ? independent / seen : 1));
}

type Measured = Pick<Point, 'histogram' | 'timeline'>;

/** Decoding and counting take milliseconds, and a report asks for several percentiles of each point. */
const known = new WeakMap<Measured, { histogram: LatencyHistogram; count: number | undefined }>();

function readOf(point: Measured) {
  const found = known.get(point);
  if (found) return found;
  const histogram = new LatencyHistogram(point.histogram);
  const read = { histogram, count: effectiveCount(histogram, point.timeline) };
  known.set(point, read);
  return read;
}

/**
 * The 95 % interval of a percentile (0 to 100) of a point's latencies, in milliseconds: order statistics, by the binomial of its
 * effective number of values. `undefined` where these are too few to bound the percentile, or where there are fewer than
 * three slices of time, which say nothing of how answers resemble their neighbours.
 */
export function percentileInterval(point: Measured, percentile: number): Interval | undefined {
  const { histogram, count } = readOf(point);
  const ranks = count ? ranksAround(count, percentile / 100) : undefined;
  if (!count || !ranks) return undefined;
  const at = (rank: number) => histogram.atPercentileMs((100 * rank) / count);
  return { low: at(ranks.low), high: at(ranks.high) };
}
