import { expect, test } from 'vitest';
import { barsOf } from './capacity-page/by-size.ts';
import { latencyChart } from './capacity-page/point-charts.ts';
import { renderSummary } from './formats/markdown/summary.ts';
import { headlineOf } from './headline.ts';
import { localeOf } from './locale.ts';
import { renderHtml } from './page.ts';
import { columnsOf } from './point-columns.ts';
import { brokenLoad, keptLoad, pacedPoint, rateLoad } from './sample-sweeps.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];

test('the headline of a rate tells the latency at that rate, from the planned moment', () => {
  expect(headlineOf({ load: rateLoad }, en)).toMatchObject({
    verdict: 'kept',
    capacity: 'Batch size 1 at 200 requests/s: p99 9.2 ms',
    details: [
      'Batch size 1: 200 devices/s; from the planned moment p50 4.5 ms, p99 9.2 ms; from the sending p99 8.1 ms',
      'Batch size 10: the load generator was its own limit; the service is not slower than measured.',
    ],
  });
  expect(headlineOf({ load: rateLoad }, zh).capacity).toBe('批大小 1，每秒 200 个请求：p99 为 9.2 ms');
});

test('no rate is called a maximum, and no latency that the generator made the service’s', () => {
  const page = renderHtml({ load: rateLoad }, 'en');
  expect(page).not.toContain('carries');
  expect(page).not.toContain('≥');
  expect(page).toContain('≤ 9.2');
  expect(page).toContain('Batch size 10 (generator-limited): the load generator itself sent late, by 6.8 ms');
  expect(page).toContain('Batch size 100 (failed): 402 of 2012 planned requests were not sent');
});

test.each([
  ['en', '200 requests/s, Poisson arrivals; at most 400 under way', 'Send lag, ms'],
  ['zh', '每秒 200 个请求，泊松到达；同时未完成至多 400 个', '发送滞后（ms）'],
] as const)('plan and columns in %s', (lang, plan, lag) => {
  for (const text of [renderHtml({ load: rateLoad }, lang), renderSummary({ load: rateLoad }, lang)]) {
    expect(text).toContain(plan);
    expect(text).toContain(lag);
  }
});

test('the table of a rate has what was offered, what was not sent and the lag; that of a sweep has none of it', () => {
  const own = ['offeredRate', 'service-p50', 'service-p99', 'overflow', 'sendLag'];
  const cells = (points: typeof rateLoad.points) =>
    new Map(columnsOf(points, undefined, en).map(({ key, cell }) => [key, points.map(cell)]));
  const [paced, swept] = [cells(rateLoad.points), cells(keptLoad.points)];
  expect(own.map((key) => paced.get(key)?.[2])).toEqual(['201', '4.4', '8.1', '402', '0.21']);
  expect(own.some((key) => swept.has(key))).toBe(false);
  expect([paced.has('littlesLaw'), swept.has('littlesLaw')]).toEqual([false, true]);
});

test('charts name a point that the generator limited for what it is', () => {
  const size = { width: 540, height: 290 };
  expect(latencyChart(barsOf(rateLoad), en, size)).toContain('at most');
  expect(latencyChart(barsOf(brokenLoad), en, size)).toContain('at least');
});

test('a slow rate keeps its decimals', () => {
  const load = { ...rateLoad, points: [pacedPoint(1, 2.5)], plan: { ...rateLoad.plan, rate: 2.5 } };
  expect(headlineOf({ load }, en).capacity).toContain('at 2.5 requests/s');
  expect(renderSummary({ load }, 'en')).toContain('2.5 requests/s, Poisson arrivals');
});
