import type { CostModel, LowLoad } from '../../contracts/record.ts';
import { trustedFactor } from '../../contracts/statistics/extrapolation.ts';

/** T(N) = fixed + perDevice × N, in milliseconds. */
export function costAt(
  { fixedMs, perDeviceMs }: Pick<CostModel, 'fixedMs' | 'perDeviceMs'>,
  batchSize: number,
) {
  return fixedMs + perDeviceMs * batchSize;
}

/** Between which times T(N) lies when both parameters are at the ends of their intervals. */
export function costBand({ interval: { fixedMs, perDeviceMs } }: CostModel, batchSize: number) {
  return {
    low: costAt({ fixedMs: fixedMs.low, perDeviceMs: perDeviceMs.low }, batchSize),
    high: costAt({ fixedMs: fixedMs.high, perDeviceMs: perDeviceMs.high }, batchSize),
  };
}

/** How far each median is from the line, as a time and as a share of the line. */
export function residualsOf(cost: CostModel, { points }: Pick<LowLoad, 'points'>) {
  return points.map(({ batchSize, medianMs }) => {
    const modelMs = costAt(cost, batchSize);
    const residualMs = medianMs - modelMs;
    return { batchSize, medianMs, modelMs, residualMs, share: residualMs / modelMs };
  });
}

/** How many more devices a second the same work does in batches of twice the size, as a share: 2 T(N) / T(2N) - 1. */
export function gainOfDoubling(cost: CostModel, batchSize: number): number {
  return (2 * costAt(cost, batchSize)) / costAt(cost, 2 * batchSize) - 1;
}

/** A larger batch is not worth its while when twice the size gains less than this. */
export const worthwhileGain = 0.1;

/**
 * The batch size from which on twice the size gains less than is worth its while: the N of fixed / (fixed + 2 perDevice N)
 * = gain. Nothing where that lies beyond what may be extrapolated.
 */
export function worthwhileSize(cost: CostModel, measured: readonly number[]): number | undefined {
  const { fixedMs, perDeviceMs } = cost;
  const size = (Math.max(0, fixedMs) * (1 - worthwhileGain)) / (2 * perDeviceMs * worthwhileGain);
  const isKnown = perDeviceMs > 0 && size <= Math.max(...measured) * trustedFactor;
  return isKnown ? Math.max(1, Math.ceil(size)) : undefined;
}
