import { expect, test } from 'vitest';
import { isSorted, orderOf } from './list-order.ts';

const [a, b, c, d] = [
  { pk: 'p1', dk: '9' },
  { pk: 'p1', dk: 'x' },
  { pk: 'p2', dk: '1' },
  { pk: 'p3', dk: '3' },
] as const;
const asked = [c, a, d, b];

test.each([
  ['request-order', [asked, asked]],
  ['reverse-order', [asked.toReversed()]],
  ['sorted', [[a, b, c, d]]],
  ['sorted', [[d, c, b, a]]],
  ['sorted', [[c, d, a, b]]],
  [
    'other-order',
    [
      [a, c, d, b],
      [a, c, d, b],
    ],
  ],
  ['varying-order', [asked, asked.toReversed()]],
] as const)('%s', (order, answers) => {
  expect(orderOf(asked, answers)).toBe(order);
});

test('an order by product key or by device key, either way, is sorted', () => {
  const sorted = [
    [a, b, c, d],
    [d, c, b, a],
    [c, d, a, b],
    [b, a, d, c],
  ];
  for (const order of sorted) expect(isSorted(order)).toBe(true);
  for (const order of [asked, asked.toReversed(), [a, c, b, d]]) expect(isSorted(order)).toBe(false);
});
