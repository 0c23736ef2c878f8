import { expect, test } from 'vitest';
import type { Case, SuiteRecord } from '../contracts/record.ts';
import { headlineOf } from '../reports/headline.ts';
import { localeOf } from '../reports/locale.ts';
import { keptSuite } from '../reports/sample-suites.ts';
import { exitCodeOf } from './suite.ts';

/** The record of a run in which the first cases failed, one for each problem. */
function failedBy(problems: readonly Case['problem'][], changes: Partial<SuiteRecord> = {}): SuiteRecord {
  const cases = keptSuite.cases.map((one, i): Case => {
    const problem = problems[i];
    return problem ? { ...one, status: 'failed', problem } : one;
  });
  return { ...keptSuite, ...changes, cases };
}

const change = [{ name: 'duplicates', before: 'once', now: 'each time' }];
const strict = { PKDK_STRICT: '1' };

test.each<[string, SuiteRecord, number, string, RegExp]>([
  ['a run without failures', keptSuite, 0, 'kept', /Cases: 14 passed/],
  ['a broken contract', failedBy(['contract']), 1, 'broken', /Cases: 13 passed · 1 failed/],
  [
    'a broken contract on a shaky target',
    failedBy(['environment', 'contract']),
    1,
    'broken',
    /not because of the contract: environment × 1/,
  ],
  ['a shaky target', failedBy(['environment']), 3, 'incomplete', /environment × 1/],
  ['a defect of the toolkit', failedBy(['toolkit']), 1, 'incomplete', /the toolkit's own defect × 1/],
  [
    'a target that was lost',
    failedBy(['contract', 'environment'], { lost: 'environment' }),
    3,
    'broken',
    /The target stopped answering/,
  ],
  [
    'a token that was lost',
    failedBy(['credentials'], { lost: 'credentials' }),
    4,
    'incomplete',
    /The token was no longer taken/,
  ],
  ['Ctrl-C', failedBy([], { interrupted: true }), 130, 'incomplete', /interrupted/],
  ['a changed observation', failedBy([], { observationChanges: change }), 0, 'kept', /changed/i],
  [
    'a changed observation of a strict run',
    failedBy([], { observationChanges: change, settings: strict }),
    1,
    'broken',
    /changed/i,
  ],
  [
    'pauses and new tokens',
    failedBy([], { traffic: { requests: 900, throttled: 3, waitedMs: 4500, renewals: 2 } }),
    0,
    'kept',
    /HTTP 429 3 times; the run waited 5 s.*renewed 2 times/,
  ],
])('%s', (_name, suite, exitCode, verdict, details) => {
  const headline = headlineOf({ suite }, localeOf('en'));
  expect([exitCodeOf(suite), headline.verdict]).toEqual([exitCode, verdict]);
  expect(headline.details.join(' ')).toMatch(details);
});
