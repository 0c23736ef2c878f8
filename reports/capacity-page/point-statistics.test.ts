import { expect, test } from 'vitest';
import { localeOf } from '../locale.ts';
import { bestPoint } from '../model.ts';
import { columnsOf } from '../point-columns.ts';
import { keptLoad } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { withStatistics } from './point-statistics.ts';

const en = localeOf('en');

function columns({ points }: typeof keptLoad) {
  return withStatistics(points, columnsOf(points, bestPoint(keptLoad), en), en);
}

test('columns join their groups, so that a heading spans them', () => {
  const keys = columns(capacityLoad).map(({ key }) => key);
  expect(keys.slice(keys.indexOf('max'), keys.indexOf('max') + 4)).toEqual([
    'max',
    'least',
    'mean',
    'deviation',
  ]);
  expect(keys.indexOf('kilobytes')).toBe(keys.indexOf('requestsPerSecond') + 1);
});

test("least, mean and deviation are the histogram's", () => {
  const [point] = capacityLoad.points;
  const cells = columns(capacityLoad).filter(({ key }) =>
    ['least', 'mean', 'deviation', 'p50'].includes(key),
  );
  expect(point && cells.map(({ cell }) => cell(point))).toEqual(['4.7', '4.4', '4.8', '0.5']);
});

test('without histograms and statuses there are no such columns', () => {
  const keys = columns(keptLoad).map(({ key }) => key);
  expect(keys).not.toContain('least');
  expect(keys).not.toContain('statuses');
});
