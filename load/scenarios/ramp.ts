import { ToolkitError } from '../../contracts/errors.ts';
import { textOf } from '../../contracts/flags.ts';
import { parseInteger, parseNumber } from '../../contracts/numbers.ts';
import { measureInTurn } from '../in-turn.ts';
import { pacedSteps } from '../open/paced-steps.ts';
import { PacedWindow } from '../open/paced-window.ts';
import { rateOf } from '../open/rate-plan.ts';
import { planPaced } from './rate.ts';
import type { Scenario } from './scenario.ts';

const usualTimes = { duration: '30s', warmup: '1s' };

/**
 * `ramp`: a rate that rises or falls evenly, as one run; each of its steps is a point. The warm-up grows to the rate that
 * the ramp starts with: at full rate, what is cold on both sides would be late at once.
 */
export const ramp: Scenario = (flags, pools) => {
  const from = parseNumber('--from', textOf(flags, 'from') ?? '', 0, 100_000);
  const to = parseNumber('--to', textOf(flags, 'to') ?? '', 0, 100_000);
  const steps = parseInteger('--steps', textOf(flags, 'steps') ?? '10', 1, 100);
  const highest = Math.max(from, to);
  if (highest === 0) {
    const expected = { en: 'more than 0, or --from be', zh: '大于 0，或使 --from 大于 0' };
    throw new ToolkitError('SETTING', { name: '--to', value: '0', expected });
  }
  const plan = { ...planPaced(flags, highest, pools, usualTimes), from, to, steps };
  const { batchSizes, durationMs, warmupMs } = plan;
  const schedule = rateOf([
    { from: 0, to: from, durationMs: warmupMs },
    { from, to, durationMs },
  ]);
  return {
    scenario: 'ramp',
    plan,
    peakRate: highest,
    expectedMs: batchSizes.length * schedule.durationMs,
    async measure(harness, watch) {
      const times = { schedule, expectedMs: schedule.durationMs };
      const runs = pacedSteps(harness, plan, times, (sending, calls, onProgress) => {
        const windows = Array.from({ length: steps }, () => new PacedWindow(durationMs / steps));
        return harness.pacedParts({ ...plan, ...sending }, windows, calls, onProgress);
      });
      return { points: await measureInTurn(harness, runs, watch) };
    },
  };
};
