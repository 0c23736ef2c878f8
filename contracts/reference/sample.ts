import type { Device } from '../batch.ts';
import type { Account } from './inventory.ts';

/** Devices for the tests of the reference service. */
export const own: readonly Device[] = [
  { pk: 'p11pLZ', dk: '0080E1000001' },
  { pk: 'p11pLZ', dk: '869339060000017' },
  { pk: 'P11plz', dk: 'D001' },
  ...Array.from({ length: 60 }, (_, i) => ({ pk: 'p11pLA', dk: `A4C138${String(i).padStart(6, '0')}` })),
];
export const foreign: readonly Device[] = [{ pk: 'p11pLZ', dk: '0080E1000009' }];
export const unknown: Device = { pk: 'zzzzzz', dk: 'D404' };

export const account: Account = { own, foreign };

/** A token of the same claims whose signature is none of the service's. */
export function tampered(token: string): string {
  const middle = token.length - 100;
  return `${token.slice(0, middle)}${token[middle] === 'A' ? 'B' : 'A'}${token.slice(middle + 1)}`;
}

/** A token of the same claims that says it needs no signature. */
export function unsigned(token: string): string {
  const header = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  return `${header}.${token.split('.')[1]}.`;
}
