import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../contracts/record.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { Reference } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { findFault } from '../suites/faults/faults.ts';
import { call } from './call.ts';
import { launch, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-known-'));
const envFile = join(folder, 'faulty.env');
let service: Reference;

/** Of more than 50 own devices only 50 are answered: few cases have as many. */
beforeAll(async () => {
  const behaviour = findFault('drop-over-50');
  service = await serve({ account: referenceAccount(), ...(behaviour && { behaviour }), envFile });
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const largest = 'success › a batch of 100';
const own = 'boundaries › PKDK_MAX_BATCH: own devices';
const entry = { case: largest, rules: ['batch-law'], owner: 'Ann', until: '2999-12-31', reason: 'PKDK-12' };

/** Runs some cases under known failures; gives what was printed, and what the record says of each case. */
async function suite(name: string, entries: readonly object[], grep: string, env: NodeJS.Dict<string> = {}) {
  const [file, out] = [join(folder, `${name}.json`), join(folder, name)];
  writeFileSync(file, JSON.stringify(entries));
  const settings = { ...parseEnv(readFileSync(envFile, 'utf8')), PKDK_KNOWN_FAILURES: file, ...env };
  const left = await outcomeOf(launch(['suite', '--out', out, '--grep', grep], settings));
  const folders = readdirSync(out).filter((one) => one !== 'playwright');
  const record = readRecord(join(out, folders[0] ?? ''));
  const { cases, exchanges } = record.kind === 'suite' ? record : { cases: [], exchanges: [] };
  const caseOf = (name: string) => cases.find(({ suite, title }) => `${suite} › ${title}` === name);
  return { ...left, caseOf, exchanges };
}

test('a known failure does not fail the run, and is told in list, record and report', async () => {
  const entries = [
    entry,
    { ...entry, case: own },
    // Skipped cases and cases that are not run say nothing.
    { ...entry, case: 'token errors › 5032: an expired token', until: '2020-01-01' },
  ];
  const run = await suite('known', entries, 'a batch of 1(00)?$|5032: an expired token$', {
    PKDK_EXPIRED_TOKEN: '',
  });
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(run.stdout).toContain(`${largest}: known failure of Ann until 2999-12-31: PKDK-12`);
  expect(run.stdout).toContain('✓ Contract kept, but for known failures: 1');
  expect(run.stdout).toContain('Cases: 1 passed · 1 known · 1 skipped');
  const known = run.caseOf(largest);
  expect(known).toMatchObject({
    status: 'known',
    known: { owner: 'Ann', until: '2999-12-31', reason: 'PKDK-12' },
    error: expect.stringContaining('toSatisfyContract'),
  });
  expect(known?.findings.map(({ rule }) => rule)).toContain('batch-law');
  expect(run.exchanges.map(({ id }) => id)).toEqual(expect.arrayContaining([...(known?.exchangeIds ?? [])]));
}, 120_000);

test('what is mended or otherwise broken fails the run', async () => {
  const mended = 'success › a batch of 1';
  const entries = [entry, { ...entry, case: mended }, { ...entry, case: own, rules: ['leak'] }];
  const grep = 'success.*a batch of 1(00)?$|boundaries PKDK_MAX_BATCH: own devices$';
  const run = await suite('failing', entries, grep);
  const seen = [largest, mended, own].map((name) => {
    const { status, error } = run.caseOf(name) ?? {};
    return [status, error?.split('\n')[0]?.replace(/^Error: /, '')];
  });
  expect(run.code, run.stdout + run.stderr).toBe(1);
  expect(seen).toEqual([
    ['known', expect.stringContaining('toSatisfyContract')],
    ['failed', expect.stringMatching(/^no longer fails: remove the entry "success › a batch of 1"/)],
    ['failed', 'the known failure of Ann covers leak; a new failure: batch-law'],
  ]);
  expect(run.caseOf(own)?.error).toContain('curl');
  expect(run.stdout).toContain('✗ Contract broken');
  expect(run.stdout).toContain('Cases: 2 failed · 1 known');
}, 120_000);

test('a bad file is refused before anything is sent', async () => {
  const [file, PKDK_OUT] = [join(folder, 'bad.json'), join(folder, 'bad')];
  writeFileSync(file, JSON.stringify([{ ...entry, case: 'success › a batch of 101' }]));
  const dead = { PKDK_BASE_URL: 'http://127.0.0.1:1', PKDK_KNOWN_FAILURES: file, PKDK_OUT };
  const run = await call(['suite'], { ...parseEnv(readFileSync(envFile, 'utf8')), ...dead });
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining(`Did you mean "${largest}"?`)]);
});
