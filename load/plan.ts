import { ToolkitError } from '../contracts/errors.ts';
import { parseInteger, parseNumber } from '../contracts/numbers.ts';
import { type Arrivals, arrivalKinds } from './rate-plan.ts';
import type { SweepPlan } from './sweep.ts';

/** The batch sizes of a sweep that names none. */
const usualBatchSizes: readonly number[] = [1, 10, 50, 100, 200, 500];

/** The batch size of a rate that names none, where the account has so many devices. */
const usualRateSize = 100;

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `250ms`, `10s`, `5m` or `2h` in milliseconds. Throws SETTING. */
export function parseDuration(flag: string, text: string): number {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Number(amount) * (unitsMs[unit] ?? Number.NaN);
  if (amount !== '' && ms > 0) return ms;
  const expected = { en: 'a duration such as 250ms, 10s, 5m or 2h', zh: '时长，例如 250ms、10s、5m 或 2h' };
  throw new ToolkitError('SETTING', { name: flag, value: text, expected });
}

/** `1,10,100`. Throws SETTING. */
function parseBatchSizes(flag: string, text: string): number[] {
  return [...new Set(text.split(',').map((size) => parseInteger(flag, size.trim(), 1, 10_000)))];
}

/** What all plans say. */
type PointsPlan = Pick<SweepPlan, 'batchSizes' | 'durationMs' | 'warmupMs' | 'timeoutMs'>;

/** What a person may say of the points of any load; the rest has defaults. */
export interface PointFlags {
  readonly batchSizes?: string | undefined;
  readonly duration?: string | undefined;
  readonly warmup?: string | undefined;
}

export interface SweepFlags extends PointFlags {
  readonly connections?: string | undefined;
}

export interface RateFlags extends PointFlags {
  readonly rate?: string | undefined;
  readonly arrivals?: string | undefined;
  readonly maxInFlight?: string | undefined;
}

/**
 * The points of a plan. Sizes that were asked for must be possible; the usual ones are left out where the
 * account has too few devices. Throws SETTING, POOL_EMPTY or POOL_TOO_SMALL.
 */
function planPoints(
  { batchSizes, duration = '5s', warmup = '1s' }: PointFlags,
  usual: readonly number[],
  availableDevices: number,
): PointsPlan {
  if (availableDevices === 0) throw new ToolkitError('POOL_EMPTY', { origin: 'own' });
  const sizes = batchSizes
    ? parseBatchSizes('--batch-sizes', batchSizes)
    : usual.filter((size) => size <= availableDevices);
  const wanted = Math.max(...sizes);
  if (wanted > availableDevices) {
    throw new ToolkitError('POOL_TOO_SMALL', { origin: 'own', wanted, available: availableDevices });
  }
  return {
    batchSizes: sizes,
    durationMs: parseDuration('--duration', duration),
    warmupMs: parseDuration('--warmup', warmup),
    timeoutMs: 30_000,
  };
}

export type ClosedPlan = PointsPlan & { readonly connections: number };

/** The plan of a sweep, a closed loop. Throws SETTING, POOL_EMPTY or POOL_TOO_SMALL. */
export function planSweep(flags: SweepFlags, availableDevices: number): ClosedPlan {
  const { connections = '10' } = flags;
  return {
    ...planPoints(flags, usualBatchSizes, availableDevices),
    connections: parseInteger('--connections', connections, 1, 10_000),
  };
}

export type PacedPlan = PointsPlan & {
  readonly rate: number;
  readonly arrivals: Arrivals;
  readonly maxInFlight: number;
};

/** Requests that may be under way where nobody says how many: those of so many seconds, within bounds. */
const inFlight = { seconds: 2, atLeast: 100, atMost: 10_000 };

function parseArrivals(flag: string, text: string): Arrivals {
  const kind = arrivalKinds.find((name) => name === text);
  if (kind) return kind;
  const expected = { en: arrivalKinds.join(' or '), zh: ` ${arrivalKinds.join(' 或 ')}` };
  throw new ToolkitError('SETTING', { name: flag, value: text, expected });
}

/** The plan of an open loop at one rate. Throws SETTING, POOL_EMPTY or POOL_TOO_SMALL. */
export function planRate(flags: RateFlags, availableDevices: number): PacedPlan {
  const { arrivals = 'constant', maxInFlight } = flags;
  const rate = parseNumber('--rate', flags.rate ?? '', 0.01, 100_000);
  const { seconds, atLeast, atMost } = inFlight;
  const usual = Math.min(atMost, Math.max(atLeast, Math.ceil(rate * seconds)));
  return {
    ...planPoints(flags, [Math.min(usualRateSize, availableDevices)], availableDevices),
    rate,
    arrivals: parseArrivals('--arrivals', arrivals),
    maxInFlight: maxInFlight === undefined ? usual : parseInteger('--max-in-flight', maxInFlight, 1, 100_000),
  };
}
