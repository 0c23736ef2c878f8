import { ToolkitError } from '../../contracts/errors.ts';
import { type Flags, textOf } from '../../contracts/flags.ts';
import { parseInteger, parseNumber } from '../../contracts/numbers.ts';
import type { Pools } from '../../generators/batch.ts';
import { measureInTurn } from '../in-turn.ts';
import { pacedSteps } from '../open/paced-steps.ts';
import { type Arrivals, arrivalKinds, rateOf } from '../open/rate-plan.ts';
import { expectedMs, planPoints, type Times } from '../plan.ts';
import { warmupBounds } from '../steadiness/warm-up.ts';
import { unspoilt } from '../unspoilt.ts';
import type { Scenario } from './scenario.ts';
import { steadyTimes } from './sweep.ts';

/** The batch size of a rate that names none, where the account has so many devices. */
const usualRateSize = 100;

/** Requests that may be under way where nobody says how many: those of so many seconds, within bounds. */
const inFlight = { seconds: 2, atLeast: 100, atMost: 10_000 };

/** The arrivals that flags ask for. Throws SETTING. */
export function parseArrivals(flags: Flags): Arrivals {
  const text = textOf(flags, 'arrivals') ?? 'constant';
  const kind = arrivalKinds.find((name) => name === text);
  if (kind) return kind;
  const expected = { en: arrivalKinds.join(' or '), zh: ` ${arrivalKinds.join(' 或 ')}` };
  throw new ToolkitError('SETTING', { name: '--arrivals', value: text, expected });
}

/** How many requests may be under way at a rate. */
function parseMaxInFlight(flags: Flags, rate: number): number {
  const text = textOf(flags, 'maxInFlight');
  if (text !== undefined) return parseInteger('--max-in-flight', text, 1, 100_000);
  const { seconds, atLeast, atMost } = inFlight;
  return Math.min(atMost, Math.max(atLeast, Math.ceil(rate * seconds)));
}

/** What the scenarios of the open loop have in common. */
export function planPaced(flags: Flags, rate: number, pools: Pools, times?: Times) {
  return {
    ...planPoints(flags, [usualRateSize], pools, times),
    arrivals: parseArrivals(flags),
    maxInFlight: parseMaxInFlight(flags, rate),
  };
}

/**
 * `rate`: what was asked for, whatever the answers do. The warm-up grows to the rate: at once, what is cold on both sides is
 * late, and what piles up opens connections, which is slower still.
 */
export const rate: Scenario = (flags, pools) => {
  const perSecond = parseNumber('--rate', textOf(flags, 'rate') ?? '', 0.01, 100_000);
  const plan = { ...planPaced(flags, perSecond, pools, steadyTimes), rate: perSecond };
  const { batchSizes, durationMs, warmupMs } = plan;
  const growingMs = plan.findsWarmup ? warmupBounds.shortestMs / 2 : warmupMs;
  const schedule = rateOf([
    { from: 0, to: perSecond, durationMs: growingMs },
    { from: perSecond, to: perSecond, durationMs: warmupMs - growingMs + durationMs },
  ]);
  return {
    scenario: 'rate',
    plan,
    peakRate: perSecond,
    expectedMs: batchSizes.length * expectedMs(plan),
    async measure(harness, watch) {
      const times = { schedule, expectedMs: expectedMs(plan) };
      const steps = pacedSteps(harness, plan, times, (sending, calls, onProgress) =>
        harness.pacedPoint({ ...plan, ...sending }, calls, onProgress),
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
