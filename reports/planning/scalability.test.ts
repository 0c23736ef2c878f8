import { expect, test } from 'vitest';
import type { LoadRecord } from '../../contracts/record.ts';
import { renderSummary } from '../formats/markdown/summary.ts';
import { localeOf } from '../locale.ts';
import { pointOfSizes } from '../model.ts';
import { renderHtml } from '../page.ts';
import { keptLoad, point } from '../sample-sweeps.ts';
import { lawAt, sayScalability } from './scalability.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];
const scalability = {
  ...{ batchSize: 50, alpha: 0.05, beta: 0.001, gamma: 100, knee: 8 },
  ...{ peakConnections: 30.8, peakRequestsPerSecond: 907, isPeakExtrapolated: false },
  interval: {
    alpha: { low: 0.04, high: 0.06 },
    beta: { low: 0.0008, high: 0.0012 },
    gamma: { low: 97, high: 103 },
    peakConnections: { low: 28, high: 34 },
    peakRequestsPerSecond: { low: 890, high: 925 },
  },
};
const connections = [1, 2, 4, 8, 16, 32];
const load: LoadRecord = {
  ...keptLoad,
  plan: { ...keptLoad.plan, batchSizes: [50], connections },
  points: connections.map((count) => point(50, lawAt(scalability, count), { connections: count })),
  scalability,
};

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
