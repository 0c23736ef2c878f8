import { median, weightedMedian } from '../../contracts/statistics/quantile.ts';
import type { Sample } from '../../contracts/statistics/sample.ts';

/** y = intercept + slope × x */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/**
 * The line of repeated medians (Siegel, Biometrika 69:1, 1982): the Theil-Sen idea with a breakdown point of
 * 50 % instead of 29 %. Of a handful of samples, one that is wrong hardly moves it, wherever it lies; least
 * squares and Huber's weights follow a wrong sample at the end of the range, where it has most leverage. A slope between
 * two samples weighs as the root of their distance: between close ones, noise of y is most of it, while in full
 * proportion (Sievers, JASA 73:363, 1978) the farthest sample alone would outweigh all others.
 */
export function robustLine(samples: readonly Sample[]): Line {
  const slopes = samples.map((one) =>
    weightedMedian(
      samples
        .filter(({ x }) => x !== one.x)
        .map(({ x, y }) => ({ value: (y - one.y) / (x - one.x), weight: Math.sqrt(Math.abs(x - one.x)) })),
    ),
  );
  const slope = median(slopes);
  return { slope, intercept: median(samples.map(({ x, y }) => y - slope * x)) };
}

/** The share of the samples' variance that the line explains: 1 - SSres / SStot; 1 when there is none. */
export function rSquared(samples: readonly Sample[], { intercept, slope }: Line): number {
  const mean = samples.reduce((sum, { y }) => sum + y, 0) / samples.length;
  const total = samples.reduce((sum, { y }) => sum + (y - mean) ** 2, 0);
  const left = samples.reduce((sum, { x, y }) => sum + (y - intercept - slope * x) ** 2, 0);
  return total === 0 ? 1 : 1 - left / total;
}
