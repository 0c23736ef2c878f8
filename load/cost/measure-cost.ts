import { performance } from 'node:perf_hooks';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import { randomStream } from '../../generators/random.ts';
import type { Harness } from '../harness.ts';
import { fitCost, minSizes } from '../models/cost.ts';
import { longestLowLoadMs, lowLoadMs, measureLowLoad } from './low-load.ts';

/** Random streams of a seed, by index: the order of the sizes in a round, and the bootstrap. */
const streams = { order: 1, bootstrap: 2 } as const;

export type CostFields = Pick<LoadRecord, 'lowLoad' | 'cost' | 'noCost'>;

/** How long the cost takes to measure, if the service is not slow; nothing is sent for too few sizes. */
export function usualCostMs(sizes: number): number {
  return sizes < minSizes ? 0 : lowLoadMs(sizes);
}

/** How long it takes at most, but for the round that is under way then. */
export function longestCostMs(sizes: number): number {
  return sizes < minSizes ? 0 : longestLowLoadMs(sizes);
}

/** The sizes of points that say the service carries them, smallest first. */
function carriedSizes(points: readonly Point[]): number[] {
  const carried = points.filter(({ verdict }) => verdict !== 'refused' && verdict !== 'failed');
  return [...new Set(carried.map(({ batchSize }) => batchSize))].toSorted((a, b) => a - b);
}

/**
 * What a call costs at the sizes that a sweep found carried, from calls of their own: the sweep's connections
 * wait for each other, so that its latencies are queueing more than work. Nothing is sent for too few sizes.
 */
export async function measureCost(
  points: readonly Point[],
  harness: Pick<Harness, 'seed' | 'signal' | 'callsOf' | 'withoutToken' | 'judge' | 'onBad' | 'oneByOne'>,
  onProgress: (msLeft: number) => void,
): Promise<CostFields> {
  const { seed, signal, callsOf, withoutToken, judge, onBad, oneByOne } = harness;
  const batchSizes = carriedSizes(points);
  const bootstrap = randomStream(seed, streams.bootstrap);
  if (batchSizes.length < minSizes) return fitCost({ batchSizes, rounds: [] }, bootstrap);
  const stream = randomStream(seed, streams.order);
  const now = () => performance.now();
  const sending = { batchSizes, stream, now, signal, callsOf, withoutToken, judge, onBad, onProgress };
  const { lowLoad, times } = await oneByOne((transport) => measureLowLoad({ ...sending, transport }));
  return { lowLoad, ...fitCost(times, bootstrap) };
}
