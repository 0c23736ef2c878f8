import { expect, test } from 'vitest';
import { outcomes } from '../contracts/outcome.ts';
import { runRecord } from '../contracts/record.ts';
import { brokenSuite, keptSuite } from './sample-suites.ts';
import { brokenLoad, interruptedLoad, keptLoad, rateLoad } from './sample-sweeps.ts';
import { capacityLoad } from './samples/capacity.ts';

test.each(
  Object.entries({ keptSuite, brokenSuite, keptLoad, brokenLoad, interruptedLoad, rateLoad, capacityLoad }),
)('%s is a record', (_name, record) => {
  expect(runRecord.problems(record)).toEqual([]);
});

test('the books of every point close', () => {
  for (const { counts } of [...keptLoad.points, ...brokenLoad.points, ...rateLoad.points]) {
    expect(outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)).toBe(counts.sent);
  }
});
