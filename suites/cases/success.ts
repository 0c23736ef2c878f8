import type { Device } from '../../contracts/batch.ts';
import { otherSpellings } from '../../generators/other-spellings.ts';
import { bearer, prepareCall } from '../../generators/request.ts';
import type { Case, Suite } from '../case.ts';
import { expect } from '../matchers.ts';
import type { Judged, Session } from '../session.ts';

const noDevice = { en: 'needs an own device', zh: '需要自有设备' };

/** Own devices of a choice, at most 20; skips when there are too few. */
async function askSome(session: Session, own: readonly Device[], least = 1, lack = noDevice): Promise<void> {
  if (own.length < least) session.skip(lack);
  const counts = { own: Math.min(20, own.length) };
  kept(await session.ask(session.draw(counts, { ...session.target.pools, own })));
}

function kept(answer: Judged): void {
  expect(answer).toSatisfyContract();
  expect(answer).toKeepBatchLaw();
}

const sizes = [1, 2, 50, 100].map(
  (size): Case => ({
    title: `a batch of ${size}`,
    async run(session) {
      const answer = await session.ask(session.draw({ own: size }));
      kept(answer);
      expect(answer.judgement.outcome).toBe('success');
    },
  }),
);

const spellings = otherSpellings.map(
  ({ text, encode }): Case => ({
    title: `a batch with ${text.en}`,
    async run(session) {
      const { operationUrl: url, token } = session.target;
      const batch = session.draw({ own: 5 });
      const body = encode(batch.devices);
      kept(
        await session.send(prepareCall({ url, token: 'valid', authorization: bearer(token), batch, body })),
      );
    },
  }),
);

/** Batches of the account's own devices. */
export const success: Suite = {
  name: 'success',
  cases: [
    ...sizes,
    ...spellings,
    {
      title: 'devices of one product',
      async run(session) {
        const pk = session.draw({ own: 1 }).devices[0]?.pk;
        await askSome(
          session,
          session.target.pools.own.filter((device) => device.pk === pk),
        );
      },
    },
    {
      title: 'devices of several products',
      async run(session) {
        const products = new Map<string, Device>();
        for (const device of session.target.pools.own) {
          if (!products.has(device.pk)) products.set(device.pk, device);
        }
        const lack = {
          en: 'needs own devices of two products; PKDK_DEVICES has one',
          zh: '需要两种产品的自有设备；PKDK_DEVICES 中只有一种',
        };
        await askSome(session, [...products.values()], 2, lack);
      },
    },
    {
      title: 'device keys with leading zeros',
      async run(session) {
        const own = session.target.pools.own.filter(({ dk }) => dk.startsWith('0'));
        await askSome(session, own, 1, {
          en: 'needs an own device whose key starts with 0; PKDK_DEVICES has none',
          zh: '需要设备密钥以 0 开头的自有设备；PKDK_DEVICES 中没有',
        });
      },
    },
    {
      title: 'the same call again',
      async run(session) {
        const batch = session.draw({ own: 10 });
        for (let i = 0; i < 3; i++) kept(await session.ask(batch));
      },
    },
  ],
};
