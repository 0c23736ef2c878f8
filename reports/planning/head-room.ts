import { wholeMonths, wholeUp } from './whole.ts';

/** What a service is expected to meet, and how much of a replica may be used for it. */
export interface Forecast {
  /** At the peak. */
  readonly devicesPerSecond: number;
  /** What one replica carries: the lower end of its interval. */
  readonly perReplica: number;
  /** The share of it that is used; the rest is head-room. */
  readonly utilisation: number;
  /** A month: 0.05 for 5 %. */
  readonly growth: number;
}

export interface HeadRoom {
  /** That carry the peak within the utilisation. */
  readonly replicas: number;
  /** With one that may fail. */
  readonly withSpare: number;
  /** Of `withSpare` replicas, all of them at work. */
  readonly utilisation: number;
  /** Whole months for which as many replicas do. */
  readonly months: number | undefined;
}

/** Seconds of a day: what a rate comes to if it is kept up. */
export const daySeconds = 86_400;

/**
 * How many replicas a peak takes, and how long they do while it grows. Replicas are taken to share nothing.
 *
 *     replicas = ⌈peak / (utilisation × what a replica carries)⌉
 *     months   = ⌊ln(replicas × utilisation × what a replica carries / peak) / ln(1 + growth)⌋
 */
export function headRoom({ devicesPerSecond, perReplica, utilisation, growth }: Forecast): HeadRoom {
  const usable = utilisation * perReplica;
  const replicas = Math.max(1, wholeUp(devicesPerSecond / usable));
  const withSpare = replicas + 1;
  return {
    ...{ replicas, withSpare },
    utilisation: devicesPerSecond / (withSpare * perReplica),
    months: wholeMonths(devicesPerSecond, replicas * usable, growth),
  };
}
