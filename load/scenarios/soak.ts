import { ToolkitError } from '../../contracts/errors.ts';
import { textOf } from '../../contracts/flags.ts';
import { parseInteger } from '../../contracts/numbers.ts';
import type { Soaked } from '../harness.ts';
import { measureInTurn, type Step } from '../in-turn.ts';
import { trendOf } from '../models/trend.ts';
import { planPoints } from '../plan.ts';
import type { Scenario } from './scenario.ts';

/** What a soak sends that is not told otherwise. */
const usual = { batchSize: 100, duration: '10m', warmup: '5s' };

/** `soak`: one batch size for long, as fast as the connections carry it, and what changes with time. */
export const soak: Scenario = (flags, pools) => {
  const connections = parseInteger('--connections', textOf(flags, 'connections') ?? '10', 1, 10_000);
  const { duration, warmup, batchSize: usualSize } = usual;
  const plan = { ...planPoints({ duration, warmup, ...flags }, [usualSize], pools), connections };
  const { batchSizes, durationMs, warmupMs } = plan;
  const [batchSize = 0, ...others] = batchSizes;
  if (others.length > 0) {
    const expected = { en: 'one batch size', zh: '单个批大小' };
    throw new ToolkitError('SETTING', { name: '--batch-sizes', value: batchSizes.join(','), expected });
  }
  return {
    scenario: 'soak',
    plan,
    async measure(harness, watch) {
      const soaks: Soaked[] = [];
      const step: Step = {
        ...{ batchSize, connections, expectedMs: warmupMs + durationMs },
        async measure(calls, onProgress) {
          const soaked = await harness.soakPoint({ ...plan, batchSize }, calls, onProgress);
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
