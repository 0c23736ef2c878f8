import { expect, test } from 'vitest';
import { joinObservations, mergeObserved, observedBy } from './observations.ts';

const text = { en: 'no dk', zh: '缺少 dk' };

test('what was seen is kept in the order of names, whatever the order it was seen in', () => {
  const seen = [
    { name: 'b.no-dk', value: 'code 1', text },
    { name: 'a', value: 100 },
  ];
  const expected = {
    observations: { a: 100, 'b.no-dk': 'code 1' },
    observationTexts: { 'b.no-dk': text },
    observationChanges: [],
  };
  expect(observedBy(seen, {})).toEqual(expected);
  expect(JSON.stringify(observedBy(seen.toReversed(), {}))).toBe(JSON.stringify(observedBy(seen, {})));
});

test('a change is a fact that is known, was seen, and is another', () => {
  const seen = [
    { name: 'same', value: 'x' },
    { name: 'other', value: 200 },
    { name: 'other-type', value: '1' },
    { name: 'new', value: true },
    { name: 'toString', value: 'x' },
  ];
  const before = { same: 'x', other: 100, 'other-type': 1, 'not-seen': 'x' };
  expect(observedBy(seen, before).observationChanges).toEqual([
    { name: 'other', before: 100, now: 200 },
    { name: 'other-type', before: 1, now: '1' },
  ]);
});

test('values that differ are joined, the same in any order, and are a change unless they were known to differ', () => {
  const [once, twice] = [
    { name: 'duplicates', value: 'once' },
    { name: 'duplicates', value: 'mixed' },
  ];
  const now = 'mixed | once';
  for (const seen of [
    [once, twice],
    [twice, once, twice],
  ]) {
    const changesFrom = (before: object) => observedBy(seen, { ...before }).observationChanges;
    expect(observedBy(seen, {}).observations).toEqual({ duplicates: now });
    expect(changesFrom({})).toEqual([{ name: 'duplicates', now }]);
    expect(changesFrom({ duplicates: 'once' })).toEqual([{ name: 'duplicates', before: 'once', now }]);
    expect(changesFrom({ duplicates: now })).toEqual([]);
  }
});

test('joining what was joined adds nothing twice', () => {
  const [a, b, c] = [{ x: 'a' }, { x: 'b' }, { x: 'c' }];
  const [inTwo, inOne] = [
    joinObservations([joinObservations([c, a]).observations, joinObservations([b, a]).observations]),
    joinObservations([a, b, c]),
  ];
  expect(inTwo).toEqual(inOne);
  expect(inOne).toEqual({ observations: { x: 'a | b | c' }, unsteady: new Set(['x']) });
});

test('shards together come to what one run would have', () => {
  const before = { changed: 1, unsteady: 'a', half: 'a', gone: 0 };
  const [first, second] = [
    [
      { name: 'changed', value: 2 },
      { name: 'unsteady', value: 'a' },
      { name: 'half', value: 'a' },
      { name: 'within', value: 'x' },
      { name: 'within', value: 'y' },
      { name: 'between', value: 'x' },
    ],
    [
      { name: 'unsteady', value: 'b' },
      { name: 'b.no-dk', value: 'code 1', text },
      { name: 'between', value: 'y' },
    ],
  ];
  const whole = observedBy([...first, ...second], before);
  expect(mergeObserved([observedBy(first, before), observedBy(second, before)])).toEqual(whole);
  expect(mergeObserved([observedBy(second, before), observedBy(first, before)])).toEqual(whole);
  expect(whole.observationChanges).toEqual([
    { name: 'between', now: 'x | y' },
    { name: 'changed', before: 1, now: 2 },
    { name: 'unsteady', before: 'a', now: 'a | b' },
    { name: 'within', now: 'x | y' },
  ]);
  expect(mergeObserved([whole])).toEqual(whole);
});
