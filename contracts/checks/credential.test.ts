import { expect, test } from 'vitest';
import { credential } from './credential.ts';
import { CredentialLedger } from './ledger.ts';
import { answered, exchange, found, own, own2, settings, succeeded } from './sample.ts';

const judged = (items: unknown[], ledger = new CredentialLedger()) =>
  found(credential, exchange({ body: answered(items) }), { ...settings, ledger });

test('accepts different credentials, the same again, and rotated ones', () => {
  const ledger = new CredentialLedger();
  expect(judged([succeeded(own, 'a'), succeeded(own2, 'b')], ledger)).toEqual([]);
  expect(judged([succeeded(own, 'a'), succeeded(own2, 'c')], ledger)).toEqual([]);
});

test('accepts a repeated pair with its one credential', () => {
  expect(judged([succeeded(own, 'a'), succeeded(own, 'a')])).toEqual([]);
});

test.each([
  ['an empty one', ''],
  ['a blank one', '  '],
  ['null', null],
  ['none', undefined],
  ['a number', 12],
])('refuses %s', (_name, value) => {
  expect(judged([{ ...succeeded(own), resetCredentials: value }])).toEqual([
    'empty /data/successList/0/resetCredentials',
  ]);
});

test('refuses one credential for two devices', () => {
  expect(judged([succeeded(own, 'a'), succeeded(own2, 'a')])).toEqual([
    'shared /data/successList/1/resetCredentials',
  ]);
});

test('refuses a credential that belonged to another device before', () => {
  const ledger = new CredentialLedger();
  judged([succeeded(own, 'a'), succeeded(own2, 'b')], ledger);
  expect(judged([succeeded(own, 'b'), succeeded(own2, 'a')], ledger)).toEqual([
    'moved /data/successList/0/resetCredentials',
    'moved /data/successList/1/resetCredentials',
  ]);
});
