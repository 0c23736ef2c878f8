import type { Batch, Origin } from '../../contracts/batch.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';

const bad = ['unknown', 'foreign'] as const;

/** The batch with its one device of that origin moved to a position. */
function movedTo(batch: Batch, origin: Origin, position: number): Batch {
  const pairs = batch.devices.map((device, i) => ({ device, origin: batch.origins[i] ?? origin }));
  const [moved] = pairs.splice(batch.origins.indexOf(origin), 1);
  if (moved) pairs.splice(position, 0, moved);
  return { ...batch, devices: pairs.map(({ device }) => device), origins: pairs.map((pair) => pair.origin) };
}

const positions = [
  ['first', 0],
  ['in the middle', 10],
  ['last', 19],
] as const;

const oneAmongTwenty = bad.flatMap((origin) =>
  positions.map(
    ([name, position]): Case => ({
      title: `one ${origin} device among 20, ${name}`,
      async run(session) {
        const batch = movedTo(session.draw({ own: 19, [origin]: 1 }), origin, position);
        const answer = await session.ask(batch);
        expect(answer).toSatisfyContract();
        expect(answer).toKeepBatchLaw();
        expect(answer.judgement.outcome).toBe('partial');
      },
    }),
  ),
);

const nothingElse = bad.flatMap((origin) =>
  [1, 20].map(
    (size): Case => ({
      title: size === 1 ? `a single ${origin} device` : `nothing but ${origin} devices`,
      async run(session) {
        const answer = await session.ask(session.draw({ [origin]: size }));
        expect(answer).toSatisfyContract();
        expect(answer).toKeepBatchLaw();
        expect(answer.judgement.outcome).toBe('allFailed');
      },
    }),
  ),
);

const halfKnown = (['pk', 'dk'] as const).map(
  (part): Case => ({
    title: `an unknown ${part} beside a known ${part === 'pk' ? 'dk' : 'pk'}`,
    async run(session) {
      const { own, unknown, foreign } = session.target.pools;
      const known = new Set([...own, ...foreign].map((device) => device[part]));
      const pool = unknown.filter((device) => !known.has(device[part]));
      const answer = await session.ask(session.draw({ own: 5, unknown: 5 }, { own, foreign, unknown: pool }));
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
    },
  }),
);

const ratios = [10, 25, 50, 75, 90].map(
  (percent): Case => ({
    title: `${percent} % bad devices of both kinds`,
    async run(session) {
      const there = session.target.pools.foreign.length;
      const foreign = Math.min(there, Math.floor((40 * percent) / 200));
      const badDevices = (40 * percent) / 100;
      const answer = await session.ask(
        session.draw({ own: 40 - badDevices, foreign, unknown: badDevices - foreign }),
      );
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
      expect(answer.judgement.outcome).toBe('partial');
    },
  }),
);

/** Batches with devices of other accounts and of nobody. */
export const partialFailure: Suite = {
  name: 'partial failure',
  cases: [...oneAmongTwenty, ...nothingElse, ...halfKnown, ...ratios],
};
