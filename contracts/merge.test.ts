import { expect, test } from 'vitest';
import { ToolkitError } from './errors.ts';
import { mergeShards } from './merge.ts';
import { observedBy } from './observations.ts';
import type { Case, LoadRecord, RecordedExchange, SuiteRecord } from './record.ts';

const exchange = (id: string, outcome: RecordedExchange['outcome']): RecordedExchange => ({
  ...{ id, outcome, token: 'valid', sentAt: 0, totalMs: 1, curl: 'curl', findings: [] },
  request: { method: 'POST', url: 'http://127.0.0.1:1/', headers: {}, body: '[]' },
});

const test1: Case = {
  ...{ id: 'c1', title: 'first', suite: 'success', status: 'passed', durationMs: 1 },
  ...{ findings: [], exchangeIds: ['e1'] },
};

const point = (id: string, isCovered: boolean) => ({ id, text: { en: id, zh: id }, isCovered });

/** One of two shards. */
function shard(current: number, changes: Partial<SuiteRecord> = {}): SuiteRecord {
  return {
    schemaVersion: 2,
    kind: 'suite',
    id: `run-${current}of2`,
    startedAt: `2026-11-22T23:15:0${current}.000Z`,
    finishedAt: `2026-11-22T23:16:0${current}.000Z`,
    interrupted: false,
    tool: { version: '0.1.0', commit: 'abc', node: 'v20.19.0' },
    host: { cpu: `cpu ${current}`, cores: 2, memoryBytes: 1 },
    target: { url: `http://127.0.0.1:${current}`, label: 'reference service', referenceService: true },
    settings: { PKDK_OUT: `out-${current}` },
    seed: 7,
    shard: { current, total: 2 },
    planned: 2,
    traffic: { requests: 2, throttled: current, waitedMs: 10, renewals: 0 },
    ...observedBy([{ name: 'duplicates', value: 'once' }], {}),
    cases: [{ ...test1, id: `c${current}`, exchangeIds: [`e${current}`] }],
    coverage: { covered: 1, total: 2, points: [point('a', current === 1), point('b', current === 2)] },
    exchanges: [exchange(`e${current}`, 'success')],
    ...changes,
  };
}

const named = (...records: readonly (SuiteRecord | LoadRecord)[]) =>
  records.map((record, i) => ({ file: `${'abc'[i]}/record.json`, record }));

function wholeRun(): SuiteRecord {
  const { shard: _shard, ...whole } = shard(2);
  return whole;
}

/** What is in the way of merging, one thing a line. */
function problems(...records: readonly (SuiteRecord | LoadRecord)[]): string[] {
  try {
    mergeShards(named(...records));
  } catch (error) {
    if (error instanceof ToolkitError && error.code === 'MERGE') {
      expect(error.exitCode).toBe(2);
      return error.parts.map((part) => part.explain('en').replaceAll('\n', ' '));
    }
    throw error;
  }
  return [];
}

test('shards become what one run would have recorded, in whatever order they are given', () => {
  const failed: Case = { ...test1, id: 'c2', status: 'failed', exchangeIds: ['e2'] };
  const skipped: Case = { ...test1, id: 'c3', status: 'skipped', exchangeIds: [] };
  const exchanges = [exchange('e2', 'success'), exchange('e4', 'tokenMissing')];
  const second = shard(2, { cases: [failed, skipped], planned: 3, exchanges, interrupted: true });
  const merged = mergeShards(named(second, shard(1)));
  expect(merged).toMatchObject({
    startedAt: '2026-11-22T23:15:01.000Z',
    finishedAt: '2026-11-22T23:16:02.000Z',
    interrupted: true,
    planned: 5,
    host: { cpu: 'cpu 1' },
    settings: { PKDK_OUT: 'out-1' },
    traffic: { requests: 4, throttled: 3, waitedMs: 20 },
    observations: { duplicates: 'once' },
    observationChanges: [],
  });
  expect(merged).not.toHaveProperty('shard');
  expect(merged).not.toHaveProperty('lost');
  expect(merged.cases.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
  expect(merged.exchanges.map(({ id }) => id)).toEqual(['e1', 'e2', 'e4']);
  expect(mergeShards(named(shard(1), second))).toEqual(merged);
});

test('shards that lost the target, or saw different things, say so together', () => {
  const other = observedBy([{ name: 'duplicates', value: 'each time' }], {});
  const merged = mergeShards(named(shard(1), shard(2, { ...other, lost: 'environment' })));
  expect(merged).toMatchObject({
    lost: 'environment',
    observations: { duplicates: 'each time | once' },
    observationChanges: [{ name: 'duplicates', now: 'each time | once' }],
  });
});

test('of the exchanges of cases that passed, one of each outcome is kept', () => {
  expect(mergeShards(named(shard(1), shard(2))).exchanges.map(({ id }) => id)).toEqual(['e1']);
});

test('a point is covered when a shard covers it, and what the target lacks stays said', () => {
  const lack = { en: 'PKDK_EXPIRED_TOKEN is not set', zh: '未设置 PKDK_EXPIRED_TOKEN' };
  const points = [point('a', false), { ...point('b', false), lack }];
  const coverage = { covered: 0, total: 2, points };
  expect(mergeShards(named(shard(1, { coverage }), shard(2, { coverage }))).coverage).toEqual(coverage);
  expect(mergeShards(named(shard(1), shard(2, { coverage }))).coverage).toMatchObject({
    covered: 1,
    total: 2,
    points: [
      { id: 'a', isCovered: true },
      { id: 'b', isCovered: false },
    ],
  });
  expect(mergeShards(named(shard(1), shard(2))).coverage.covered).toBe(2);
});

test.each<[string, SuiteRecord[], (string | RegExp)[]]>([
  ['a missing shard', [shard(2)], ['missing: shard 1/2']],
  [
    'a doubled one',
    [shard(1), shard(2), shard(2)],
    ['shard 2/2 is there more than once: b/record.json, c/record.json'],
  ],
  [
    'one of another number',
    [shard(1), shard(2, { shard: { current: 2, total: 3 } })],
    [/^--shard differs: …\/2 \(a.*\), …\/3 \(b/],
  ],
  ['a whole run', [shard(1), wholeRun()], ['b/record.json was not run with --shard', 'missing: shard 2/2']],
  [
    'seeds of their own',
    [shard(1), shard(2, { seed: 8 })],
    [/^the seeds differ: 7 \(a\/record\.json\), 8 \(b\/record\.json\)\. .*PKDK_SEED/],
  ],
  [
    'other targets',
    [shard(1), shard(2, { target: { url: 'https://x', label: 'x', referenceService: false } })],
    [/^PKDK_BASE_URL differs: - \(a.*\), https:\/\/x \(b/],
  ],
  [
    'another version',
    [shard(1), shard(2, { tool: { version: '0.2.0', commit: 'abc', node: 'v20.19.0' } })],
    [/^pkdk-testkit differs: 0\.1\.0 abc v20\.19\.0 \(a.*\), 0\.2\.0 abc/],
  ],
  [
    'a setting that decides',
    [shard(1), shard(2, { settings: { PKDK_STRICT: '1' } })],
    [/^PKDK_STRICT differs: - \(a.*\), 1 \(b/],
  ],
  [
    'cases in both',
    [shard(1), shard(2, { cases: [test1] })],
    [/^1 cases are in more than one shard, "first" among them/],
  ],
])('%s: an error that names it', (_name, records, expected) => {
  expect(problems(...records)).toEqual(
    expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
  );
});

test('a record of load is not merged', () => {
  const { planned: _planned, cases: _cases, coverage: _coverage, shard: _shard, ...head } = shard(2);
  const plan = { batchSizes: [1], connections: [1], durationMs: 1, warmupMs: 0, timeoutMs: 1 };
  const load: LoadRecord = { ...head, kind: 'load', scenario: 'sweep', plan, points: [] };
  expect(problems(shard(1), load)[0]).toBe(
    'b/record.json is a record of kind load; only those of the suites are merged',
  );
});
