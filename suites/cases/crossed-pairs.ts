import { type Device, pairKey } from '../../contracts/batch.ts';
import { fillAll } from '../../contracts/text.ts';
import type { Pools } from '../../generators/batch.ts';
import type { Case } from '../case.ts';
import { askInTurn } from './ask-in-turn.ts';

/** A shorter key may well name a device of the account that PKDK_DEVICES does not list. */
const shortestKey = 12;

/** The product keys of some devices with the device keys of others, as far as they are none of the known devices. */
function crossed(products: readonly Device[], devices: readonly Device[], { own, foreign }: Pools): Device[] {
  const known = new Set([...own, ...foreign].map(pairKey));
  const productKeys = [...new Set(products.map(({ pk }) => pk))].slice(0, 10);
  const deviceKeys = devices.map(({ dk }) => dk).filter((dk) => dk.length >= shortestKey);
  return [...new Set(deviceKeys)]
    .slice(0, 100)
    .flatMap((dk) => productKeys.map((pk) => ({ pk, dk })))
    .filter((device) => !known.has(pairKey(device)));
}

const crossings: readonly { readonly title: string; of(pools: Pools): readonly Device[] }[] = [
  {
    title: 'own product keys with foreign device keys',
    of: (pools) => crossed(pools.own, pools.foreign, pools),
  },
  {
    title: 'foreign product keys with own device keys',
    of: (pools) => crossed(pools.foreign, pools.own, pools),
  },
  {
    title: 'product and device keys of different own devices',
    of: (pools) => crossed(pools.own, pools.own, pools),
  },
  {
    title: 'own devices with product and device key exchanged',
    of: ({ own }) => own.slice(0, 100).map(({ pk, dk }) => ({ pk: dk, dk: pk })),
  },
];

const crossedPairs = crossings.flatMap(({ title, of }) =>
  [0, 5].map(
    (own): Case => ({
      title: own > 0 ? `${title}, beside own devices` : title,
      run(session) {
        const { pools } = session.target;
        return askInTurn(session, [session.draw({ own, unknown: 5 }, { ...pools, unknown: of(pools) })]);
      },
    }),
  ),
);

const noLongKey = {
  en: 'needs an own device whose key has {length} characters',
  zh: '需要设备密钥至少有 {length} 个字符的自有设备',
};

/** Whatever is drawn, each unknown device has the device key of an own one in the same batch. */
const namesakes: Case = {
  title: 'own devices beside their device keys under other products',
  run(session) {
    const { pools } = session.target;
    const own = pools.own.filter(({ dk }) => dk.length >= shortestKey).slice(0, 5);
    if (own.length === 0) session.skip(fillAll(noLongKey, { length: shortestKey }));
    const unknown = crossed(pools.unknown, own, pools);
    return askInTurn(session, [
      session.draw({ own: own.length, unknown: own.length }, { ...pools, own, unknown }),
    ]);
  },
};

/** Pairs that are made of the keys of known devices and are none of them. */
export const crossedCases: readonly Case[] = [...crossedPairs, namesakes];
