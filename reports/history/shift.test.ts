import { expect, test } from 'vitest';
import { randomStream } from '../../generators/random.ts';
import { normal } from '../../load/models/simulated.ts';
import { shiftBetween } from './shift.ts';

test('a share where all values are above 0, else a difference', () => {
  const share = shiftBetween([99, 100, 101, 100], [79, 80, 81, 80]);
  expect(share.isShare).toBe(true);
  expect(share.estimate).toBeCloseTo(-0.2, 3);
  expect(shiftBetween([0, 0, 0, 0], [2, 2, 2, 2])).toEqual({ isShare: false, estimate: 2, low: 2, high: 2 });
});

test('the interval holds the true shift in 19 of 20 cases', () => {
  const stream = randomStream(7, 7);
  const draw = (count: number, mean: number) => Array.from({ length: count }, () => mean + normal(stream));
  const holds = Array.from({ length: 1000 }, () => {
    const { low, high } = shiftBetween(draw(30, 100), draw(8, 90));
    return low <= -0.1 && -0.1 <= high;
  });
  const share = holds.filter(Boolean).length / 1000;
  expect(share).toBeGreaterThan(0.93);
  expect(share).toBeLessThan(0.98);
});

test('of very long levels the runs nearest to the change are taken', () => {
  const before = [...Array.from({ length: 900 }, () => 1), ...Array.from({ length: 100 }, () => 100)];
  expect(shiftBetween(before, [110, 110, 110]).estimate).toBeCloseTo(0.1);
});
