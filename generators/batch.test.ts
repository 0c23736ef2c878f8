import { describe, expect, it } from 'vitest';
import type { Batch, Origin } from '../contracts/batch.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { drawBatch, drawMix, type Pools, pick } from './batch.ts';
import { referenceAccount, unknownDevices } from './devices.ts';

const account = referenceAccount();
const pools: Pools = { ...account, unknown: unknownDevices([...account.own, ...account.foreign], 100, 1) };

const count = (batch: Batch, origin: Origin) => batch.origins.filter((each) => each === origin).length;

function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

describe('drawBatch', () => {
  it('gives the same batch everywhere', () => {
    const batch = drawBatch(pools, { own: 3, foreign: 2, unknown: 2 }, 42, 7);
    expect(batch.devices.map(({ pk, dk }, i) => `${batch.origins[i]} ${pk} ${dk}`)).toMatchInlineSnapshot(`
      [
        "foreign pI0i95 D269DCE95A40",
        "foreign 6qXxGj D026",
        "unknown cS1Fpy 356738486100048",
        "own cS1Fpy D548",
        "own pI0i95 baf710e0f9ae",
        "unknown bloxpG C3C6DB820101",
        "own pI0i95 4b3accca8ab5",
      ]
    `);
    expect([batch.seed, batch.index]).toEqual([42, 7]);
  });

  it('draws different devices, as many of each origin as asked, each from its own pool', () => {
    for (let index = 0; index < 300; index++) {
      const counts = { own: index, foreign: index % 201, unknown: index % 7 };
      const batch = drawBatch(pools, counts, 1, index);
      expect(batch.devices).toHaveLength(counts.own + counts.foreign + counts.unknown);
      expect(new Set(batch.devices).size).toBe(batch.devices.length);
      for (const origin of ['own', 'foreign', 'unknown'] as const)
        expect(count(batch, origin)).toBe(counts[origin]);
      const misplaced = batch.devices.filter(
        (device, i) => !pools[batch.origins[i] ?? 'own'].includes(device),
      );
      expect(misplaced).toEqual([]);
    }
  });

  it('does not depend on what was drawn before', () => {
    const forwards = [0, 1, 2].map((index) => drawBatch(pools, { own: 5 }, 9, index));
    const backwards = [2, 1, 0].map((index) => drawBatch(pools, { own: 5 }, 9, index)).reverse();
    expect(backwards).toEqual(forwards);
    expect(forwards[0]?.devices).not.toEqual(forwards[1]?.devices);
  });

  it('mixes the origins', () => {
    const firsts = Array.from(
      { length: 1000 },
      (_, index) => drawBatch(pools, { own: 1, foreign: 1 }, 1, index).origins[0],
    );
    // 500 expected; standard deviation 16.
    expect(Math.abs(firsts.filter((origin) => origin === 'own').length - 500)).toBeLessThan(80);
  });

  it('draws every device of a pool, or none', () => {
    expect(new Set(drawBatch(pools, { own: 2000 }, 1, 1).devices)).toEqual(new Set(pools.own));
    expect(drawBatch(pools, {}, 1, 1).devices).toEqual([]);
  });

  it('draws from each device equally often', () => {
    const times = new Map(pools.foreign.map((device) => [device, 0]));
    for (let index = 0; index < 2000; index++) {
      for (const device of drawBatch(pools, { foreign: 20 }, 3, index).devices) {
        times.set(device, (times.get(device) ?? 0) + 1);
      }
    }
    // 200 expected; standard deviation 13.
    for (const time of times.values()) expect(Math.abs(time - 200)).toBeLessThan(65);
  });

  it('leaves the pools as they were', () => {
    expect(pools.own).toEqual(referenceAccount().own);
  });

  it('says which pool is empty', () => {
    const thrown = thrownBy(() => drawBatch({ ...pools, foreign: [] }, { own: 1, foreign: 1 }, 1, 1));
    expect(thrown).toEqual(new ToolkitError('POOL_EMPTY', { origin: 'foreign' }));
  });

  it('says which pool is too small', () => {
    const thrown = thrownBy(() => drawBatch(pools, { unknown: 101 }, 1, 1));
    expect(thrown).toEqual(
      new ToolkitError('POOL_TOO_SMALL', { origin: 'unknown', wanted: 101, available: 100 }),
    );
  });
});

describe('drawMix', () => {
  it('follows the mix', () => {
    const batch = drawMix(pools, 50, { own: 90, unknown: 10 }, 1, 1);
    expect([count(batch, 'own'), count(batch, 'foreign'), count(batch, 'unknown')]).toEqual([45, 0, 5]);
  });

  it('gives the same batch everywhere', () => {
    const batch = drawMix(pools, 4, { own: 1, foreign: 1 }, 42, 7);
    expect(batch.devices.map(({ pk, dk }, i) => `${batch.origins[i]} ${pk} ${dk}`)).toMatchInlineSnapshot(`
      [
        "own pI0i95 4b3accca8ab5",
        "foreign 6qXxGj D026",
        "foreign pI0i95 D269DCE95A40",
        "own pI0i95 baf710e0f9ae",
      ]
    `);
  });
});

describe('pick', () => {
  it('takes devices with their origins, in the order asked for, as often as asked for', () => {
    const batch = drawBatch(pools, { own: 2, foreign: 1 }, 1, 2);
    const [a, b, c] = batch.devices;
    const [x, , z] = batch.origins;
    expect(pick(batch, [2, 0, 2])).toEqual({ devices: [c, a, c], origins: [z, x, z], seed: 1, index: 2 });
    expect(pick(batch, [0, 1, 2])).toEqual(batch);
    expect(pick(batch, [1]).devices).toEqual([b]);
    expect(pick(batch, [-1, 3]).devices).toEqual([]);
  });
});
