import { expect, test } from 'vitest';
import { type RandomStream, randomStream } from '../../generators/random.ts';
import { normal } from './simulated.ts';
import { slopeOf, trendOf } from './trend.ts';

/** A timeline of minutes whose latency grows by so much an hour, with noise that lasts. */
function soak(minutes: number, perHour: number, stream: RandomStream, memory = 0) {
  let noise = 0;
  const timeline = Array.from({ length: minutes }, (_, i) => {
    noise = memory * noise + normal(stream);
    return { second: i * 60, answers: 1000, good: 1000, meanMs: 20 + (perHour * i) / 60 + noise };
  });
  return { timeline, timelineSeconds: 60 };
}

function holdsZero({ low, high }: { low: number; high: number }): boolean {
  return low <= 0 && high >= 0;
}

test('the slope of a line is exact, whatever a few wild values say', () => {
  const samples = Array.from({ length: 20 }, (_, i) => ({ x: i, y: i % 7 === 3 ? 1e6 : 5 + 2 * i }));
  expect(slopeOf(samples).perHour).toBeCloseTo(2, 9);
});

test('values that are all the same have no slope', () => {
  const samples = Array.from({ length: 12 }, (_, x) => ({ x, y: 0 }));
  expect(slopeOf(samples)).toEqual({ level: 0, perHour: 0, interval: { low: 0, high: 0 } });
});

test.each([
  ['independent noise', 0],
  ['noise that lasts for minutes', 0.5],
])('%s is no trend, and the interval covers the slope there is', (_name, memory) => {
  const runs = 100;
  let falseAlarms = 0;
  let covered = 0;
  for (let run = 0; run < runs; run++) {
    const flat = trendOf(soak(60, 0, randomStream(1, run), memory)).trend;
    if (flat && !holdsZero(flat.latencyMs.interval)) falseAlarms += 1;
    const { low = 0, high = 0 } =
      trendOf(soak(60, 5, randomStream(2, run), memory)).trend?.latencyMs.interval ?? {};
    if (low <= 5 && high >= 5) covered += 1;
  }
  expect(falseAlarms / runs).toBeLessThan(0.12);
  expect(covered / runs).toBeGreaterThan(0.88);
});

test('a latency that grows by a tenth an hour is found, a day is told in blocks, bad answers too', () => {
  const { trend } = trendOf(soak(24 * 60, 2, randomStream(3, 0)));
  expect(trend).toMatchObject({ blocks: 40, blockSeconds: 2160 });
  expect(trend?.latencyMs.perHour).toBeCloseTo(2, 1);
  expect(holdsZero(trend?.latencyMs.interval ?? { low: 0, high: 0 })).toBe(false);
  const failing = Array.from({ length: 20 }, (_, i) => ({
    second: i,
    answers: 100,
    good: 100 - i,
    meanMs: 5,
  }));
  expect(trendOf({ timeline: failing }).trend?.badShare.perHour).toBeCloseTo(36, 6);
});

test('a window that is too short says nothing', () => {
  expect(trendOf(soak(9, 50, randomStream(4, 0)))).toEqual({
    noTrend: expect.objectContaining({ en: expect.stringMatching(/10 blocks.* there were 9$/) }),
  });
});
