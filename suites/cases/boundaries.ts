import type { Origin } from '../../contracts/batch.ts';
import type { Case, Suite } from '../case.ts';
import { reactionOf } from '../facts.ts';
import { expect } from '../matchers.ts';
import type { Session } from '../session.ts';
import { askInTurn } from './ask-in-turn.ts';

const noDevice: Case = {
  title: 'no device',
  async run(session) {
    const empty = await session.ask(session.draw({}));
    expect(empty).toSatisfyContract();
    const reaction = reactionOf(empty.exchange);
    session.observe('empty-batch', reaction === 'answered' ? 'empty-lists' : reaction);
    await askInTurn(session, [session.draw({ own: 1 })]);
  },
};

const few = [1, 2].flatMap((size) =>
  (['own', 'unknown'] as const).map(
    (origin): Case => ({
      title: `${size} ${origin} ${size === 1 ? 'device' : 'devices'}`,
      run: (session) => askInTurn(session, [session.draw({ [origin]: size }), session.draw({ own: 1 })]),
    }),
  ),
);

type Counts = Partial<Record<Origin, number>>;

/** What a batch of a size is filled with. */
const fillings: readonly { readonly title: string; counts(session: Session, size: number): Counts }[] = [
  { title: 'own devices', counts: (_session, size) => ({ own: size }) },
  { title: 'unknown devices', counts: (_session, size) => ({ unknown: size }) },
  {
    title: 'as many own devices as there are',
    counts({ target }, size) {
      const own = Math.min(size, target.pools.own.length);
      return { own, unknown: size - own };
    },
  },
  {
    title: 'one unknown device among own ones',
    counts: (_session, size) => ({ own: Math.max(0, size - 1), unknown: Math.min(1, size) }),
  },
  {
    title: 'one own device among unknown ones',
    counts: (_session, size) => ({ own: Math.min(1, size), unknown: Math.max(0, size - 1) }),
  },
];

const most = [
  { title: 'one less than PKDK_MAX_BATCH', less: 1 },
  { title: 'PKDK_MAX_BATCH', less: 0 },
].flatMap(({ title, less }) =>
  fillings.map(
    (filling): Case => ({
      title: `${title}: ${filling.title}`,
      run: (session) => askInTurn(session, [session.draw(filling.counts(session, session.maxBatch - less))]),
    }),
  ),
);

/** The smallest and the largest batches; more than PKDK_MAX_BATCH devices are never sent. */
export const boundaries: Suite = {
  name: 'boundaries',
  cases: [
    noDevice,
    ...few,
    {
      title: 'the largest batch, then the smallest, then the largest',
      run(session) {
        const largest = session.draw({ unknown: session.maxBatch });
        return askInTurn(session, [largest, session.draw({ own: 1 }), largest]);
      },
    },
    ...most,
  ],
};
