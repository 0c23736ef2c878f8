import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';

const cases: readonly Case[] = [
  {
    title: 'different calls at the same time',
    async run(session) {
      const batches = Array.from({ length: 5 }, () => session.draw({ own: 10 }));
      for (const answer of await Promise.all(batches.map((batch) => session.ask(batch)))) {
        expect(answer).toSatisfyContract();
        expect(answer).toKeepBatchLaw();
      }
    },
  },
  {
    title: 'the same call at the same time',
    async run(session) {
      const batch = session.draw({ own: 10 });
      for (const answer of await Promise.all(Array.from({ length: 5 }, () => session.ask(batch)))) {
        expect(answer).toSatisfyContract();
        expect(answer).toKeepBatchLaw();
      }
    },
  },
];

/** Calls that are under way together never mix. */
export const concurrency: Suite = { name: 'concurrency', cases };
