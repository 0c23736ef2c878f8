import type { TokenState } from '../../contracts/exchange.ts';
import type { Change, Estimate } from './change.ts';

/** What is compared of each load, and whether more of it is faster or slower. */
export const metrics = {
  throughput: 'faster',
  p50: 'slower',
  p90: 'slower',
  p95: 'slower',
  p99: 'slower',
  capacity: 'faster',
  fixedMs: 'slower',
  perDeviceMs: 'slower',
} as const satisfies Record<string, 'faster' | 'slower'>;

export type Metric = keyof typeof metrics;

/** Percentiles of the latency that are compared. */
export const percentiles = { p50: 50, p90: 90, p95: 95, p99: 99 } as const;

export const percentileNames = ['p50', 'p90', 'p95', 'p99'] as const;

/** Under what load a figure was measured; nothing of it for what holds for a whole record. */
export interface Load {
  readonly batchSize?: number;
  readonly connections?: number;
  readonly token?: TokenState;
  /** Of an open loop: requests per second. */
  readonly rate?: number;
}

/** A figure on both sides: devices per second, or milliseconds. */
export interface Pair {
  readonly load: Load;
  readonly metric: Metric;
  readonly base: number | undefined;
  readonly head: number | undefined;
  /** Absent where too little was measured. */
  readonly estimate: Estimate | undefined;
}

export type Word = 'slower' | 'faster' | 'cantTell';

/** What became of a figure. */
export interface Figure extends Omit<Pair, 'estimate'> {
  readonly change?: Change;
  readonly word: Word;
}

/** What a change is called: only one that is shown has a direction. */
export function wordOf(metric: Metric, change: Change | undefined): Word {
  if (!change?.isShown) return 'cantTell';
  const more = metrics[metric];
  return change.share > 0 ? more : more === 'faster' ? 'slower' : 'faster';
}

/**
 * How much longer the head takes, as a share, at least and at most by the interval. What is counted by the second is turned
 * round: 1 / 1.05 of the devices per second is 5 % slower.
 */
export function slowdownOf({ metric, change }: Figure): { readonly least: number; readonly most: number } {
  const { low, high } = change?.interval ?? { low: Number.NaN, high: Number.NaN };
  if (metrics[metric] === 'slower') return { least: low, most: high };
  return { least: 1 / (1 + high) - 1, most: 1 / (1 + low) - 1 };
}
