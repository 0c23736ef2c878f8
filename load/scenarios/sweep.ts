import { performance } from 'node:perf_hooks';
import { textOf } from '../../contracts/flags.ts';
import { measureInTurn, type Step } from '../in-turn.ts';
import { lowLoadMs } from '../low-load.ts';
import { measureCost } from '../measure-cost.ts';
import { parseIntegers, planPoints } from '../plan.ts';
import { scalabilityOf } from '../scalability-of.ts';
import type { Scenario } from './scenario.ts';

/** The batch sizes of a sweep that names none. */
const usualBatchSizes: readonly number[] = [1, 10, 50, 100, 200, 500];

/**
 * `sweep`: batch sizes in turn, each as fast as the connections carry it, at each number of them; and then what a call
 * costs, and how throughput grows with connections.
 */
export const sweep: Scenario = (flags, pools) => {
  const connections = parseIntegers('--connections', textOf(flags, 'connections') ?? '10', 10_000);
  const plan = { ...planPoints(flags, usualBatchSizes, pools), connections };
  const { batchSizes, durationMs, warmupMs } = plan;
  const pointMs = warmupMs + durationMs;
  const costMs = lowLoadMs(batchSizes.length);
  return {
    scenario: 'sweep',
    plan,
    peakRate: undefined,
    expectedMs: batchSizes.length * connections.length * pointMs + costMs,
    async measure(harness, watch) {
      const steps = batchSizes.flatMap((batchSize) =>
        connections.map(
          (count): Step => ({
            ...{ batchSize, connections: count, expectedMs: pointMs },
            measure: (calls, onProgress) =>
              harness.closedPoint({ ...plan, batchSize, connections: count }, calls, onProgress),
          }),
        ),
      );
      const points = await measureInTurn(harness, steps, watch, costMs);
      if (harness.signal.aborted) return { points };
      const { onLowLoad } = watch;
      const sending = { ...harness, now: () => performance.now(), onProgress: onLowLoad };
      const cost = await measureCost(points, harness.seed, sending);
      return { points, ...cost, ...scalabilityOf(points, harness.seed) };
    },
  };
};
