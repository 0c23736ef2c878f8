import type { FaultsRecord, MatrixRow } from '../contracts/record.ts';
import { keptSuite } from './sample-suites.ts';

/** Rows of a matrix for the tests: a fault that was caught, and the ways to miss one. */
export function row(parts: Partial<MatrixRow> = {}): MatrixRow {
  return {
    name: 'drop-device',
    kind: 'fault',
    text: { en: 'The first device is missing', zh: '缺少第一台设备' },
    rule: 'batch-law',
    verdict: 'caught',
    cases: 87,
    requests: 155,
    durationMs: 300,
    by: [
      { suite: 'success', title: 'a batch of 2', rules: ['batch-law'], requests: 3 },
      { suite: 'success', title: 'a batch of 1', rules: ['batch-law', 'drift'], requests: 2 },
      { suite: 'success', title: 'the same call again', rules: ['drift'], requests: 1 },
    ],
    ...parts,
  };
}

const { rule: _, ...base } = row({ kind: 'variant', name: 'shuffled', by: [], verdict: 'passed' });
export const variant: MatrixRow = { ...base, text: { en: 'Items in another order', zh: '顺序不同' } };
export const missed = row({ name: 'drop-last', verdict: 'missed', by: [] });

const { cases: _cases, coverage: _coverage, planned: _planned, exchanges: _exchanges, ...others } = keptSuite;
const {
  observations: _observations,
  observationTexts: _texts,
  observationChanges: _changes,
  ...head
} = others;
export const caughtFaults: FaultsRecord = { ...head, kind: 'faults', rows: [row(), variant] };
export const missedFaults: FaultsRecord = { ...caughtFaults, rows: [row(), missed, variant] };
