import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../contracts/record.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { Reference } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { brokenSuite, keptSuite } from '../reports/sample-suites.ts';
import { findVariant } from '../suites/faults/variants.ts';
import { call } from './call.ts';
import { launch, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
let service: Reference;
let env: NodeJS.Dict<string>;

beforeAll(async () => {
  const behaviour = findVariant('collapse-duplicates');
  const envFile = join(folder, 'staging.env');
  service = await serve({ account: referenceAccount(), ...(behaviour && { behaviour }), envFile });
  env = parseEnv(readFileSync(envFile, 'utf8'));
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const before = { duplicates: 'per-occurrence', 'empty-batch': 'code 5311' };

test('a changed observation is reported, and fails a strict run', async () => {
  const observed = file('before.json', before);
  const run = (strict: string) => {
    const settings = { ...env, PKDK_OBSERVED: observed, PKDK_OUT: join(folder, `out${strict}`) };
    const args = ['suite', '--grep', 'asked for three times', '--workers', '1'];
    return outcomeOf(launch(args, { ...settings, PKDK_STRICT: strict }));
  };
  const [lenient, strict] = await Promise.all([run('0'), run('1')]);
  const line =
    'Changed observations: Device repeated in one request (answered once per occurrence → answered once)';
  expect([lenient.code, lenient.stdout]).toEqual([0, expect.stringContaining(`✓ Contract kept\n`)]);
  expect([strict.code, strict.stdout]).toEqual([1, expect.stringContaining(`✗ Contract broken\n`)]);
  for (const { stdout } of [lenient, strict]) {
    expect(stdout).toContain(line);
    expect(stdout).toMatch(/\b1 passed\b/);
  }
  const [id = ''] = readdirSync(join(folder, 'out1')).filter((name) => /^\d/.test(name));
  expect(readRecord(join(folder, 'out1', id))).toMatchObject({
    observations: { duplicates: 'once' },
    observationChanges: [{ name: 'duplicates', before: 'per-occurrence', now: 'once' }],
  });
}, 120_000);

test.concurrent('what a run observed is kept, and what it did not observe stays', async () => {
  const shards = [
    { ...brokenSuite, observations: { duplicates: 'once' }, observationChanges: [] },
    { ...keptSuite, observations: { 'largest-batch': 500, duplicates: 'once' }, observationChanges: [] },
  ].map((record, i) => file(`shard-${i}.json`, record));
  const observed = file('kept.json', before);
  const { code, stdout, stderr } = await call([
    ...['contract', 'observe', ...shards],
    ...['-o', observed, '--lang', 'zh'],
  ]);
  expect([code, stdout]).toEqual([0, `${observed}\n`]);
  expect(stderr).toBe(
    '变化：同一请求中的重复设备：每次出现各应答一次 → 只应答一次\n新增 1 项，变化 1 项，不变 0 项，本次未观察到而保留 1 项。\n',
  );
  expect(readFileSync(observed, 'utf8')).toBe(
    '{\n  "duplicates": "once",\n  "empty-batch": "code 5311",\n  "largest-batch": 500\n}\n',
  );
});

test.concurrent.each([
  ['suite', () => ['suite']],
  ['contract observe', () => ['contract', 'observe', file('record.json', keptSuite)]],
])('%s does nothing with a damaged file of observations', async (name, args) => {
  const observed = file(`${name}.json`, '{"duplicates":');
  const dead = { PKDK_BASE_URL: 'http://127.0.0.1:1', PKDK_TOKEN: 'x', PKDK_OUT: join(folder, name) };
  const settings = { ...env, ...dead, PKDK_OBSERVED: observed };
  const { code, stdout, stderr } = await call(args(), settings);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(
    /^The observations .*\.json cannot be read: .*JSON.*\nCorrect or delete it, .*contract -- observe/,
  );
  expect(readFileSync(observed, 'utf8')).toBe('{"duplicates":');
});
