import type { LoadRecord, Point } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { bestPoint, pointOfSizes } from '../model.ts';
import { curvesOf } from './curves.ts';

/** How the latencies of a point are distributed. */
export interface Distribution {
  readonly point: Point;
  /** Good answers, which latencies are of. */
  readonly answers: number;
  /** The latency that a percentile (0 to 100) does not exceed; none where there are too few answers for it. */
  atMs(percentile: number): number | undefined;
}

/** More lines cannot be told apart. */
const maxPoints = 6;

/** A percentile takes as many answers that one of them lies beyond it. */
export function supports(answers: number, percentile: number): boolean {
  return answers * (100 - percentile) >= 100 - 1e-9;
}

/** How far out a percentile lies: 1 is p90, 2 is p99, 3 is p99.9. */
export function ninesOf(percentile: number): number {
  return -Math.log10(1 - percentile / 100);
}

/** The percentile that lies so far out. */
export function percentileAt(nines: number): number {
  return 100 * (1 - 10 ** -nines);
}

/**
 * Of a search or a ramp the last good and the first bad point of the best size, or else its outermost ones; of anything else one
 * point of each size.
 */
function pointsThatMatter(load: LoadRecord): readonly Point[] {
  const best = load.capacity?.batchSize ?? bestPoint(load)?.batchSize;
  const curves = curvesOf(load).filter(({ isPaced }) => isPaced);
  const curve = curves.find(({ batchSize }) => batchSize === best) ?? curves[0];
  if (!curve) return load.points.some(({ token }) => token) ? load.points : pointOfSizes(load.points);
  const { dots, lastGood = dots[0], firstBad = dots.at(-1) } = curve;
  return [...new Set([lastGood, firstBad])].flatMap((dot) => dot?.point ?? []);
}

export function distributionsOf(load: LoadRecord): Distribution[] {
  return pointsThatMatter(load)
    .filter(({ histogram, latencyMs }) => histogram !== '' && latencyMs)
    .slice(0, maxPoints)
    .map((point) => {
      const histogram = new LatencyHistogram(point.histogram);
      const answers = histogram.count;
      const atMs = (percentile: number) =>
        supports(answers, percentile) ? histogram.atPercentileMs(percentile) : undefined;
      return { point, answers, atMs };
    });
}
