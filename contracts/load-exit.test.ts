import { expect, test } from 'vitest';
import { capacityOf } from '../load/scenarios/capacity.ts';
import { counts, pacedPoint, point, rateLoad } from '../reports/sample-sweeps.ts';
import { exitCodeOf } from './load-exit.ts';
import type { LoadRecord, SizeCapacity, Threshold } from './record.ts';

const valid = point(1, 100);
const late = point(1, 100, { verdict: 'generator-limited' });
const failed = point(1, 100, { verdict: 'failed', counts: counts({ success: 500, timeout: 500 }) });
const broken = point(1, 100, { verdict: 'failed', counts: counts({ contractViolation: 1 }) });

const holds: Threshold = { objective: 'errors=0', unit: '', measured: 0, holds: true, point: 0 };
const missed: Threshold = { ...holds, measured: 500, holds: false };
const nowhere: Threshold = { objective: 'errors=0', unit: '', measured: null, holds: false };
const abortedOn = { objective: 'errors>5%', unit: '%', measured: 50, requests: 100 };

const after = pacedPoint(1, 100, { phase: 'after' });
const recovery = { ms: null, limitMs: 7, heldMs: 2000, watchedMs: 20_000 };

const size: SizeCapacity = {
  ...{ batchSize: 10, requestsPerSecond: 90, devicesPerSecond: 900, limitedBy: 'service', probes: [] },
  interval: { low: 88, high: 93 },
};
const unknown: SizeCapacity = { batchSize: 1, limitedBy: 'generator', probes: [] };
const searched = (...perSize: readonly SizeCapacity[]): Partial<LoadRecord> => ({
  scenario: 'capacity',
  points: [late],
  capacity: capacityOf('p99<250ms', perSize),
});

const cases: readonly (readonly [name: string, exit: number, Partial<LoadRecord>])[] = [
  ['nothing demanded, something valid', 0, { points: [valid, failed] }],
  ['a capacity', 0, searched({ ...size, batchSize: 1, devicesPerSecond: 90 }, size)],
  ['no size that holds the objective', 5, searched({ batchSize: 10, limitedBy: 'objective', probes: [] })],
  ['a capacity that the generator bounds', 6, searched({ ...size, limitedBy: 'generator' })],
  ['a size that the generator left unknown may be better', 6, searched(size, unknown)],
  ['a capacity of a service that breaks the contract', 1, { ...searched(size), points: [broken] }],
  ['nothing valid', 6, { points: [late, failed] }],
  ['every threshold holds', 0, { points: [valid], thresholds: [holds] }],
  ['a threshold that does not', 5, { points: [valid], thresholds: [holds, missed] }],
  [
    'a service that fails under load: its threshold, not the measurement',
    5,
    { points: [failed], thresholds: [missed] },
  ],
  ['a threshold without a point', 5, { points: [], thresholds: [nowhere] }],
  [
    'a threshold that only a late generator missed',
    6,
    { points: [late], thresholds: [{ ...missed, unsure: true }] },
  ],
  ['a broken contract before its threshold', 1, { points: [broken], thresholds: [missed] }],
  ['a condition that ended the run', 5, { points: [failed], abortedOn }],
  ['a broken contract before such a condition', 1, { points: [broken], abortedOn }],
  ['Ctrl-C before all', 130, { points: [broken], thresholds: [missed], interrupted: true }],
  [
    'a smoke test on a busy generator: its thresholds hold',
    0,
    { scenario: 'smoke', points: [late], thresholds: [holds] },
  ],
  ['a smoke test that failed', 6, { scenario: 'smoke', points: [failed], thresholds: [holds] }],
  ['a spike, not recovered from: that is known', 0, { scenario: 'spike', points: [{ ...after, recovery }] }],
  [
    'a spike whose recovery the generator had a part in',
    6,
    { scenario: 'spike', points: [{ ...after, recovery, verdict: 'generator-limited' }] },
  ],
  ['a spike whose recovery is not known', 6, { scenario: 'spike', points: [after] }],
];

test.each(cases)('%s: exit code %d', (_name, exit, of) => {
  const { lowLoad: _lowLoad, ...load } = rateLoad;
  expect(exitCodeOf({ ...load, ...of })).toBe(exit);
});
