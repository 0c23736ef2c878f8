import type { Batch, Device, Origin } from '../contracts/batch.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { type Mix, originOrder } from '../contracts/mix.ts';
import { countsOf } from './mix.ts';
import { type RandomStream, randomStream, sample, shuffle } from './random.ts';

/** What batches are drawn from: different devices, by origin. */
export type Pools = Readonly<Record<Origin, readonly Device[]>>;

/**
 * Draws a batch of different devices, so many of each origin, origins mixed.
 * Throws POOL_EMPTY or POOL_TOO_SMALL.
 */
export function drawBatch(
  pools: Pools,
  counts: Partial<Record<Origin, number>>,
  seed: number,
  index: number,
): Batch {
  return { ...draw(pools, counts, randomStream(seed, index)), seed, index };
}

/** Draws a batch of `size` devices whose origins follow the mix. Throws as `drawBatch` does. */
export function drawMix(pools: Pools, size: number, mix: Mix, seed: number, index: number): Batch {
  const stream = randomStream(seed, index);
  return { ...draw(pools, countsOf(mix, size, stream), stream), seed, index };
}

/** The devices of a batch at these positions, in this order. */
export function pick(batch: Batch, positions: readonly number[]): Batch {
  const chosen = positions.flatMap((position) => {
    const [device, origin] = [batch.devices[position], batch.origins[position]];
    return device && origin ? [{ device, origin }] : [];
  });
  return {
    ...batch,
    devices: chosen.map(({ device }) => device),
    origins: chosen.map(({ origin }) => origin),
  };
}

function draw(pools: Pools, counts: Mix, stream: RandomStream): Pick<Batch, 'devices' | 'origins'> {
  const drawn: { device: Device; origin: Origin }[] = [];
  for (const origin of originOrder) {
    const wanted = counts[origin] ?? 0;
    if (wanted === 0) continue;
    const pool = pools[origin];
    if (pool.length === 0) throw new ToolkitError('POOL_EMPTY', { origin });
    if (wanted > pool.length) {
      throw new ToolkitError('POOL_TOO_SMALL', { origin, wanted, available: pool.length });
    }
    for (const device of sample(pool, wanted, stream)) drawn.push({ device, origin });
  }
  shuffle(drawn, stream);
  return { devices: drawn.map(({ device }) => device), origins: drawn.map(({ origin }) => origin) };
}
