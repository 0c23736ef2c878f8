import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readRecord, type SuiteRecord } from '../contracts/record.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { serve } from '../contracts/reference/serve.ts';
import { referenceAccount } from '../generators/devices.ts';
import { call } from './call.ts';
import { launch, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lists no device the first time it is asked for a batch. */
const forgetful: Behaviour = {
  perService() {
    const asked = new Set<string>();
    return {
      answer(answer, { body }) {
        const isKnown = asked.has(String(body));
        asked.add(String(body));
        return isKnown || !answer.data ? answer : { ...answer, data: { successList: [], failedList: [] } };
      },
    };
  },
};

/** Merges blobs as users of Playwright do. */
function mergeReports(blobs: string, out: string) {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')),
    'cli.js',
  );
  const args = [cli, 'merge-reports', '--config', 'playwright.config.ts', blobs];
  const { PATH } = process.env;
  return outcomeOf(
    spawn(process.execPath, args, {
      cwd: join(import.meta.dirname, '..'),
      env: { PATH, CI: '1', LANG: 'C', PKDK_OUT: out },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** The only record in a folder of runs. */
function onlyRecord(out: string): SuiteRecord {
  const [id = '', ...others] = readdirSync(out).filter((name) => name !== 'playwright');
  expect(others).toEqual([]);
  const record = readRecord(join(out, id));
  if (record.kind !== 'suite') throw new Error('not a record of suites');
  return record;
}

test('shards become one run, by their records as by their blobs', async () => {
  const envFile = join(folder, 'forgetful.env');
  const service = await serve({ account: referenceAccount(), behaviour: forgetful, envFile });
  const staging = parseEnv(readFileSync(envFile, 'utf8'));
  const out = join(folder, 'shards');
  const env = { ...staging, PKDK_SEED: '5', PKDK_OUT: out };
  const blobs = join(folder, 'blobs');
  const grep = 'success.*a batch of 2$|no Authorization header$';
  const shards = await Promise.all(
    [1, 2].map((shard) => {
      const args = ['suite', '--shard', `${shard}/2`, '--grep', grep, '--repeat-each', '2', '--retries', '1'];
      const PLAYWRIGHT_BLOB_OUTPUT_FILE = join(blobs, `${shard}.zip`);
      return outcomeOf(launch([...args, '--reporter', 'blob'], { ...env, PLAYWRIGHT_BLOB_OUTPUT_FILE }));
    }),
  );
  await service.stop();
  expect(shards.map(({ code }) => code).toSorted(), shards[0]?.stderr).toEqual([0, 1]);

  const [merged, reports] = await Promise.all([
    call(['merge', out, '--out', join(folder, 'merged'), '--json']),
    mergeReports(blobs, join(folder, 'from-blobs')),
  ]);
  expect([merged.code, merged.stderr]).toEqual([1, '']);
  expect(JSON.parse(merged.stdout)).toMatchObject({ verdict: 'broken', exitCode: 1 });
  expect([reports.code, reports.stderr]).toEqual([0, '']);

  const record = onlyRecord(join(folder, 'merged'));
  expect({ ...onlyRecord(join(folder, 'from-blobs')), id: record.id }).toEqual(record);
  const { cases, exchanges } = record;
  expect(cases.map(({ title, status }) => `${title}: ${status}`).toSorted()).toEqual([
    '5106: no Authorization header: passed',
    '5106: no Authorization header: passed',
    'a batch of 2: failed',
    'a batch of 2: passed',
  ]);
  expect(record).toMatchObject({ planned: 4, interrupted: false, seed: 5 });
  expect(record).not.toHaveProperty('shard');
  const ids = cases.flatMap(({ exchangeIds }) => exchangeIds);
  for (const all of [cases.map(({ id }) => id), exchanges.map(({ id }) => id), ids]) {
    expect(new Set(all).size).toBe(all.length);
  }
  const flaky = cases.find(({ status }) => status === 'failed');
  expect(exchanges.map(({ id }) => id)).toContain(flaky?.exchangeIds[0]);
  expect(flaky?.error).toMatch(/^It failed at attempt 1 and passed at attempt 2/);

  // Playwright unpacks the blobs where they lie.
  const unpacked = readdirSync(blobs).filter((name) => name.endsWith('.jsonl'));
  const texts = unpacked.map((name) => readFileSync(join(blobs, name), 'utf8')).join('');
  expect(texts).toContain('"pkdk run ');
  expect(texts).not.toContain(staging.PKDK_TOKEN);
}, 180_000);
