import { afterAll, describe, expect, test } from 'vitest';
import { judge } from '../contracts/checks/registry.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { callOf, openTarget } from '../generators/target.ts';
import { type Counterexample, describeCounterexample, findCounterexample } from './counterexample.ts';
import { findFault } from './faults/faults.ts';
import { checkSettingsFor } from './workbench.ts';

/** What the service plays at the moment: to start one for each search would take longer than the searches. */
let played: Behaviour | undefined;
const transport = openTransport();
const target = await openTarget({}, (account) =>
  start({
    account,
    behaviour: {
      answer: (answer, asked) => played?.answer?.(answer, asked) ?? answer,
      reply: (reply, asked) => played?.reply?.(reply, asked) ?? reply,
    },
  }),
);
afterAll(async () => {
  await transport.close();
  await target.close();
});

/** Looks for a batch whose answer breaks a rule. */
async function search(behaviour: Behaviour | undefined, seed: number, path?: string) {
  played = behaviour;
  const settings = checkSettingsFor(target);
  return await findCounterexample({
    pools: target.pools,
    origins: ['own', 'foreign', 'unknown'],
    maxSize: 30,
    seed,
    ...(path && { path }),
    async holds(batch) {
      const { findings } = judge(await transport.send(callOf(target, batch)), settings);
      const rules = findings.filter(({ severity }) => severity === 'violation').map(({ rule }) => rule);
      if (rules.length > 0) throw new Error([...new Set(rules)].join(' '));
    },
  });
}

const told = (found: Counterexample | undefined) => found && { ...found, error: String(found.error) };

test('finds nothing where every rule holds', async () => {
  for (const seed of [1, 2, 0xffff_ffff]) expect(await search(undefined, seed)).toBeUndefined();
});

describe.each([
  'drop-device',
  'double-device',
  'both-lists',
  'change-case',
  'strip-leading-zeros',
  'dk-as-number',
  'one-bad-spoils-all',
  'give-foreign',
  'give-unknown',
  'same-credential',
  'no-reason',
  'credential-in-failure',
])('%s', (name) => {
  test.each([1, 7, 0xffff_ffff])('is told by two devices at most, with seed %i', async (seed) => {
    const fault = findFault(name);
    const found = await search(fault, seed);
    expect(String(found?.error)).toContain(fault?.rule);
    expect(found?.batch.devices.length).toBeLessThanOrEqual(2);
    expect(found?.requests).toBeLessThanOrEqual(100);

    expect(told(await search(fault, seed))).toEqual(told(found));
    const again = await search(fault, seed, found?.path);
    expect([again?.batch, again?.requests]).toEqual([found?.batch, 1]);
  });
});

test('a service that breaks everything is asked a hundred times at most', async () => {
  const found = await search({ reply: (reply) => ({ ...reply, status: 500 }) }, 1);
  expect(found?.requests).toBeLessThanOrEqual(100);
  expect(found?.batch.devices).toHaveLength(1);
});

test('says how to find it again', () => {
  const batch = { devices: [{ pk: 'p', dk: 'd' }], origins: ['own'], seed: 3, index: 0 } as const;
  const found = { batch, seed: 3, path: '4:1', requests: 9, error: new Error('batch-law') };
  expect(describeCounterexample(found, 'PKDK_SEED=1 npm run suite')).toMatchInlineSnapshot(`
    "a batch of 1 breaks a rule; found and made smaller in 9 requests
      own  p d
    fast-check seed 3, path 4:1
    again     PKDK_SEED=1 npm run suite
    batch-law"
  `);
});
