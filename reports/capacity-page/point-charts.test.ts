import { describe, expect, test } from 'vitest';
import { localeOf } from '../locale.ts';
import { bestPoint } from '../model.ts';
import { costChart } from '../planning/cost-chart.ts';
import { brokenLoad, keptLoad, point } from '../sample-sweeps.ts';
import { barOf, barsOf } from './by-size.ts';
import { devicesChart, isLogarithmic, latencyChart } from './point-charts.ts';

const en = localeOf('en');
const size = { width: 540, height: 290 };
const devices = (load = keptLoad, locale = en) => devicesChart(barsOf(load), bestPoint(load), locale, size);

/** What stands in a drawing, in the order it was drawn. */
function words(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text ?? '');
}

describe('devices per second', () => {
  test('every bar says its number', () => {
    expect(words(devices())).toEqual(
      expect.arrayContaining(['1.84K', '13.2K', '30.9K', '36.7K', '34.2K', '26K']),
    );
    expect(words(devices(keptLoad, localeOf('zh')))).toContain('3.67万');
  });

  test('only the best bar has the full colour', () => {
    expect(devices().match(/fill="var\(--blue\)"/g)).toHaveLength(1);
    expect(devices().match(/fill="var\(--blue-soft\)"/g)).toHaveLength(5);
  });

  test('a lower bound is outlined; what was refused or failed has a cross and says so', () => {
    const svg = devices(brokenLoad);
    expect(svg.match(/stroke="var\(--blue\)" stroke-dasharray/g)).toHaveLength(1);
    expect(words(svg)).toEqual(expect.arrayContaining(['≥ 9.12K', 'at least', 'failed', 'refused']));
    expect(words(svg).filter((word) => word === '×')).toHaveLength(2);
    expect(words(svg)).not.toContain('6.2K');
  });
});

test('where there are many bars, only the best says its number', () => {
  const points = Array.from({ length: 20 }, (_, i) => point(i + 1, 103));
  const svg = devicesChart(
    points.map((one) => ({ point: one })),
    points.at(-1),
    en,
    size,
  );
  expect(words(svg).filter((word) => word === '2.06K')).toHaveLength(1);
  expect(words(svg)).not.toContain('1.96K');
});

describe('latency', () => {
  test('the axis is logarithmic only when the percentiles spread widely', () => {
    expect(isLogarithmic(barsOf(keptLoad))).toBe(true);
    expect(isLogarithmic([point(1, 100), point(2, 90)].map((one) => barOf(one)))).toBe(false);
    expect(isLogarithmic([])).toBe(false);
  });

  test('each percentile is named at its line', () => {
    expect(words(latencyChart(barsOf(keptLoad), en, size))).toEqual(
      expect.arrayContaining(['p50', 'p95', 'p99']),
    );
  });
});

test('a drawing depends on its numbers alone, and brings no style of its own', () => {
  expect(devices()).toBe(devices());
  expect(devices()).not.toMatch(/<style|class=|id=|url\(|#[0-9a-f]{6}/);
});

test('the cost of a call is a line through the medians', () => {
  const { cost, lowLoad } = keptLoad;
  const svg = cost && lowLoad ? costChart(cost, lowLoad, en, size) : '';
  expect(words(svg)).toEqual(expect.arrayContaining(['Batch size', '500', '30']));
  expect(svg.match(/stroke="var\(--blue\)"/g)).toHaveLength(1);
  // A chart draws each circle around a median as a path of its own.
  expect(svg.match(/<path[^>]*fill="var\(--ink\)"/g)).toHaveLength(6);
});
