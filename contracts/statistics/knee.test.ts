import { expect, test } from 'vitest';
import { kneeOf } from './knee.ts';

const curve = (f: (x: number) => number, count = 11) =>
  Array.from({ length: count }, (_, x) => ({ x, y: f(x) }));

test.each([
  // The paper's own example, y = -1 / (x + 0.1) + 5 on a finer grid, has its knee at 0.22.
  ['of the paper', curve((x) => -1 / (x / 9 + 0.1) + 5, 10).map(({ x, y }) => ({ x: x / 9, y })), 2 / 9],
  ['of a limit', curve((x) => Math.min(x, 4)), 4],
  ['whatever the order and the scale', curve((x) => 1000 + 50 * Math.min(x, 4)).reverse(), 4],
])('the knee %s', (_name, samples, knee) => expect(kneeOf(samples, 'flattens')).toBeCloseTo(knee, 9));

test('latency has its knee where it begins to rise', () => {
  expect(
    kneeOf(
      curve((x) => 5 + Math.max(0, x - 7) * 40),
      'rises',
    ),
  ).toBe(7);
});

test.each([
  ['a line', curve((x) => 3 * x)],
  ['a constant', curve(() => 7)],
  ['four points', curve((x) => Math.min(x, 2), 4)],
  ['a curve that rises', curve((x) => x ** 3)],
])('%s has none', (_name, samples) => expect(kneeOf(samples, 'flattens')).toBeUndefined());
