import { exponential, type RandomStream } from '../../generators/random.ts';

/** How many requests are offered when. */
export interface RatePlan {
  readonly durationMs: number;
  /** The moment, in milliseconds from the start, when `count` arrivals are expected: the inverse of the rate's integral. */
  momentOf(count: number): number;
}

/** The same rate all the time. */
export function steadyRate(perSecond: number, durationMs: number): RatePlan {
  return { durationMs, momentOf: (count) => (count * 1000) / perSecond };
}

/** A time in which the rate changes evenly, or not at all. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly durationMs: number;
}

/**
 * When `count` arrivals are expected in a stretch: the root of `from t + (to - from) t² / 2T = count`, in the form that
 * needs no case of its own where the rate is constant, or starts at 0. A rate that falls to 0 has no more than its count.
 */
function momentIn({ from, to, durationMs }: Stretch, count: number): number {
  if (count <= 0) return 0;
  const square = from ** 2 + (2000 * (to - from) * count) / durationMs;
  return square < 0 ? Number.POSITIVE_INFINITY : (2000 * count) / (from + Math.sqrt(square));
}

/** Stretches one after the other: ramps, spikes, and the steady time around them. */
export function rateOf(stretches: readonly Stretch[]): RatePlan {
  let [startMs, startCount] = [0, 0];
  const placed = stretches.map((stretch) => {
    const { from, to, durationMs } = stretch;
    const one = { stretch, startMs, startCount };
    startMs += durationMs;
    startCount += ((from + to) * durationMs) / 2000;
    return one;
  });
  return {
    durationMs: startMs,
    momentOf(count) {
      const one = placed.findLast((each) => each.startCount <= count) ?? placed[0];
      return one ? one.startMs + momentIn(one.stretch, count - one.startCount) : Number.POSITIVE_INFINITY;
    },
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
