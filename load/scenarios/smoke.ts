import { measureInTurn } from '../in-turn.ts';
import { parseObjectives } from '../objectives/objectives.ts';
import { parseConnections, planPoints } from '../plan.ts';
import type { Scenario } from './scenario.ts';
import { closedMs, closedSteps } from './sweep.ts';

/** Small: does the service carry any load at all, and rightly? */
const usualBatchSizes: readonly number[] = [1, 10];
const usualTimes = { duration: '4s', warmup: '500ms' };

/** `smoke`: a few connections for ten seconds, with thresholds, for CI. */
export const smoke: Scenario = (flags, pools) => {
  const connections = parseConnections(flags, 2);
  const plan = { ...planPoints(flags, usualBatchSizes, pools, usualTimes), connections };
  return {
    scenario: 'smoke',
    plan,
    peakRate: undefined,
    expectedMs: closedMs(plan),
    thresholds: parseObjectives('--threshold', 'errors=0,violations=0'),
    measure: async (harness, watch) => ({
      points: await measureInTurn(harness, closedSteps(harness, plan), watch),
    }),
  };
};
