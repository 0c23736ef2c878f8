import { expect, test } from 'vitest';
import { elapsed, flagDuration, localeOf, sharedDecimals } from './locale.ts';

test.each([
  [250, '250ms'],
  [10_000, '10s'],
  [300_000, '5m'],
  [7_200_000, '2h'],
  [90_000, '90s'],
  [1500, '1500ms'],
  [0, '0ms'],
])('%d ms is written %s in a flag', (ms, text) => {
  expect(flagDuration(ms)).toBe(text);
});

test.each([
  [0.4, '0 ms'],
  [840, '840 ms'],
  [12_400, '12.4 s'],
  [200_000, '3 min 20 s'],
])('%d ms took %s', (ms, text) => {
  expect(elapsed(ms)).toBe(text);
});

test.each([
  [[0.131, 22], 2],
  [[4.7, 130], 1],
  [[25.6], 0],
  [[0.0004], 3],
  [[0, 52], 0],
  [[0], 0],
  [[], 0],
])('%j share %d decimals', (values, decimals) => {
  expect(sharedDecimals(values)).toBe(decimals);
});

test('numbers and times follow the language', () => {
  const [en, zh] = [localeOf('en'), localeOf('zh')];
  expect([en.number(36_700), en.compact(36_700), en.percent(0.97)]).toEqual(['36,700', '36.7K', '97%']);
  expect(zh.compact(36_700)).toBe('3.67万');
  expect(en.moment('2026-11-22T23:15:00.000Z')).toBe('Nov 22, 2026, 23:15:00 UTC');
  expect(zh.moment('2026-11-22T23:15:00.000Z')).toBe('2026年11月22日 23:15:00 UTC');
});
