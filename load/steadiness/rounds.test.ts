import { expect, test } from 'vitest';
import { Rounds } from './rounds.ts';

function roundsOf(size: number, answers: number) {
  const rounds = new Rounds(size);
  for (let i = 1; i <= answers; i++) rounds.add(i, i);
  return rounds.whole;
}

test('a round is whole with its last answer', () => {
  expect(roundsOf(3, 8)).toEqual([
    { endedAt: 3, count: 3, latencySumMs: 6 },
    { endedAt: 6, count: 3, latencySumMs: 15 },
  ]);
});

test.each([
  [79, 79, 1],
  [80, 40, 2],
  [158, 79, 2],
  [1_000_000, 61, 16_384],
])('%d answers: %d rounds of %d', (answers, rounds, size) => {
  const whole = roundsOf(1, answers);
  expect(whole).toHaveLength(rounds);
  expect(new Set(whole.map(({ count }) => count))).toEqual(new Set([size]));
  expect(whole.at(-1)?.endedAt).toBe(rounds * size);
});
