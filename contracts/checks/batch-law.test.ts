import { expect, test } from 'vitest';
import type { Device } from '../batch.ts';
import { batchLaw } from './batch-law.ts';
import { judge } from './registry.ts';
import {
  answered,
  exchange,
  failed,
  foreign,
  found,
  own,
  own2,
  settings,
  succeeded,
  unknown,
} from './sample.ts';

const all = [succeeded(own), succeeded(own2)];
const law = (body: unknown) => found(batchLaw, exchange({ body }));
const twice = [
  [own, 'own'],
  [own, 'own'],
] as const;

test('accepts any order', () => {
  expect(law(answered([succeeded(own2), succeeded(own)], [failed(foreign)]))).toEqual([]);
});

test('accepts repeated pairs answered once or every time, and nothing between', () => {
  const three = [...twice, [own, 'own']] as const;
  const times = (n: number) => exchange({ batch: three, body: answered(Array(n).fill(succeeded(own))) });
  expect(found(batchLaw, times(1))).toEqual([]);
  expect(found(batchLaw, times(3))).toEqual([]);
  expect(found(batchLaw, times(2))).toEqual(['doubled /data/successList/1']);
  expect(found(batchLaw, times(4))).toEqual(['doubled /data/successList/3']);
});

test('accepts an empty answer to an empty batch only', () => {
  expect(found(batchLaw, exchange({ batch: [], body: answered([]) }))).toEqual([]);
  expect(found(batchLaw, exchange({ batch: [], body: answered([succeeded(own)]) }))).toEqual([
    'invented /data/successList/0',
  ]);
});

test.each([
  ['a lost pair', answered(all), ['lost /data']],
  ['empty lists', answered([]), ['lost /data', 'lost /data', 'lost /data']],
  ['a doubled pair', answered([...all, succeeded(own)], [failed(foreign)]), ['doubled /data/successList/2']],
  ['an invented pair', answered(all, [failed(foreign), failed(unknown)]), ['invented /data/failedList/1']],
  ['a pair in both lists', answered(all, [failed(foreign), failed(own)]), ['inBothLists /data/failedList/1']],
])('refuses %s', (_name, body, kinds) => expect(law(body)).toEqual(kinds));

test.each<[string, Record<keyof Device, unknown>]>([
  ['case', { ...own, dk: own.dk.toLowerCase() }],
  ['case of the product key', { ...own, pk: own.pk.toUpperCase() }],
  ['spaces', { ...own, dk: ` ${own.dk}` }],
  ['leading zeros', { ...own, dk: own.dk.replace(/^0+/, '') }],
])('says that a pair was altered in its %s', (_name, device) => {
  const body = answered([{ ...device, resetCredentials: 'x' }, succeeded(own2)], [failed(foreign)]);
  expect(law(body)).toEqual(['altered /data/successList/0']);
});

test('says that a device key came back as a number', () => {
  const numeric: Device = { pk: 'p11pLZ', dk: '0012' };
  const body = answered([{ ...numeric, dk: 12, resetCredentials: 'x' }]);
  expect(found(batchLaw, exchange({ batch: [[numeric, 'own']], body }))).toEqual([
    'altered /data/successList/0',
  ]);
});

test('refuses product keys swapped between devices', () => {
  const batch = [
    [own, 'own'],
    [unknown, 'unknown'],
  ] as const;
  const body = answered([succeeded({ ...own, pk: unknown.pk })], [failed({ ...unknown, pk: own.pk })]);
  expect(found(batchLaw, exchange({ batch, body }))).toEqual([
    'lost /data',
    'lost /data',
    'invented /data/successList/0',
    'invented /data/failedList/0',
  ]);
});

test('tells a long key in short', () => {
  const long: Device = { pk: 'p11pLZ', dk: 'z'.repeat(1_000_000) };
  const { findings } = judge(exchange({ batch: [[long, 'unknown']], body: answered([]) }), settings);
  expect(findings.map(({ message }) => message)).toEqual([
    `p11pLZ ${'z'.repeat(200)}… (1000000) did not come back`,
  ]);
});
