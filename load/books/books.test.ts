import { expect, test } from 'vitest';
import { occurred, outcomes } from '../../contracts/outcome.ts';
import { Books } from './books.ts';

const entry = {
  outcome: 'success',
  code: 200,
  status: 200,
  sentAtMs: 0,
  latencyMs: 5,
  bodyBytes: 100,
} as const;

test('every request has one outcome, and the sum is what was sent', () => {
  const books = new Books();
  for (const outcome of outcomes) {
    books.open();
    books.close({ ...entry, outcome });
  }
  const { sent, ...rest } = books.counts;
  expect(sent).toBe(outcomes.length);
  expect(Object.values(rest)).toEqual(outcomes.map(() => 1));
});

test('rates, latencies and bytes are of good answers only', () => {
  const books = new Books();
  for (let i = 0; i < 100; i++) books.close({ ...entry, sentAtMs: i * 20, latencyMs: 10 });
  books.close({ ...entry, outcome: 'tokenInvalid', code: 5032, latencyMs: 1 });
  const summary = books.summary(50, 2000);
  expect(summary).toMatchObject({
    requestsPerSecond: 50,
    devicesPerSecond: 2500,
    bytesPerSecond: 5000,
    codes: { 200: 100, 5032: 1 },
    statuses: { 200: 101 },
    timeline: [
      { second: 0, answers: 51, good: 50 },
      { second: 1, answers: 50, good: 50 },
    ],
  });
  expect(summary.latencyMs?.p50).toBeCloseTo(10, 1);
});

test('a window without answers has no latency', () => {
  const books = new Books();
  books.open();
  books.close({ ...entry, outcome: 'timeout', code: undefined, status: undefined });
  const nothing = { requestsPerSecond: 0, latencyMs: null, codes: {}, statuses: {} };
  expect(books.summary(1, 1000)).toMatchObject(nothing);
  expect(occurred(books.counts)).toEqual([['timeout', 1]]);
});
