import { exponential, type RandomStream } from '../generators/random.ts';

/** How many requests are offered when. Further plans (a ramp, a spike) are further functions of this shape. */
export interface RatePlan {
  readonly durationMs: number;
  /** The moment, in milliseconds from the start, when `count` arrivals are expected: the inverse of the rate's integral. */
  momentOf(count: number): number;
}

/** The same rate all the time. */
export function steadyRate(perSecond: number, durationMs: number): RatePlan {
  return { durationMs, momentOf: (count) => (count * 1000) / perSecond };
}

/**
 * A plan after a warm-up in which the rate grows evenly from none to the plan's first: at full rate, what is cold on both
 * sides is late at once, and what piles up opens connections, which is slower still.
 */
export function warmedUp({ durationMs, momentOf }: RatePlan, warmupMs: number): RatePlan {
  const gapMs = momentOf(1) - momentOf(0);
  const before = Math.floor(warmupMs / gapMs / 2);
  return {
    durationMs: warmupMs + durationMs,
    momentOf: (count) =>
      count < before ? warmupMs * Math.sqrt(count / before) : warmupMs + momentOf(count - before),
  };
}

/** How arrivals lie around the rate: evenly, or as those of many callers who know nothing of each other. */
export const arrivalKinds = ['constant', 'poisson'] as const;

export type Arrivals = (typeof arrivalKinds)[number];

/**
 * The planned moments of a plan, ascending, in milliseconds from the start; none at or after its end, and no more
 * than `maxCount`. Poisson arrivals of any rate are those of rate 1, stretched by the plan (Çinlar's inversion,
 * "Introduction to Stochastic Processes", 1975).
 */
export function* plannedMoments(
  { durationMs, momentOf }: RatePlan,
  arrivals: Arrivals,
  stream: RandomStream,
  maxCount = Number.POSITIVE_INFINITY,
): Generator<number, void, undefined> {
  let count = arrivals === 'poisson' ? exponential(stream) : 0;
  for (let given = 0; given < maxCount; given++) {
    const moment = momentOf(count);
    if (moment >= durationMs) return;
    yield moment;
    count += arrivals === 'poisson' ? exponential(stream) : 1;
  }
}
