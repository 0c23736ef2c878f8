import type { Batch, Origin } from '../contracts/batch.ts';
import { test } from './fixtures.ts';
import { expect } from './matchers.ts';

const bad = ['unknown', 'foreign'] as const;

/** The batch with its one device of that origin moved to a position. */
function movedTo(batch: Batch, origin: Origin, position: number): Batch {
  const pairs = batch.devices.map((device, i) => ({ device, origin: batch.origins[i] ?? origin }));
  const [moved] = pairs.splice(batch.origins.indexOf(origin), 1);
  if (moved) pairs.splice(position, 0, moved);
  return { ...batch, devices: pairs.map(({ device }) => device), origins: pairs.map((pair) => pair.origin) };
}

test.describe('partial failure', () => {
  for (const origin of bad) {
    for (const [name, position] of [
      ['first', 0],
      ['in the middle', 10],
      ['last', 19],
    ] as const) {
      test(`one ${origin} device among 20, ${name}`, async ({ pkdk }) => {
        const batch = movedTo(pkdk.draw({ own: 19, [origin]: 1 }), origin, position);
        const answer = await pkdk.ask(batch);
        expect(answer).toSatisfyContract();
        expect(answer).toKeepBatchLaw();
        expect(answer.judgement.outcome).toBe('partial');
      });
    }

    test(`nothing but ${origin} devices`, async ({ pkdk }) => {
      const answer = await pkdk.ask(pkdk.draw({ [origin]: 20 }));
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
      expect(answer.judgement.outcome).toBe('allFailed');
    });

    test(`a single ${origin} device`, async ({ pkdk }) => {
      const answer = await pkdk.ask(pkdk.draw({ [origin]: 1 }));
      expect(answer).toSatisfyContract();
      expect(answer.judgement.outcome).toBe('allFailed');
    });
  }

  for (const part of ['pk', 'dk'] as const) {
    test(`an unknown ${part} beside a known ${part === 'pk' ? 'dk' : 'pk'}`, async ({ pkdk }) => {
      const { own, unknown, foreign } = pkdk.target.pools;
      const known = new Set([...own, ...foreign].map((device) => device[part]));
      const pool = unknown.filter((device) => !known.has(device[part]));
      const answer = await pkdk.ask(pkdk.draw({ own: 5, unknown: 5 }, { own, foreign, unknown: pool }));
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
    });
  }

  for (const percent of [10, 25, 50, 75, 90]) {
    test(`${percent} % bad devices of both kinds`, async ({ pkdk }) => {
      const foreign = Math.min(pkdk.target.pools.foreign.length, Math.floor((40 * percent) / 200));
      const badDevices = (40 * percent) / 100;
      const answer = await pkdk.ask(
        pkdk.draw({ own: 40 - badDevices, foreign, unknown: badDevices - foreign }),
      );
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
      expect(answer.judgement.outcome).toBe('partial');
    });
  }
});
