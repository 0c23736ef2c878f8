import type { Origin } from '../../contracts/batch.ts';
import { fillAll } from '../../contracts/text.ts';
import { type Case, isObjection, Objection, type Suite } from '../case.ts';
import { describeCounterexample, findCounterexample } from '../counterexample.ts';
import { expect } from '../matchers.ts';

const mixes: readonly { readonly title: string; readonly origins: readonly Origin[] }[] = [
  { title: 'any devices', origins: ['own', 'foreign', 'unknown'] },
  { title: 'any own devices', origins: ['own'] },
  { title: 'any own and unknown devices', origins: ['own', 'unknown'] },
  { title: 'any devices but own ones', origins: ['foreign', 'unknown'] },
];

const most = 30;

const noDevices = { en: 'needs devices, but there are none: {origins}', zh: '需要设备，但没有：{origins}' };

const holdingEveryRule = mixes.map(
  ({ title, origins }): Case => ({
    title: `${title}, up to ${most} of them, repeats included`,
    async run(session) {
      const { pools } = session.target;
      const filled = origins.filter((origin) => pools[origin].length > 0);
      if (filled.length === 0) session.skip(fillAll(noDevices, { origins: origins.join(', ') }));
      const found = await findCounterexample({
        pools,
        origins: filled,
        maxSize: Math.min(most, session.maxBatch),
        seed: session.seed,
        async holds(batch) {
          const answer = await session.ask(batch);
          expect(answer).toSatisfyContract();
        },
      });
      if (!found) return;
      const message = describeCounterexample(found, session.again);
      throw isObjection(found.error) ? new Objection(message) : new Error(message);
    },
  }),
);

/** Batches nobody thought of; one that breaks a rule is made as small as it can be. */
export const properties: Suite = { name: 'properties', cases: holdingEveryRule };
