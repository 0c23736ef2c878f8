import { ToolkitError } from '../contracts/errors.ts';
import { type Flags, textOf } from '../contracts/flags.ts';
import { type Mix, originOrder } from '../contracts/mix.ts';
import { parseInteger } from '../contracts/numbers.ts';
import type { Pools } from '../generators/batch.ts';
import { mixOf, mostOf, usualMix } from '../generators/mix.ts';
import { warmupBounds } from './steadiness/warm-up.ts';

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** `250ms`, `10s`, `5m` or `2h` in milliseconds. Throws SETTING. */
export function parseDuration(flag: string, text: string): number {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const ms = Number(amount) * (unitsMs[unit] ?? Number.NaN);
  if (amount !== '' && ms > 0) return ms;
  const expected = { en: 'a duration such as 250ms, 10s, 5m or 2h', zh: '时长，例如 250ms、10s、5m 或 2h' };
  throw new ToolkitError('SETTING', { name: flag, value: text, expected });
}

/** `1,10,100`: different whole numbers from 1 on. Throws SETTING. */
function parseIntegers(flag: string, text: string, max: number): number[] {
  return [...new Set(text.split(',').map((one) => parseInteger(flag, one.trim(), 1, max)))];
}

/** The only one of some numbers, where a scenario takes no more. Throws SETTING. */
export function onlyOne(flag: string, numbers: readonly number[]): number {
  const [one, ...others] = numbers;
  if (one !== undefined && others.length === 0) return one;
  const expected = { en: 'one number', zh: '单个数值' };
  throw new ToolkitError('SETTING', { name: flag, value: numbers.join(','), expected });
}

/** The numbers of connections that a closed loop takes in turn. Throws SETTING. */
export function parseConnections(flags: Flags, usual: number): number[] {
  return parseIntegers('--connections', textOf(flags, 'connections') ?? String(usual), 10_000);
}

function parseProcesses(flags: Flags): number {
  const text = textOf(flags, 'processes') ?? '1';
  const processes = parseInteger('--processes', text, 1, 64);
  if (processes === 1 || textOf(flags, 'abortOn') === undefined) return processes;
  const expected = {
    en: '1 with --abort-on, whose conditions look at the requests of one process',
    zh: ' 1：--abort-on 的条件只能观察单个进程的请求',
  };
  throw new ToolkitError('SETTING', { name: '--processes', value: text, expected });
}

/** What every plan says of its points. */
export interface PointsPlan {
  readonly batchSizes: readonly number[];
  readonly durationMs: number;
  /** The longest, if it is to be found. */
  readonly warmupMs: number;
  readonly findsWarmup?: true;
  /** An answer that takes longer is a time-out. */
  readonly timeoutMs: number;
  /** Of the load generator. */
  readonly processes: number;
  /** Whose devices the batches have, where it is not the account's own alone. */
  readonly mix?: Mix;
}

/** Throws POOL_EMPTY or POOL_TOO_SMALL unless the pools can fill any batch of the size. */
function assertDrawable(pools: Pools, mix: Mix, size: number): void {
  for (const origin of originOrder) {
    const [wanted, available] = [mostOf(mix, origin, size), pools[origin].length];
    if (wanted > 0 && available === 0) throw new ToolkitError('POOL_EMPTY', { origin });
    if (wanted > available) throw new ToolkitError('POOL_TOO_SMALL', { origin, wanted, available });
  }
}

/** The sizes that the pools can fill; where they are too small for any, the largest one that they can. */
function possibleSizes(usual: readonly number[], pools: Pools, mix: Mix): number[] {
  const isPossible = (size: number) =>
    originOrder.every((origin) => mostOf(mix, origin, size) <= pools[origin].length);
  const possible = usual.filter(isPossible);
  if (possible.length > 0) return possible;
  let size = Math.min(...usual);
  while (size > 1 && !isPossible(size)) size -= 1;
  return [size];
}

export interface Times {
  readonly duration: string;
  /** `auto`: until the service works evenly. Where that is not usual, it is not possible. */
  readonly warmup: string;
}

/** How long a warm-up takes that is found, if the service is warm. */
const usualWarmupMs = 1500;

/** Several processes open their windows together, after a stated time. */
function planWarmup(
  asked: string | undefined,
  usual: string,
  processes: number,
): Pick<PointsPlan, 'warmupMs' | 'findsWarmup'> {
  const possible = usual === 'auto' && processes > 1 ? usualTimes.warmup : usual;
  const text = asked ?? possible;
  if (possible === 'auto' && text === 'auto') return { warmupMs: warmupBounds.longestMs, findsWarmup: true };
  return { warmupMs: parseDuration('--warmup', text) };
}

/** How long a point takes, as far as is known before. */
export function expectedMs({ warmupMs, findsWarmup, durationMs }: PointsPlan): number {
  return (findsWarmup ? usualWarmupMs : warmupMs) + durationMs;
}

/** How long a point takes where nobody says. */
const usualTimes: Times = { duration: '5s', warmup: '1s' };

/**
 * The points of a plan. Sizes that were asked for must be possible; the usual ones are left out where there are too
 * few devices. Throws SETTING, POOL_EMPTY or POOL_TOO_SMALL.
 */
export function planPoints(
  flags: Flags,
  usual: readonly number[],
  pools: Pools,
  times = usualTimes,
): PointsPlan {
  const mixed = textOf(flags, 'mix');
  const mix = mixed === undefined ? usualMix : mixOf(mixed);
  assertDrawable(pools, mix, 1);
  const asked = textOf(flags, 'batchSizes');
  const batchSizes = asked ? parseIntegers('--batch-sizes', asked, 10_000) : possibleSizes(usual, pools, mix);
  assertDrawable(pools, mix, Math.max(...batchSizes));
  const processes = parseProcesses(flags);
  return {
    ...(mixed !== undefined && { mix }),
    batchSizes,
    durationMs: parseDuration('--duration', textOf(flags, 'duration') ?? times.duration),
    ...planWarmup(textOf(flags, 'warmup'), times.warmup, processes),
    timeoutMs: 30_000,
    processes,
  };
}
