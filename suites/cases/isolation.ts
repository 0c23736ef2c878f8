import type { Batch, Device } from '../../contracts/batch.ts';
import { type Pools, pick } from '../../generators/batch.ts';
import type { Case, Suite } from '../case.ts';
import type { Session } from '../session.ts';
import { askInTurn } from './ask-in-turn.ts';
import { crossedCases } from './crossed-pairs.ts';

const ratios = [
  { own: 49, foreign: 1, unknown: 0 },
  { own: 9, foreign: 1, unknown: 0 },
  { own: 5, foreign: 5, unknown: 0 },
  { own: 1, foreign: 9, unknown: 0 },
  { own: 1, foreign: 49, unknown: 0 },
  { own: 4, foreign: 3, unknown: 3 },
] as const;

const mixed = ratios.map(
  (counts): Case => ({
    title: `${counts.own} own, ${counts.foreign} foreign, ${counts.unknown} unknown devices, twice`,
    run(session) {
      const batch = session.draw(counts);
      return askInTurn(session, [batch, batch]);
    },
  }),
);

const ownProducts = ({ own }: Pools) => new Set(own.map(({ pk }) => pk));

const products: readonly { readonly title: string; of(pools: Pools): readonly Device[] }[] = [
  {
    title: "foreign devices of the account's own products",
    of: (pools) => pools.foreign.filter(({ pk }) => ownProducts(pools).has(pk)),
  },
  {
    title: 'foreign devices of other products',
    of: (pools) => pools.foreign.filter(({ pk }) => !ownProducts(pools).has(pk)),
  },
];

const byProduct = products.map(
  ({ title, of }): Case => ({
    title,
    run(session) {
      const { pools } = session.target;
      return askInTurn(session, [session.draw({ own: 5, foreign: 5 }, { ...pools, foreign: of(pools) })]);
    },
  }),
);

/** Batches that are sent one after the other. */
const turns: readonly { readonly title: string; of(session: Session): readonly Batch[] }[] = [
  {
    title: 'nothing but foreign devices, twice',
    of(session) {
      const foreign = session.draw({ foreign: 10 });
      return [foreign, foreign];
    },
  },
  {
    title: 'own devices right after foreign ones',
    of: (session) => [session.draw({ foreign: 10 }), session.draw({ own: 10 })],
  },
  {
    title: 'foreign devices between the same own ones',
    of(session) {
      const own = session.draw({ own: 10 });
      return [own, session.draw({ foreign: 10 }), own];
    },
  },
  {
    title: 'a foreign device alone after it stood among own ones',
    of(session) {
      const batch = session.draw({ own: 9, foreign: 1 });
      return [batch, pick(batch, [batch.origins.indexOf('foreign')])];
    },
  },
  {
    title: 'a foreign device five times in one batch',
    of: (session) => [pick(session.draw({ own: 1, foreign: 1 }), [0, 1, 0, 1, 0, 1, 0, 1, 0, 1])],
  },
];

const inTurn = turns.map(
  ({ title, of }): Case => ({ title, run: (session) => askInTurn(session, of(session)) }),
);

/** Nobody gets anything for a device of another account. */
export const isolation: Suite = {
  name: 'isolation',
  cases: [...mixed, ...byProduct, ...inTurn, ...crossedCases],
};
