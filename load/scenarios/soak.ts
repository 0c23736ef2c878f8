import type { Soaked } from '../harness.ts';
import { measureInTurn, type Step } from '../in-turn.ts';
import { trendOf } from '../models/trend.ts';
import { onlyOne, parseConnections, planPoints } from '../plan.ts';
import type { Scenario } from './scenario.ts';

/** What a soak sends that is not told otherwise. */
const usualSize = 100;
const usualTimes = { duration: '10m', warmup: '5s' };

/** `soak`: one batch size for long, as fast as the connections carry it, and what changes with time. */
export const soak: Scenario = (flags, pools) => {
  const numbers = parseConnections(flags, 10);
  const connections = onlyOne('--connections', numbers);
  const plan = { ...planPoints(flags, [usualSize], pools, usualTimes), connections: numbers };
  const { batchSizes, durationMs, warmupMs } = plan;
  const batchSize = onlyOne('--batch-sizes', batchSizes);
  return {
    scenario: 'soak',
    plan,
    peakRate: undefined,
    expectedMs: warmupMs + durationMs,
    async measure(harness, watch) {
      const soaks: Soaked[] = [];
      const step: Step = {
        ...{ batchSize, connections, expectedMs: warmupMs + durationMs },
        async measure(calls, onProgress) {
          const soaked = await harness.soakPoint({ ...plan, batchSize, connections }, calls, onProgress);
          soaks.push(soaked);
          return soaked.point;
        },
      };
      const points = await measureInTurn(harness, [step], watch);
      const [soaked] = soaks;
      if (!soaked) return { points };
      const { point, ...kept } = soaked;
      return { points, ...kept, ...trendOf(point) };
    },
  };
};
