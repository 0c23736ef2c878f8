import { describe, expect, test } from 'vitest';
import { createInventory } from './inventory.ts';
import { account, foreign, own, unknown } from './sample.ts';

const inventory = createInventory(account);

describe('credentials', () => {
  test('every own device has one of its own, the same on every call', () => {
    const credentials = own.map((device) => inventory.credential(device));
    expect(new Set(credentials).size).toBe(own.length);
    for (const [i, { pk, dk }] of own.entries()) {
      const resetCredentials = credentials[i];
      expect(resetCredentials).toMatch(/^[0-9a-f]{32}$/);
      for (const granted of [inventory.granted({ pk, dk }), inventory.granted({ pk, dk })]) {
        expect(granted).toBe(resetCredentials);
      }
    }
  });

  test.each([
    ["another account's device", foreign[0]],
    ['an unknown device', unknown],
    ['an own device key in lower case', { pk: 'p11pLZ', dk: '0080e1000001' }],
    ['an own device key without its zeros', { pk: 'p11pLZ', dk: '80E1000001' }],
    ['an own device key under another product key', { pk: 'P11plz', dk: '0080E1000001' }],
  ])('%s is granted none', (_name, device) => {
    expect(device && inventory.granted(device)).toBeUndefined();
  });

  test('each service derives its own', () => {
    const other = createInventory(account);
    expect(other.credential(unknown)).not.toBe(inventory.credential(unknown));
  });
});

test('foreign devices are those of the other account', () => {
  expect(foreign.every((device) => inventory.isForeign(device))).toBe(true);
  expect([...own, unknown].some((device) => inventory.isForeign(device))).toBe(false);
});
