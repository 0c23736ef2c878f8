import { expect, test } from 'vitest';
import { changesOf, holm } from './change.ts';

test("Holm's steps: one that stands keeps all larger ones standing", () => {
  // 0.01 / 4, 0.01 / 3, 0.01 / 2, 0.01
  expect(holm([0.001, 0.006, 0.0001, 0.007], 0.01)).toEqual([true, false, true, false]);
  expect(holm([0.004, 0.0001, 0.02], 0.01)).toEqual([true, true, false]);
  expect(holm([], 0.01)).toEqual([]);
});

test('a change is a share of base, with the interval of Student', () => {
  const [change] = changesOf([{ log: Math.log(1.1), error: 0.02, degrees: 11, effect: 1.4 }]);
  expect(change?.share).toBeCloseTo(0.1, 9);
  expect(change?.interval.low).toBeCloseTo(1.1 * Math.exp(-0.02 * 2.201) - 1, 4);
  expect(change?.interval.high).toBeCloseTo(1.1 * Math.exp(0.02 * 2.201) - 1, 4);
  expect(change?.isShown).toBe(true);
});

test('the more figures, the more it takes to show a change', () => {
  const one = { log: 0.1, error: 0.028, degrees: 11 };
  const none = { log: 0, error: 0.028, degrees: 11 };
  expect(changesOf([one])[0]?.isShown).toBe(true);
  expect(changesOf([one, ...Array.from({ length: 30 }, () => none)])[0]?.isShown).toBe(false);
});

test('no spread at all: equal is equal, and anything else is a change; nothing measured is neither', () => {
  const changes = changesOf([
    { log: 0, error: 0, degrees: 5 },
    { log: 0.01, error: 0, degrees: 5 },
    undefined,
  ]);
  expect(changes.map((change) => change?.isShown)).toEqual([false, true, undefined]);
});
