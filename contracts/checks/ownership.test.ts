import { expect, test } from 'vitest';
import { ownership } from './ownership.ts';
import { answered, exchange, failed, foreign, found, own, own2, succeeded, unknown } from './sample.ts';

const batch = [
  [own, 'own'],
  [own2, 'own'],
  [foreign, 'foreign'],
  [unknown, 'unknown'],
] as const;
const judged = (successes: unknown[], failures: unknown[]) =>
  found(ownership, exchange({ batch, body: answered(successes, failures) }));

test('accepts own devices that succeed and all others that fail', () => {
  expect(judged([succeeded(own), succeeded(own2)], [failed(unknown), failed(foreign)])).toEqual([]);
});

test('refuses anything that succeeds where no device was asked for', () => {
  const given = exchange({ batch: null, body: answered([succeeded(own)], [failed(foreign)]) });
  expect(found(ownership, given)).toEqual(['nobodysSucceeded /data/successList/0']);
});

test.each([
  ['an own device that fails', [succeeded(own)], [failed(own2)], ['ownFailed /data/failedList/0']],
  [
    "another account's device that succeeds",
    [succeeded(foreign)],
    [],
    ['foreignSucceeded /data/successList/0'],
  ],
  ["nobody's device that succeeds", [succeeded(unknown)], [], ['unknownSucceeded /data/successList/0']],
])('refuses %s', (_name, successes, failures, kinds) => expect(judged(successes, failures)).toEqual(kinds));
