import { expect, test } from 'vitest';
import { randomStream } from '../../generators/random.ts';
import { normal } from '../models/simulated.ts';
import { closedLoop, type ServiceTime } from './simulated-loops.ts';
import { isWarm, warmupBounds, warmupTickMs } from './warm-up.ts';

/** The moment at which a warm-up is over, looking as a point does; `undefined` if not in the longest time. */
function foundMs(time: ServiceTime, seed = 1): number | undefined {
  for (let now = warmupTickMs; now < warmupBounds.longestMs; now += warmupTickMs) {
    const rounds = closedLoop({ connections: 10, servers: 4 }, time, now, randomStream(seed, 2));
    if (isWarm(rounds, { startedAt: 0, now }, 'closed')) return now;
  }
  return undefined;
}

const ofSeeds = (time: ServiceTime) => Array.from({ length: 10 }, (_, seed) => foundMs(time, seed) ?? 1e9);
const noisy = (ms: number, share: number) => (stream: Parameters<typeof normal>[0]) =>
  ms * Math.max(0.1, 1 + share * normal(stream));
const warming =
  (by: number, ms: number): ServiceTime =>
  (stream, at) =>
    noisy(40, 0.05)(stream) * (1 + by * Math.exp(-at / ms));

test('a service that is warm already is measured after the shortest time', () => {
  const found = ofSeeds(noisy(8, 0.1));
  expect(found.filter((ms) => ms === warmupBounds.shortestMs).length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...found)).toBeLessThanOrEqual(2000);
});

test.each([
  [500, 1500, 4000],
  [1000, 2500, 9000],
])('one that starts three times as slow and gets warm in %d ms is waited for', (ms, earliest, latest) => {
  for (const found of ofSeeds(warming(2, ms))) {
    expect(found).toBeGreaterThanOrEqual(earliest);
    expect(found).toBeLessThanOrEqual(latest);
    // What is left of the start is of no size.
    expect(2 * Math.exp(-found / ms)).toBeLessThan(0.15);
  }
});

test('one bad start of a second is let go of', () => {
  const found = foundMs((stream, at) => (at < 1000 ? 400 : noisy(40, 0.05)(stream)));
  expect(found).toBeGreaterThanOrEqual(1500);
  expect(found).toBeLessThanOrEqual(4000);
});

test('one that gets slower and slower is never warm', () => {
  expect(foundMs((_stream, at) => 40 * (1 + at / 2000))).toBeUndefined();
});

test('silence is not warm', () => {
  expect(isWarm([], { startedAt: 0, now: 5000 }, 'closed')).toBe(false);
});
