import { expect, test } from 'vitest';
import { ToolkitError } from '../../contracts/errors.ts';
import type { RunRecord } from '../../contracts/record.ts';
import { randomStream } from '../../generators/random.ts';
import { normal } from '../../load/models/simulated.ts';
import { localeOf } from '../locale.ts';
import { brokenSuite } from '../sample-suites.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { historyData } from './data.ts';
import { latestChange, levelChanges } from './events.ts';
import { type History, historyOf } from './history.ts';
import { historyMarkdown } from './markdown.ts';
import { renderHistory } from './page.ts';
import { runOf } from './run.ts';
import { night, suiteOf, sweepOf } from './sample-history.ts';
import { openingOf } from './sentence.ts';

const [en, zh] = [localeOf('en'), localeOf('zh')];

function history(records: readonly RunRecord[]): History {
  return historyOf(
    records.map((record) => runOf(record, `${record.id}/index.html`)),
    [],
  );
}

/** Sweeps of 40 nights that vary by 2 %, and from the 28th on are slower by 12 %; at all six batch sizes, or fewer. */
function slowed(factor = 0.88, sizes = 6): RunRecord[] {
  const stream = randomStream(12, 28);
  return Array.from({ length: 40 }, (_, n) => {
    const sweep = sweepOf(n, (1 + 0.02 * normal(stream)) * (n < 28 ? 1 : factor));
    return { ...sweep, points: sweep.points.slice(0, sizes) };
  });
}

test('a known change is found where it is, with its size and what came with it', () => {
  const [track, ...others] = history(slowed()).tracks;
  expect(others).toEqual([]);
  const changes = track ? levelChanges(track) : [];
  const [first] = changes;
  expect(first?.metric.name).toBe('best');
  expect(first?.at.id).toBe('sweep-28');
  expect(first?.isWorse).toBe(true);
  expect(first?.shift.low).toBeLessThan(-0.12);
  expect(first?.shift.high).toBeGreaterThan(-0.12);
  expect(first?.shift.estimate).toBeCloseTo(-0.12, 1);
  // Throughput and p99 of each of the six sizes, and the best of them; p50 and p95 were left as they were.
  expect(changes.map(({ metric }) => metric.name).toSorted()).toEqual(
    ['best', ...Array(6).fill('devices'), ...Array(6).fill('p99')].toSorted(),
  );
});

test('the page begins with what changed last, or that nothing did', () => {
  expect(openingOf(history(slowed()), en)).toMatchObject({
    tone: 'broken',
    title: expect.stringMatching(
      /^Best throughput fell by 1[123](\.\d)?% on Mar 29, 2026: [\d,]+ devices\/s → [\d,]+ devices\/s$/,
    ),
  });
  expect(openingOf(history(slowed()), zh).title).toMatch(/^2026年3月29日 起最高吞吐下降 1[123](\.\d)?%：/);
  expect(openingOf(history(slowed(1)), en)).toEqual({
    tone: 'kept',
    title: 'No change in 40 runs since Mar 1, 2026',
    details: [],
  });
  expect(openingOf(history(slowed().slice(0, 3)), en)).toMatchObject({
    tone: 'incomplete',
    title: '3 runs that compare: a change shows from 14 on',
  });
});

test('what does not compare is not joined', () => {
  const machine = { cpu: 'AMD EPYC 9654', cores: 8, memoryBytes: 2 ** 34 };
  const plan = { ...sweepOf(0, 1).plan, durationMs: 5000 };
  const { tracks } = history([
    sweepOf(0, 1),
    sweepOf(1, 1, { host: machine }),
    sweepOf(2, 1, { plan }),
    sweepOf(3, 1, { target: { ...sweepOf(0, 1).target, url: 'https://other.example.com' } }),
    sweepOf(4, 1, { scenario: 'smoke' }),
    suiteOf(5),
    suiteOf(6, { planned: 1 }),
    suiteOf(7, { host: machine }),
    // The same plan, with its fields in another order, and another condition to stop at.
    sweepOf(8, 1, {
      plan: { ...Object.fromEntries(Object.entries(plan).reverse()), ...plan, abortOn: ['p99>1s'] },
    }),
  ]);
  expect(tracks.map(({ runs }) => runs.map(({ startedAt }) => startedAt))).toEqual([
    [night(2), night(8)],
    [night(5), night(7)],
    ...[[night(6)], [night(4)], [night(3)], [night(1)], [night(0)]],
  ]);
  // The suites ran on two machines: their verdicts compare, their times do not.
  expect(tracks[1]?.series.filter(({ metric }) => metric.name === 'duration').length).toBe(2);
});

test('the embedded reference service is one target, on whatever port', () => {
  const on = (n: number, port: number) =>
    sweepOf(n, 1, {
      target: { url: `http://127.0.0.1:${port}`, label: `127.0.0.1:${port}`, referenceService: true },
    });
  expect(history([on(0, 1234), on(1, 4321)]).tracks.length).toBe(1);
});

test('interrupted runs, invalid points and lower bounds take no part', () => {
  const outlier = sweepOf(41, 0.01, { interrupted: true });
  const [track] = history([...slowed(1), outlier]).tracks;
  const best = track?.series[0];
  expect(best?.places.at(-1)).toMatchObject({ isSound: false });
  expect(best?.levels.flatMap(({ places }) => places).length).toBe(40);

  const limited = sweepOf(0, 1);
  const points = limited.points.map((point) => ({ ...point, verdict: 'generator-limited' as const }));
  const readings = runOf({ ...limited, points }, '').readings.filter(
    ({ metric }) => metric.name === 'devices',
  );
  expect(readings.every(({ isSound }) => !isSound)).toBe(true);

  const { capacity } = capacityLoad;
  const bound = runOf(
    { ...capacityLoad, ...(capacity && { capacity: { ...capacity, limitedBy: 'maxRate' } }) },
    '',
  );
  expect(bound.readings[0]).toMatchObject({ metric: { name: 'capacity' }, isSound: false });
  expect(runOf(capacityLoad, '').readings[0]).toMatchObject({
    value: capacity?.devicesPerSecond,
    isSound: true,
  });
});

test('of suites: verdict, failed cases, findings by rule, coverage, time', () => {
  const broken = { ...brokenSuite, id: 'broken', startedAt: night(2), finishedAt: night(2.001) };
  const interrupted = suiteOf(3, { interrupted: true });
  const all = history([suiteOf(0), suiteOf(1), broken, interrupted]);
  const [track] = all.tracks;
  const valuesOf = (name: string) =>
    track?.series.find(({ metric }) => metric.name === name)?.places.map(({ value }) => value);
  expect(valuesOf('failedCases')).toEqual([0, 0, 2, 0]);
  expect(valuesOf('findings')).toEqual([0, 0, 1, 0]);
  expect(valuesOf('duration')).toEqual([72, 72, 86.4, 72]);
  expect(track && latestChange(track)).toMatchObject({ kind: 'verdict', verdict: 'broken', runs: 1 });
  expect(openingOf(all, en).title).toBe('The contract is broken since Mar 3, 2026 (runs since then: 1)');
  expect(openingOf(history([suiteOf(0), broken, suiteOf(4)]), zh).title).toBe(
    '自 2026年3月5日 起恢复符合契约（此后运行 1 次）',
  );
});

test('hostile names are text, links stay links, and no id comes twice', () => {
  const label = '<script>alert(1)</script>"\'&‮';
  const records = slowed(0.88, 1).map((record) => ({ ...record, target: { ...record.target, label } }));
  const runs = records.map((record) =>
    runOf(record, `${encodeURIComponent(`"><b>${record.id}`)}/index.html`),
  );
  const why = new ToolkitError('RECORD_UNREADABLE', { file: 'x', reason: '<i>no JSON</i>' });
  const made = historyOf(runs, [{ file: '<img src=x>/record.json', why }]);
  const page = renderHistory(made, 'out & more', 'zh');
  expect(page.match(/<script>alert|<img|<i>no|<b>/)).toBeNull();
  expect(page.includes('&lt;img src=x&gt;/record.json')).toBe(true);
  expect(page.includes('href="%22%3E%3Cb%3Esweep-39/index.html"')).toBe(true);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(page.includes('起吞吐（批大小 1）下降')).toBe(true);
  expect(page.match(/NaN|undefined|Infinity|Invalid Date/)).toBeNull();
  expect(historyMarkdown(made, 'out', 'en').match(/<script|<img/)).toBeNull();
});

test('long lists are bounded, and say so', () => {
  const made = history(
    Array.from({ length: 300 }, (_, n) =>
      sweepOf(n, 1, { points: sweepOf(n, 1 + (n % 7) / 500).points.slice(0, 1) }),
    ),
  );
  const page = renderHistory(made, 'out', 'en');
  expect(page.includes('The latest 30 of 300')).toBe(true);
  expect(page.length).toBeLessThan(400_000);
  expect(historyData(made).tracks[0]?.runs.length).toBe(300);
});
