import { expect, test } from 'vitest';
import { ToolkitError } from '../../contracts/errors.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { randomStream } from '../../generators/random.ts';
import { normal } from '../../load/models/simulated.ts';
import { renderSummary } from '../formats/markdown/summary.ts';
import { localeOf } from '../locale.ts';
import { renderHtml } from '../page.ts';
import { brokenSuite, keptSuite } from '../sample-suites.ts';
import { keptLoad, point } from '../sample-sweeps.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { type Comparison, compareRecords, type Found } from './compare.ts';
import { slowdownOf } from './figure.ts';
import { failedBy, parseConditions } from './gate.ts';
import { headlineOfComparison } from './headline.ts';
import { renderComparisonMarkdown } from './markdown.ts';
import { renderComparisonPage } from './page.ts';

/** Ten seconds of a service that takes `factor` times as long as usual. */
function measured(index: number, factor: number): Point {
  const stream = randomStream(3, index);
  const histogram = new LatencyHistogram();
  const timeline = Array.from({ length: 10 }, (_, second) => {
    const good = Math.round((200 + 4 * normal(stream)) / factor);
    let sum = 0;
    for (let i = 0; i < good; i++) {
      const latencyMs = factor * Math.exp(0.2 * normal(stream));
      histogram.recordMs(latencyMs);
      sum += latencyMs;
    }
    return { second, answers: good, good, meanMs: sum / good };
  });
  const { latencyMs } = point(100, 200);
  const rate = histogram.count / 10;
  return point(100, rate, {
    ...{ timeline, histogram: histogram.encode(), latencyMs: histogram.summaryMs() ?? latencyMs },
  });
}

const loadOf = (points: readonly Point[]): LoadRecord => ({ ...keptLoad, points });
const found = (...records: Found['records']): Found => ({ path: 'run', records });
const compared = (base: Found, head: Found): Comparison => compareRecords(base, head, false);

function wordsOf(base: Point, head: Point): string[] {
  const { figures = [] } = compared(found(loadOf([base])), found(loadOf([head])));
  return figures.filter(({ load }) => load.batchSize === 100).map(({ word }) => word);
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ToolkitError) return error.explain('en');
  }
  return '';
}

test('of 100 pairs of runs of one service at most two differ in anything', () => {
  const words = Array.from({ length: 100 }, (_, i) => wordsOf(measured(2 * i, 1), measured(2 * i + 1, 1)));
  expect(words.filter((all) => all.some((word) => word !== 'cantTell')).length).toBeLessThanOrEqual(2);
});

test('a service that takes a quarter longer is slower; measured the other way round it is faster', () => {
  const [base, head] = [measured(1, 1), measured(2, 1.25)];
  expect(wordsOf(base, head).slice(0, 3)).toEqual(['slower', 'slower', 'slower']);
  expect(wordsOf(head, base).slice(0, 3)).toEqual(['faster', 'faster', 'faster']);
  const comparison = compared(found(loadOf([base])), found(loadOf([head])));
  const [throughput] = comparison.figures ?? [];
  expect(throughput?.change?.share).toBeCloseTo(1 / 1.25 - 1, 1);
  expect(throughput?.change?.effect).toBeLessThan(-2);
  expect(failedBy(comparison, parseConditions('slower:5%'))).toEqual(['slower:5%']);
  expect(failedBy(comparison, parseConditions('slower:60%'))).toEqual([]);
});

test('slower by 5 % is 5 % more time: 1 / 1.05 of the throughput', () => {
  const change = { share: -0.04, interval: { low: -0.05 / 1.05, high: -0.02 }, isShown: true };
  const figure = { load: {}, base: 100, head: 96, change, word: 'slower' } as const;
  const { least, most } = slowdownOf({ ...figure, metric: 'throughput' });
  expect([least, most].map((share) => share.toFixed(4))).toEqual(['0.0204', '0.0500']);
  expect(slowdownOf({ ...figure, metric: 'p99' })).toEqual({ least: -0.05 / 1.05, most: -0.02 });
});

test('what was not measured alike is refused with all that differs, and compared when told', () => {
  const base = found(loadOf([point(1, 100)]));
  const other: LoadRecord = {
    ...loadOf([point(1, 100, { verdict: 'failed', why: '' })]),
    plan: { ...keptLoad.plan, batchSizes: [1, 2] },
    host: { ...keptLoad.host, cores: 2 },
    target: { ...keptLoad.target, url: 'https://other.example.com' },
  };
  const said = refusal(() => compared(base, found(other)));
  expect(said).toContain('--batch-sizes: base [1,10,50,100,200,500], head [1,2]');
  expect(said).toContain('machine: base AMD EPYC 7B13 × 8, head AMD EPYC 7B13 × 2');
  expect(said).toContain('target: base https://staging.example.com, head https://other.example.com');
  expect(said).toContain('head, batch size 1: ');
  const comparison = compareRecords(base, found(other), true);
  expect(comparison.reservations).toHaveLength(4);
  for (const lang of ['en', 'zh'] as const)
    for (const { [lang]: text } of comparison.reservations)
      expect(renderComparisonMarkdown(comparison, [], lang)).toContain(text.slice(0, 12));
  expect(refusal(() => compared(base, found(keptSuite)))).toContain('no kind of record in common');
});

test('capacities are compared by their intervals', () => {
  const { capacity } = capacityLoad;
  if (!capacity) throw new Error('no capacity');
  const perSize = capacity.perSize.map(({ interval, requestsPerSecond = 0, ...size }) => ({
    ...size,
    requestsPerSecond: requestsPerSecond / 2,
    ...(interval && {
      interval: { low: interval.low / 2, ...(interval.high && { high: interval.high / 2 }) },
    }),
  }));
  const slowed = { ...capacityLoad, capacity: { ...capacity, perSize } };
  const { figures = [] } = compared(found(capacityLoad), found(slowed));
  const bounded = figures.filter(({ change }) => change);
  expect(bounded.length).toBeGreaterThan(2);
  expect(bounded.every(({ metric, word }) => metric === 'capacity' && word === 'slower')).toBe(true);
});

test('the side of the contract: findings, tests, observations and coverage', () => {
  const head = {
    ...brokenSuite,
    observations: { ...keptSuite.observations, duplicates: 'once' },
    coverage: {
      ...keptSuite.coverage,
      points: keptSuite.coverage.points.map((one, i) => (i === 0 ? { ...one, isCovered: false } : one)),
    },
  };
  const comparison = compared(found(keptSuite), found(head));
  const { contract } = comparison;
  expect(contract?.newFindings.map(({ finding }) => finding.rule)).toContain('ownership');
  expect(contract?.cases).toContainEqual({
    ...{ suite: 'isolation', title: 'devices of another account fail', base: 'skipped', head: 'failed' },
  });
  expect(contract?.observations).toEqual([{ name: 'duplicates', base: 'per-occurrence', head: 'once' }]);
  expect(contract?.coverage.lost).toEqual([keptSuite.coverage.points[0]?.text]);
  const all = 'new-findings,new-failures,changed-observations,coverage';
  expect(failedBy(comparison, parseConditions(all))).toEqual(all.split(','));
  const back = compared(found(head), found(keptSuite));
  expect(failedBy(back, parseConditions('new-findings,new-failures,coverage'))).toEqual([]);
  expect(headlineOfComparison(compared(found(keptSuite), found(keptSuite)), localeOf('zh')).title).toBe(
    '服务行为没有变化',
  );
  expect(refusal(() => failedBy(comparison, parseConditions('slower:5%')))).toContain('record of load');
});

test.each(['slower:five', 'slow', '', 'slower:5'])('--fail-on %s is no condition', (text) => {
  expect(refusal(() => parseConditions(text))).toContain('--fail-on');
});

test('the page says the same in both languages, and keeps what it was given as text', () => {
  const target = { ...keptLoad.target, label: '<script>alert(1)</script>' };
  const base = { ...loadOf([measured(1, 1)]), target };
  const comparison = compared(found(base), found({ ...loadOf([measured(2, 1.25)]), target }));
  const page = renderComparisonPage(comparison, ['slower:5%'], 'en');
  expect(page).not.toContain('<script>alert');
  for (const said of ['Head is slower than base', '对比方在', '▼ slower', '▼ 变慢', 'slower:5%'])
    expect(page).toContain(said);
});

test('the report of what load compare measured is the comparison', () => {
  const points = [1, 2, 3, 4].flatMap((block) => [
    point(100, 200 + block, { side: 'base', block }),
    point(100, 100 + block, { side: 'head', block }),
  ]);
  const load: LoadRecord = {
    ...keptLoad,
    ...{ scenario: 'compare', points, base: { ...keptLoad.target, url: 'https://base.example.com' } },
    plan: { ...keptLoad.plan, blocks: 4 },
  };
  expect(renderHtml({ load }, 'en')).toContain('4 blocks, in each both sides');
  const summary = renderSummary({ load }, 'zh');
  expect(summary).toContain('▼ 变慢');
  expect(summary).toContain('--base https://base.example.com --head https://staging.example.com --blocks 4');
});
