import { describe, expect, test } from 'vitest';
import {
  bestPoint,
  countCases,
  countSuites,
  exchangesOf,
  lowerBound,
  notesOf,
  pointsOf,
  verdictOf,
} from './model.ts';
import { brokenSuite, keptSuite } from './sample-suites.ts';
import { counts, interruptedLoad, keptLoad, point } from './sample-sweeps.ts';

const withPoints = (...points: ReturnType<typeof point>[]) => ({ ...keptLoad, points });

describe('verdict', () => {
  const violated = withPoints(point(1, 10, { counts: counts({ success: 9, contractViolation: 1 }) }));
  const allSkipped = keptSuite.cases.map((one) => ({ ...one, status: 'skipped' as const }));

  test.each([
    ['every case passed', { suite: keptSuite, load: keptLoad }, 'kept'],
    ['a case failed', { suite: brokenSuite }, 'broken'],
    ['an answer broke the contract under load', { suite: keptSuite, load: violated }, 'broken'],
    ['the load was interrupted', { suite: keptSuite, load: interruptedLoad }, 'incomplete'],
    ['the suite was interrupted', { suite: { ...keptSuite, interrupted: true } }, 'incomplete'],
    ['a failure came before the interruption', { suite: brokenSuite, load: interruptedLoad }, 'broken'],
    ['every case was skipped', { suite: { ...keptSuite, cases: allSkipped } }, 'incomplete'],
    ['no request was answered', { load: withPoints(point(1, 0)) }, 'incomplete'],
    ['nothing was run', {}, 'incomplete'],
  ])('%s', (_title, records, verdict) => {
    expect(verdictOf(records)).toBe(verdict);
  });
});

describe('points', () => {
  const limited = point(200, 400, { verdict: 'generator-limited', why: 'CPU' });

  test('the best is the valid one with the most devices a second', () => {
    expect(bestPoint(keptLoad)?.batchSize).toBe(100);
    expect(bestPoint(withPoints(limited, point(10, 50)))?.batchSize).toBe(10);
    expect(bestPoint(withPoints(limited))).toBeUndefined();
  });

  test('a generator-limited point is a lower bound when it outruns the best', () => {
    expect(lowerBound(withPoints(limited, point(10, 50)))).toBe(limited);
    expect(lowerBound(withPoints(limited, point(10, 50_000)))).toBeUndefined();
    expect(lowerBound(keptLoad)).toBeUndefined();
  });

  test('they come in the order of batch size, whatever the order they were measured in', () => {
    const load = withPoints(point(100, 1), point(1, 1), point(10, 1));
    expect(pointsOf(load).map(({ batchSize }) => batchSize)).toEqual([1, 10, 100]);
  });
});

describe('cases', () => {
  test('are counted by suite, and the suites add up', () => {
    const total = countCases(brokenSuite.cases);
    expect(total).toMatchObject({ cases: 15, passed: 12, failed: 2, skipped: 1, interrupted: 0 });
    const suites = countSuites(brokenSuite);
    expect(suites.map(([name]) => name)).toEqual(['business codes', 'batch law', 'isolation', 'bad input']);
    expect(suites.reduce((sum, [, { cases }]) => sum + cases, 0)).toBe(total.cases);
  });

  test('bring the exchanges that were recorded for them', () => {
    const [failed] = brokenSuite.cases.filter(({ status }) => status === 'failed');
    expect(failed && exchangesOf({ ...failed, exchangeIds: ['x1', 'gone'] }, brokenSuite)).toEqual([
      brokenSuite.exchanges[0],
    ]);
  });

  test('say each drift once, with the number of cases that met it', () => {
    expect(notesOf(keptSuite)).toMatchObject([{ finding: { rule: 'drift', at: '/traceId' }, cases: 5 }]);
  });
});
