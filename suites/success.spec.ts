import type { Device } from '../contracts/batch.ts';
import { test } from './fixtures.ts';
import { expect } from './matchers.ts';

test.describe('success', () => {
  for (const size of [1, 2, 50, 100]) {
    test(`a batch of ${size}`, async ({ pkdk }) => {
      const answer = await pkdk.ask(pkdk.draw({ own: size }));
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
      expect(answer.judgement.outcome).toBe('success');
    });
  }

  test('devices of one product', async ({ pkdk }) => {
    const pk = pkdk.draw({ own: 1 }).devices[0]?.pk;
    const own = pkdk.target.pools.own.filter((device) => device.pk === pk);
    const answer = await pkdk.ask(
      pkdk.draw({ own: Math.min(20, own.length) }, { ...pkdk.target.pools, own }),
    );
    expect(answer).toSatisfyContract();
    expect(answer).toKeepBatchLaw();
  });

  test('devices of several products', async ({ pkdk }) => {
    const firstOfProduct = new Map<string, Device>();
    for (const device of pkdk.target.pools.own) {
      if (!firstOfProduct.has(device.pk)) firstOfProduct.set(device.pk, device);
    }
    const own = [...firstOfProduct.values()];
    test.skip(own.length < 2, 'needs own devices of two products; PKDK_DEVICES has one');
    const answer = await pkdk.ask(
      pkdk.draw({ own: Math.min(20, own.length) }, { ...pkdk.target.pools, own }),
    );
    expect(answer).toSatisfyContract();
    expect(answer).toKeepBatchLaw();
  });

  test('device keys with leading zeros', async ({ pkdk }) => {
    const own = pkdk.target.pools.own.filter(({ dk }) => dk.startsWith('0'));
    test.skip(own.length === 0, 'needs an own device whose key starts with 0; PKDK_DEVICES has none');
    const answer = await pkdk.ask(
      pkdk.draw({ own: Math.min(20, own.length) }, { ...pkdk.target.pools, own }),
    );
    expect(answer).toSatisfyContract();
    expect(answer).toKeepBatchLaw();
  });

  test('the same call again', async ({ pkdk }) => {
    const batch = pkdk.draw({ own: 10 });
    for (let i = 0; i < 3; i++) {
      const answer = await pkdk.ask(batch);
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
    }
  });

  test('different calls at the same time', async ({ pkdk }) => {
    const batches = Array.from({ length: 5 }, () => pkdk.draw({ own: 10 }));
    for (const answer of await Promise.all(batches.map((batch) => pkdk.ask(batch)))) {
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
    }
  });

  test('the same call at the same time', async ({ pkdk }) => {
    const batch = pkdk.draw({ own: 10 });
    for (const answer of await Promise.all(Array.from({ length: 5 }, () => pkdk.ask(batch)))) {
      expect(answer).toSatisfyContract();
      expect(answer).toKeepBatchLaw();
    }
  });
});
