import type { Call } from '../../contracts/exchange.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import { randomStream } from '../../generators/random.ts';
import type { Harness } from '../harness.ts';
import type { Step } from '../in-turn.ts';
import type { PacedPlan } from './paced-point.ts';
import { type Arrivals, plannedMoments, type RatePlan } from './rate-plan.ts';

/** What all open loops plan. */
interface Paced {
  readonly batchSizes: readonly number[];
  readonly arrivals: Arrivals;
}

/** What a step sends, and when. */
type Sending = Pick<PacedPlan, 'batchSize' | 'moments'>;

/** The points of an open loop: each batch size on the same schedule, whose moments depend on seed and size alone. */
export function pacedSteps<Measured extends Point | readonly Point[]>(
  { seed }: Pick<Harness, 'seed'>,
  { batchSizes, arrivals }: Paced,
  { schedule, expectedMs }: { readonly schedule: RatePlan; readonly expectedMs: number },
  measure: (
    sending: Sending,
    calls: readonly Call[],
    onProgress: (counts: Counts) => void,
  ) => Promise<Measured>,
): Step<Measured>[] {
  return batchSizes.map((batchSize) => ({
    batchSize,
    expectedMs,
    measure(calls, onProgress) {
      const moments = plannedMoments(schedule, arrivals, randomStream(seed, batchSize));
      return measure({ batchSize, moments }, calls, onProgress);
    },
  }));
}
