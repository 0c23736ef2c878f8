import { describe, expect, test } from 'vitest';
import { localeOf } from '../locale.ts';
import { counts, keptLoad, point } from '../sample-sweeps.ts';
import { goodputsOf } from './goodput.ts';
import { exactShare, goodputBlock } from './goodput-block.ts';

const refusals = point(10, 63, {
  counts: counts({ success: 630, tokenInvalid: 360, timeout: 10 }),
  codes: { 200: 630, 5032: 360 },
  statuses: { 200: 990 },
});
const fine = point(100, 100, { statuses: { 200: 1000 } });

test('all points together, then each size, by status, code and outcome', () => {
  expect(goodputsOf([fine, refusals])).toMatchObject([
    { sent: 2000, good: 1630, statuses: { 200: 1990 }, codes: { 200: 1630, 5032: 360 } },
    {
      batchSize: 10,
      sent: 1000,
      good: 630,
      statuses: { 200: 990 },
      outcomes: { tokenInvalid: 360, timeout: 10 },
    },
    { batchSize: 100, sent: 1000, good: 1000 },
  ]);
});

test('where everything was good, the sum says it all; an older record has no statuses', () => {
  const [whole, ...sizes] = goodputsOf(keptLoad.points);
  expect(sizes).toEqual([]);
  expect(whole?.statuses).toBeUndefined();
});

describe('in words', () => {
  test('HTTP is content, the caller is not', () => {
    const page = goodputBlock({ ...keptLoad, points: [refusals] }, localeOf('en')).toString();
    expect(page).toContain('HTTP 200: 99% of 1,000 requests; good: 63%.');
  });

  test('a share that is nearly all, or nearly nothing, does not say all or nothing', () => {
    const en = localeOf('en');
    expect(exactShare(99_999, 100_000, en)).toBe('99.999%');
    expect(exactShare(1, 100_000, en)).toBe('0.001%');
    expect(exactShare(100_000, 100_000, en)).toBe('100%');
    expect(exactShare(0, 0, en)).toBe('0%');
  });
});
