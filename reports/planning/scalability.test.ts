import { expect, test } from 'vitest';
import { renderSummary } from '../formats/markdown/summary.ts';
import { localeOf } from '../locale.ts';
import { pointOfSizes } from '../model.ts';
import { renderHtml } from '../page.ts';
import { scaledLoad as load, scalability } from './sample-scaled.ts';
import { lawAt, sayScalability, scalabilityRows } from './scalability.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];

test('curve, sentence, parameters, and the connections of each point', () => {
  const page = renderHtml({ load }, 'en');
  expect(page).toContain('Batch size 50: throughput is highest over 30.8 connections, 907 requests/s');
  expect(page).toContain('contention α 0.05 (0.04 to 0.06)');
  expect(page).toContain('The curve bends at 8 connections');
  expect(page).toMatch(/<th[^>]*>Connections<\/th>/);
  expect(renderSummary({ load }, 'zh')).toContain('30.8 个连接时吞吐量最高，每秒 907 个请求');
});

test('what lies beyond the measured range is marked, and no peak is not infinity', () => {
  const beyond = { ...scalability, isPeakExtrapolated: true };
  expect(sayScalability(beyond, en)).toContain('extrapolated');
  expect(sayScalability(beyond, zh)).toContain('外推值');
  expect(sayScalability({ ...scalability, peakConnections: null }, en)).toContain('tends to 907 requests/s');
});

test('a size that was measured over several numbers of connections is one bar of the chart', () => {
  expect(pointOfSizes(load.points).map((best) => best.connections)).toEqual([32]);
});

test('each measured point stands beside its interval and the law', () => {
  const { rows } = scalabilityRows(scalability, load.points, en);
  expect(rows.map(([connections]) => connections)).toEqual(['1', '2', '4', '8', '16', '32']);
  for (const [connections = '', measured = '', interval = '', model = '', off = ''] of rows) {
    const rate = lawAt(scalability, Number(connections));
    expect([measured, model, Math.abs(Number(off))]).toEqual([en.number(rate), en.number(rate), 0]);
    const [low = 0, high = 0] = interval.split(' to ').map(Number);
    expect(low).toBeLessThan(rate);
    expect(high).toBeGreaterThan(rate);
  }
});
