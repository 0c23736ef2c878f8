import type { Batch, Origin } from '../../contracts/batch.ts';
import type { Call } from '../../contracts/exchange.ts';
import { pick } from '../../generators/batch.ts';
import { prepareCall } from '../../generators/request.ts';
import { callOf } from '../../generators/target.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';
import type { Session } from '../session.ts';
import { type RefusedToken, refusedHeader, refusedTokens } from './refused-tokens.ts';

type Counts = Partial<Readonly<Record<Origin, number>>>;

const rounds = 3;

/** Calls that are under way at the same time, five at most. */
async function together(session: Session, calls: readonly Call[]): Promise<void> {
  for (const answer of await Promise.all(calls.map((call) => session.send(call)))) {
    expect(answer).toSatisfyContract();
  }
}

const callsOf = ({ target }: Session, batches: readonly Batch[]) =>
  batches.map((batch) => callOf(target, batch));

const sets: readonly { readonly title: string; readonly batches: readonly Counts[] }[] = [
  { title: 'different calls', batches: Array.from({ length: 5 }, () => ({ own: 10 })) },
  {
    title: 'calls of different sizes',
    batches: [{ own: 1 }, { own: 2 }, { own: 10 }, { own: 30 }, { own: 80 }],
  },
  {
    title: 'calls for devices of different origins',
    batches: [{ own: 10 }, { unknown: 10 }, { foreign: 10 }, { own: 5, unknown: 5 }, { own: 5, foreign: 5 }],
  },
  {
    title: 'calls of different sizes and origins',
    batches: [{ own: 40 }, { unknown: 1 }, { foreign: 3 }, { own: 1 }, { own: 10, foreign: 5, unknown: 5 }],
  },
  {
    title: 'one foreign device beside own ones',
    batches: [{ own: 10 }, { own: 1 }, { foreign: 1 }, { own: 1 }, { own: 10 }],
  },
];

const differentCalls = sets.map(
  ({ title, batches }): Case => ({
    title: `${title} at the same time`,
    async run(session) {
      for (let round = 0; round < rounds; round++) {
        const drawn = batches.map((counts) => session.draw(counts));
        await together(session, callsOf(session, drawn));
      }
    },
  }),
);

const sameDevices: readonly { readonly title: string; of(batch: Batch): readonly Batch[] }[] = [
  { title: 'the same call', of: (batch) => [batch, batch, batch, batch, batch] },
  {
    title: 'the same device in different calls',
    of: (batch) =>
      [[0], [0, 1], [1, 0], [0, 2, 3], [4, 3, 2, 1, 0]].map((positions) => pick(batch, positions)),
  },
];

const sameCalls = sameDevices.map(
  ({ title, of }): Case => ({
    title: `${title} at the same time`,
    async run(session) {
      for (let round = 0; round < rounds; round++) {
        await together(session, callsOf(session, of(session.draw({ own: 10 }))));
      }
    },
  }),
);

function refusedAmongGood(token: RefusedToken): Case {
  return {
    title: `${token.title} among good calls at the same time`,
    async run(session) {
      const { operationUrl: url } = session.target;
      const authorization = refusedHeader(session, token);
      for (let round = 0; round < rounds; round++) {
        const [batch, ...batches] = [
          session.draw({ own: 10 }),
          session.draw({ own: 10 }),
          session.draw({ own: 1 }),
          session.draw({ unknown: 5 }),
          session.draw({ own: 5, unknown: 5 }),
        ];
        const refused = prepareCall({ url, token: token.state, authorization, batch });
        // At another place in each round: what comes first may matter.
        await together(session, callsOf(session, batches).toSpliced(round * 2, 0, refused));
      }
    },
  };
}

/** Calls that are under way together never mix. */
export const concurrency: Suite = {
  name: 'concurrency',
  cases: [...differentCalls, ...sameCalls, ...refusedTokens.map(refusedAmongGood)],
};
