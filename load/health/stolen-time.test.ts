import { expect, test } from 'vitest';
import { stolenSeconds, watchStolen } from './stolen-time.ts';

const lines = ['cpu  4705 150 1120 1644 17 28 25 1234 7 0', 'cpu0 1 1 1 1 1 1 1 99 1 1', 'intr 8'];

test('the time stolen from all cores is the eighth of the first line', () => {
  expect(stolenSeconds(lines.join('\n'))).toBe(12.34);
});

test.each([
  ['an old system that does not count it', 'cpu  1 2 3 4\n'],
  ['another first line', lines.slice(1).join('\n')],
  ['nothing', ''],
])('%s tells nothing', (_, text) => expect(stolenSeconds(text)).toBeUndefined());

test('what is watched is a share of the time, or not known', () => {
  const stolen = watchStolen()();
  expect(stolen ?? 0).toBeGreaterThanOrEqual(0);
});
