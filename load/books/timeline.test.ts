import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Books } from './books.ts';
import { Timeline } from './timeline.ts';

test('a long window is told in fewer, longer slices, and none of its answers is lost', () => {
  const timeline = new Timeline(4);
  for (let second = 0; second < 9; second++) {
    timeline.add(second * 1000, true, second);
    timeline.add(second * 1000 + 500, false, 1000);
  }
  expect(timeline.summary()).toEqual({
    timelineSeconds: 4,
    timeline: [
      { second: 0, answers: 8, good: 4, meanMs: 1.5 },
      { second: 4, answers: 8, good: 4, meanMs: 5.5 },
      { second: 8, answers: 2, good: 1, meanMs: 8 },
    ],
  });
});

test('a silence is a slice without answers', () => {
  const timeline = new Timeline();
  timeline.add(2500, true, 7);
  expect(timeline.summary()).toEqual({
    timelineSeconds: 1,
    timeline: [
      { second: 0, answers: 0, good: 0 },
      { second: 1, answers: 0, good: 0 },
      { second: 2, answers: 1, good: 1, meanMs: 7 },
    ],
  });
});

/** Bytes that are really in use. */
function memoryInUse(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

test('the books of 24 hours take at most 20 MB', () => {
  const books = new Books();
  const perSecond = 40;
  const before = memoryInUse();
  for (let i = 0; i < 24 * 3600 * perSecond; i++) {
    books.open();
    books.close({
      outcome: i % 1000 === 0 ? 'timeout' : 'success',
      code: 200,
      sentAtMs: (i * 1000) / perSecond,
      latencyMs: 4 + (i % 977) / 10,
      bodyBytes: 8000,
    });
  }
  expect(memoryInUse() - before).toBeLessThan(20e6);
  const { counts, timeline, timelineSeconds } = books.summary(100, 24 * 3_600_000);
  expect([counts.sent, timelineSeconds]).toEqual([3_456_000, 256]);
  expect(timeline.reduce((sum, { answers }) => sum + answers, 0)).toBe(counts.sent);
});
