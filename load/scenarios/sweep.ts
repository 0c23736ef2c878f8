import type { Point } from '../../contracts/record.ts';
import { measureCost, usualCostMs } from '../cost/measure-cost.ts';
import type { Harness } from '../harness.ts';
import { measureInTurn, type Step } from '../in-turn.ts';
import { scalabilityOf } from '../models/scalability-of.ts';
import { expectedMs, type PointsPlan, parseConnections, planPoints } from '../plan.ts';
import { unspoilt } from '../unspoilt.ts';
import type { Scenario } from './scenario.ts';

/** The batch sizes of a sweep that names none. */
const usualBatchSizes: readonly number[] = [1, 10, 50, 100, 200, 500];

/** Load that does not change gets measured when the service works evenly. */
export const steadyTimes = { duration: '5s', warmup: 'auto' };

type ClosedPlan = PointsPlan & { readonly connections: readonly number[] };

/** How long the points of a closed loop take. */
export function closedMs(plan: ClosedPlan): number {
  return plan.batchSizes.length * plan.connections.length * expectedMs(plan);
}

/** The points of a closed loop: each batch size at each number of connections. */
export function closedSteps(harness: Pick<Harness, 'closedPoint'>, plan: ClosedPlan): Step<Point>[] {
  return plan.batchSizes.flatMap((batchSize) =>
    plan.connections.map(
      (connections): Step<Point> => ({
        ...{ batchSize, connections, expectedMs: expectedMs(plan) },
        measure: (calls, onProgress) =>
          harness.closedPoint({ ...plan, batchSize, connections }, calls, onProgress),
      }),
    ),
  );
}

/**
 * `sweep`: batch sizes in turn, each as fast as the connections carry it, at each number of them; and then what a call
 * costs, and how throughput grows with connections.
 */
export const sweep: Scenario = (flags, pools) => {
  const connections = parseConnections(flags, 10);
  const plan = { ...planPoints(flags, usualBatchSizes, pools, steadyTimes), connections };
  const costMs = usualCostMs(plan.batchSizes.length);
  return {
    scenario: 'sweep',
    plan,
    peakRate: undefined,
    expectedMs: closedMs(plan) + costMs,
    async measure(harness, watch) {
      const steps = closedSteps(harness, plan).map((step) => unspoilt(step, harness.signal));
      const points = await measureInTurn(harness, steps, watch, costMs);
      if (harness.signal.aborted) return { points };
      const cost = await measureCost(points, harness, watch.onLowLoad);
      return { points, ...cost, ...scalabilityOf(points, harness.seed) };
    },
  };
};
