import { ToolkitError } from '../../contracts/errors.ts';
import { textOf } from '../../contracts/flags.ts';
import { parseNumber } from '../../contracts/numbers.ts';
import type { Point } from '../../contracts/record.ts';
import { measureInTurn } from '../in-turn.ts';
import { pacedSteps } from '../open/paced-steps.ts';
import { PacedWindow } from '../open/paced-window.ts';
import { rateOf } from '../open/rate-plan.ts';
import { backMeans, recoveryOf } from '../open/recovery.ts';
import { parseDuration } from '../plan.ts';
import { planPaced } from './rate.ts';
import type { Scenario } from './scenario.ts';

const phases = ['before', 'spike', 'after'] as const;

/** The points of the windows as parts of a spike; the one after it tells the recovery. */
export function asPhases(points: readonly Point[], after: PacedWindow): Point[] {
  const [before] = points;
  return points.map((point, i): Point => {
    const phase = phases[i];
    const recovery = before && phase === 'after' ? recoveryOf(before, point, after.series) : undefined;
    return { ...point, ...(phase && { phase }), ...(recovery && { recovery }) };
  });
}

/** `spike`: a rate, a higher one for a time, and the first again: how long the service takes to be back. */
export const spike: Scenario = (flags, pools) => {
  const rate = parseNumber('--rate', textOf(flags, 'rate') ?? '', 5, 100_000);
  const peak = parseNumber('--peak', textOf(flags, 'peak') ?? '', 5, 100_000);
  if (peak <= rate) {
    const expected = { en: 'more than --rate', zh: '大于 --rate 的数' };
    throw new ToolkitError('SETTING', { name: '--peak', value: String(peak), expected });
  }
  const spikeMs = parseDuration('--spike-duration', textOf(flags, 'spikeDuration') ?? '5s');
  const after = textOf(flags, 'after') ?? '20s';
  const afterMs = parseDuration('--after', after);
  if (afterMs <= backMeans.heldMs) {
    const expected = {
      en: 'more than 2s, for which latency has to be back',
      zh: '大于 2s 的时长：延迟须恢复并保持 2s',
    };
    throw new ToolkitError('SETTING', { name: '--after', value: after, expected });
  }
  // What the spike leaves waiting is what it is about: usually all of it may be under way.
  const paced = planPaced(flags, peak * (1 + spikeMs / 2000), pools);
  const plan = { ...paced, rate, peak, spikeMs, afterMs };
  const { batchSizes, durationMs, warmupMs } = plan;
  const schedule = rateOf([
    { from: 0, to: rate, durationMs: warmupMs },
    { from: rate, to: rate, durationMs },
    { from: peak, to: peak, durationMs: spikeMs },
    { from: rate, to: rate, durationMs: afterMs },
  ]);
  return {
    scenario: 'spike',
    plan,
    peakRate: peak,
    expectedMs: batchSizes.length * schedule.durationMs,
    async measure(harness, watch) {
      const times = { schedule, expectedMs: schedule.durationMs };
      const runs = pacedSteps(harness, plan, times, async (sending, calls, onProgress) => {
        const last = new PacedWindow(afterMs, true);
        const windows = [new PacedWindow(durationMs), new PacedWindow(spikeMs), last];
        const points = await harness.pacedParts({ ...plan, ...sending }, windows, calls, onProgress);
        return asPhases(points, last);
      });
      return { points: await measureInTurn(harness, runs, watch) };
    },
  };
};
