import { expect, test } from 'vitest';
import { predict } from './extrapolation.ts';

test.each([
  [10, false],
  [150, false],
  [151, true],
  [0.5, true],
  [Number.POSITIVE_INFINITY, true],
])('at %d, fitted from 1 to 100: extrapolated %s', (x, isExtrapolated) => {
  expect(predict((n) => 2 * n, x, [100, 1, 10])).toEqual({ value: 2 * x, isExtrapolated });
});
