import { tokenStates } from '../../contracts/exchange.ts';
import type { Point } from '../../contracts/record.ts';
import { measureInTurn, type Step } from '../in-turn.ts';
import { onlyOne, parseConnections, planPoints } from '../plan.ts';
import { unspoilt } from '../unspoilt.ts';
import type { Scenario } from './scenario.ts';

/** The batch sizes of a run that names none. */
const usualBatchSizes: readonly number[] = [1, 100];

/** `tokens`: what refusing costs. At each batch size a valid call, and every refusal that can be provoked. */
export const tokens: Scenario = (flags, pools) => {
  const numbers = parseConnections(flags, 10);
  const connections = onlyOne('--connections', numbers);
  const plan = { ...planPoints(flags, usualBatchSizes, pools), connections: numbers };
  const { batchSizes, durationMs, warmupMs } = plan;
  const pointMs = warmupMs + durationMs;
  return {
    scenario: 'tokens',
    plan,
    peakRate: undefined,
    // At most: which tokens there are no plan knows.
    expectedMs: batchSizes.length * tokenStates.length * pointMs,
    async measure(harness, watch) {
      const steps = batchSizes.flatMap((batchSize) =>
        harness.tokens.map(
          (token): Step<Point> => ({
            ...{ batchSize, token, connections, expectedMs: pointMs },
            measure: (calls, onProgress) =>
              harness.closedPoint({ ...plan, batchSize, connections, token }, calls, onProgress),
          }),
        ),
      );
      return {
        points: await measureInTurn(
          harness,
          steps.map((step) => unspoilt(step, harness.signal)),
          watch,
        ),
      };
    },
  };
};
