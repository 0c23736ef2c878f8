import { expect, test } from 'vitest';
import { randomStream } from '../../generators/random.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { dealt, dealtCycle, split } from './share.ts';

test.each([
  [10, 4, [3, 3, 2, 2]],
  [4, 4, [1, 1, 1, 1]],
  [1, 1, [1]],
  [2, 3, [1, 1, 0]],
])('%d in %d parts', (whole, parts, expected) => {
  expect(split(whole, parts)).toEqual(expected);
});

test.each(['constant', 'poisson'] as const)('%s arrivals, dealt out, are the plan again', (arrivals) => {
  const plan = () => plannedMoments(steadyRate(100, 3000), arrivals, randomStream(1, 1));
  const piles = dealt(plan(), 3);
  expect(piles.flatMap((pile) => [...pile]).toSorted((a, b) => a - b)).toEqual([...plan()]);
  expect(piles.map(([first]) => first)).toEqual([...plan()].slice(0, 3));
});

test.each([
  [8, 1],
  [8, 3],
  [9, 3],
  [8, 12],
])('%d calls in turn, by %d hands: each moment has the call it has with one hand', (calls, hands) => {
  const all = Array.from({ length: calls }, (_, i) => `call ${i}`);
  const cycles = Array.from({ length: hands }, (_, hand) => dealtCycle(all, hand, hands));
  for (let moment = 0; moment < 100; moment++) {
    const cycle = cycles[moment % hands] ?? [];
    const turn = Math.floor(moment / hands);
    expect(cycle[turn % cycle.length]).toBe(all[moment % calls]);
  }
});
