import { expect, test } from 'vitest';
import { keptLoad, pacedPoint } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { courseOf } from './course.ts';

const slice = (second: number, good: number, bad = 0) => ({
  ...{ second, answers: good + bad, good },
  ...(good > 0 && { meanMs: 10 + second }),
});

test('a recorded search: the point that it found, second by second, the last one as long as it was', () => {
  const course = courseOf(capacityLoad);
  expect(course?.point?.batchSize).toBe(500);
  expect(course?.slices).toHaveLength(42);
  expect(course?.slices.at(-1)?.seconds).toBeCloseTo(0.67, 2);
  for (const { goodPerSecond, badPerSecond } of course?.slices ?? []) {
    expect(goodPerSecond).toBeCloseTo(138, -1);
    expect(badPerSecond).toBe(0);
  }
});

test('a ramp: its windows one after the other, bad answers apart, and no latency where nothing was good', () => {
  const window = (startedAt: string, timeline: ReturnType<typeof slice>[]) =>
    pacedPoint(10, 100, { startedAt, durationMs: 2000, timeline });
  const points = [
    window('2026-11-22T23:16:00.000Z', [slice(0, 100), slice(1, 90, 10)]),
    window('2026-11-22T23:16:02.000Z', [slice(0, 50, 50), slice(1, 0, 100)]),
  ];
  const course = courseOf({ ...keptLoad, scenario: 'ramp', points });
  expect(course?.point).toBeUndefined();
  expect(course?.slices.map((one) => [one.second, one.goodPerSecond, one.badPerSecond, one.meanMs])).toEqual([
    [0, 100, 0, 10],
    [1, 90, 10, 11],
    [2, 50, 50, 10],
    [3, 0, 100, undefined],
  ]);
});

test('a long soak is drawn in joined slices that hold as many answers', () => {
  const timeline = Array.from({ length: 600 }, (_, i) => slice(i * 6, 60 + (i % 2) * 60));
  const soak = pacedPoint(10, 15, { durationMs: 3_600_000, timeline, timelineSeconds: 6 });
  const course = courseOf({ ...keptLoad, scenario: 'soak', points: [soak] });
  expect(course?.slices).toHaveLength(120);
  expect(course?.seconds).toBe(30);
  const answers = course?.slices.reduce((sum, one) => sum + one.goodPerSecond * one.seconds, 0);
  expect(answers).toBeCloseTo(54_000, 6);
});

test('two seconds have no course', () => {
  const points = [pacedPoint(10, 100, { durationMs: 2000, timeline: [slice(0, 100), slice(1, 100)] })];
  expect(courseOf({ ...keptLoad, points })).toBeUndefined();
});
