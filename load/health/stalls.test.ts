import { expect, test } from 'vitest';
import { Stalls } from './stalls.ts';

function stallsOf(...delays: readonly number[]): Stalls {
  const stalls = new Stalls();
  for (const delay of delays) stalls.add(delay);
  return stalls;
}

test.each([
  ['none', stallsOf(), 0],
  [
    'one of 100 ms in 5 s: 2 % of answers meet it, half of them wait longer than half of it',
    stallsOf(100),
    50,
  ],
  ['one of 50 ms: as many as the percentile leaves aside', stallsOf(50), 0],
  ['ten of 50 ms: 10 % of answers meet one', stallsOf(...Array<number>(10).fill(50)), 45],
  ['a thousand of 1 ms hide no long one', stallsOf(200, ...Array<number>(1000).fill(1)), 150],
  ['different ones', stallsOf(60, 40), 25],
])('%s', (_name, stalls, waitMs) => expect(stalls.exceededBy(0.01, 5000)).toBeCloseTo(waitMs, 6));

test('the longest', () => expect(stallsOf(3, 70, 5).maxMs).toBe(70));
