import { expect, test } from 'vitest';
import { noOutcomes } from '../contracts/outcome.ts';
import { Books, type Entry } from './books.ts';
import { mergeWindows } from './merge-tallies.ts';
import { closedPointOf } from './point.ts';
import type { WindowTally } from './tally.ts';

const health = { cpu: 0.5, loopDelayP99Ms: 2 };
const startedAt = Date.UTC(2026, 0, 1);
const plan = { batchSize: 10, connections: 4, warmupMs: 0, durationMs: 2000, timeoutMs: 1000 };

function tallyOf(entries: readonly Entry[], over: Partial<WindowTally> = {}): WindowTally {
  const books = new Books();
  for (const entry of entries) {
    books.open();
    books.close(entry);
  }
  return { startedAt, windowMs: 2000, books: books.tally(), health, ...over };
}

const entries = Array.from({ length: 5000 }, (_, i): Entry => {
  const about = { sentAtMs: i / 3, latencyMs: ((i * 7919) % 4999) / 13 + 0.25, bodyBytes: i % 7 };
  if (i % 50 === 49) return { ...about, outcome: 'tokenInvalid', code: 5032 };
  return { ...about, outcome: i % 2 === 0 ? 'success' : 'partial', code: 200 };
});

test.each([2, 3, 7])('books kept by %d processes add up to those of one, byte for byte', (processes) => {
  const shares = Array.from({ length: processes }, (_, hand) =>
    tallyOf(entries.filter((_, i) => i % processes === hand)),
  );
  const one = tallyOf(entries);
  const merged = mergeWindows(shares);
  expect(merged.books).toEqual(one.books);
  expect(merged.books.latencies.histogram).toBe(one.books.latencies.histogram);
  const { processes: spread, ...point } = closedPointOf(plan, merged);
  expect(point).toEqual(closedPointOf(plan, one));
  expect(spread).toMatchObject({ startSkewMs: 0, each: shares.map(() => health) });
});

test('nothing in any of them is nothing', () => {
  const merged = mergeWindows([tallyOf([]), tallyOf([])]);
  expect(closedPointOf(plan, merged)).toMatchObject({
    latencyMs: null,
    requestsPerSecond: 0,
    verdict: 'failed',
  });
});

const answer: Entry = { outcome: 'success', code: 200, sentAtMs: 100, latencyMs: 5, bodyBytes: 1 };

test('the window goes from the first that opened to the last that closed, its seconds by the clock', () => {
  const late = tallyOf([answer], { startedAt: startedAt + 1100, windowMs: 2000 });
  const merged = mergeWindows([late, tallyOf([answer])]);
  expect(merged).toMatchObject({ startedAt, windowMs: 3100, processes: { startSkewMs: 1100 } });
  expect(merged.books.timeline).toEqual([
    { second: 0, answers: 1, good: 1 },
    { second: 1, answers: 1, good: 1 },
  ]);
});

test.each([
  [250, 'valid', ''],
  [251, 'generator-limited', 'the processes of the load generator started up to 251 ms apart'],
])('windows that open %d ms apart: %s', (skew, verdict, why) => {
  const later = tallyOf([answer], { startedAt: startedAt + skew });
  const point = closedPointOf(plan, mergeWindows([tallyOf([answer]), later]));
  expect(point).toMatchObject({ verdict, why: expect.stringContaining(why) });
});

test('the generator worked as hard as its busiest process', () => {
  const busy = { cpu: 0.95, loopDelayP99Ms: 1 };
  const point = closedPointOf(plan, mergeWindows([tallyOf([answer]), tallyOf([answer], { health: busy })]));
  expect(point.generator).toMatchObject({ cpu: 0.95, loopDelayP99Ms: 2 });
  expect(point.processes?.each).toMatchObject([
    { sent: 1, cpu: 0.5 },
    { sent: 1, cpu: 0.95 },
  ]);
  expect(point.verdict).toBe('generator-limited');
});

test('a process that was lost: what it last told counts, and the point has failed', () => {
  const books = { ...new Books().tally(), counts: { sent: 5, ...noOutcomes, success: 3, aborted: 2 } };
  const lost = { startedAt: startedAt + 900, windowMs: 100, books, health, isLost: true } as const;
  const point = closedPointOf(plan, mergeWindows([tallyOf([answer]), lost]));
  expect(point.counts).toMatchObject({ sent: 6, success: 4, aborted: 2 });
  expect(point).toMatchObject({
    verdict: 'failed',
    why: expect.stringContaining('1 of 2 processes of the load generator ended early'),
    processes: { startSkewMs: 0, each: [{ sent: 1 }, { sent: 5, isLost: true }] },
  });
});
