import type { Case, LoadRecord, SuiteRecord } from '../../contracts/record.ts';
import { brokenSuite } from '../sample-suites.ts';
import { keptLoad } from '../sample-sweeps.ts';

/** Records in which everything happens that a machine has to be told, for tests. */

const known = { owner: 'Ann <ann@example.com>', until: '2026-12-31', reason: 'PKDK-12: HTTP 500' };

const cases = brokenSuite.cases.map((one, i): Case => {
  if (i === 0) return { ...one, status: 'known', known, findings: brokenSuite.cases[10]?.findings ?? [] };
  if (i === 1)
    return { ...one, status: 'failed', problem: 'environment', error: 'connect ECONNREFUSED\n at x' };
  if (i === 2) return { ...one, status: 'interrupted' };
  return i === 3 ? { ...one, status: 'failed', error: 'expected the same answer\ntwice' } : one;
});

export const mixedSuite: SuiteRecord = { ...brokenSuite, cases };

export const threshold = { objective: 'p99<10ms', unit: 'ms', measured: 12.5, holds: false, point: 0 };

export const missedLoad: LoadRecord = {
  ...keptLoad,
  thresholds: [threshold, { ...threshold, objective: 'errors=0', holds: true }],
};
