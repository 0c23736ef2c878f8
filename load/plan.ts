import { ToolkitError } from '../contracts/errors.ts';
import { parseInteger } from '../contracts/numbers.ts';
import type { SweepPlan } from './sweep.ts';

/** The batch sizes of a sweep that names none. */
const usualBatchSizes: readonly number[] = [1, 10, 50, 100, 200, 500];

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

/** What a person may say of a sweep; the rest has defaults. */
export interface SweepFlags {
  readonly batchSizes?: string | undefined;
  readonly connections?: string | undefined;
  readonly duration?: string | undefined;
  readonly warmup?: string | undefined;
}

/**
 * The plan of a sweep. Sizes that were asked for must be possible; the usual ones are left out where the
 * account has too few devices. Throws SETTING, POOL_EMPTY or POOL_TOO_SMALL.
 */
export function planSweep(flags: SweepFlags, availableDevices: number): SweepPlan {
  const { batchSizes, connections = '10', duration = '5s', warmup = '1s' } = flags;
  if (availableDevices === 0) throw new ToolkitError('POOL_EMPTY', { origin: 'own' });
  const sizes = batchSizes
    ? parseBatchSizes('--batch-sizes', batchSizes)
    : usualBatchSizes.filter((size) => size <= availableDevices);
  const wanted = Math.max(...sizes);
  if (wanted > availableDevices) {
    throw new ToolkitError('POOL_TOO_SMALL', { origin: 'own', wanted, available: availableDevices });
  }
  return {
    batchSizes: sizes,
    connections: parseInteger('--connections', connections, 1, 10_000),
    durationMs: parseDuration('--duration', duration),
    warmupMs: parseDuration('--warmup', warmup),
    timeoutMs: 30_000,
  };
}
