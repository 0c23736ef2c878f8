import { expect, test } from 'vitest';
import { type RandomStream, randomStream } from '../../generators/random.ts';
import { normal } from '../../load/models/simulated.ts';
import { changePoints } from './change-points.ts';

const values = <T>(count: number, draw: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => draw(i));

/** How often a change is seen in series of so many values without one. */
function falseAlarms(
  series: number,
  count: number,
  draw: (stream: RandomStream, i: number) => number,
): number {
  const stream = randomStream(count, 0);
  const marks = values(series, () => changePoints(values(count, (i) => draw(stream, i))));
  return marks.filter(({ length }) => length > 0).length / series;
}

test.each([
  ['normal', 24, normal],
  ['normal', 100, normal],
  ['with heavy tails', 60, (stream: RandomStream) => normal(stream) / normal(stream)],
  ['skewed', 60, (stream: RandomStream) => Math.exp(2 * normal(stream))],
  ['with ties', 60, (stream: RandomStream) => stream.below(3)],
])('%s values, %d of them, that do not change: at most 1 of 100 series has a mark', (_name, count, draw) => {
  expect(falseAlarms(1000, count, draw)).toBeLessThanOrEqual(0.01);
});

test('a shift by 3 standard deviations in the middle of 40 values is found', () => {
  const stream = randomStream(40, 3);
  const found = values(300, () => changePoints(values(40, (i) => 100 + normal(stream) + (i < 20 ? 0 : 3))));
  expect(found.filter(({ length }) => length === 1).length / 300).toBeGreaterThan(0.95);
  expect(found.filter(([at = 0]) => Math.abs(at - 20) <= 1).length / 300).toBeGreaterThan(0.9);
});

test('what came and went is two changes', () => {
  const stream = randomStream(1, 1);
  const series = values(120, (i) => normal(stream) + (i >= 60 && i < 72 ? 4 : 0));
  const found = changePoints(series);
  expect(found.length).toBe(2);
  expect(Math.abs((found[0] ?? 0) - 60)).toBeLessThanOrEqual(1);
  expect(Math.abs((found[1] ?? 0) - 72)).toBeLessThanOrEqual(1);
});

test('the last five runs are enough where the shift is plain', () => {
  const stream = randomStream(5, 1);
  expect(changePoints(values(45, (i) => normal(stream) + (i < 40 ? 0 : 6)))).toEqual([40]);
});

test('nothing is a change in few values, in equal ones, or in one outlier', () => {
  expect(changePoints([])).toEqual([]);
  expect(changePoints([1, 1, 1, 1, 1, 9, 9, 9, 9, 9])).toEqual([]);
  expect(changePoints(values(50, () => 49))).toEqual([]);
  const stream = randomStream(9, 1);
  expect(changePoints(values(50, (i) => (i === 25 ? 1e9 : normal(stream))))).toEqual([]);
});
