import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readRecord } from '../contracts/record.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { serve } from '../contracts/reference/serve.ts';
import { referenceAccount } from '../generators/devices.ts';
import { launch, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs some cases on a service to which something happens at its n-th request. */
async function runOn(name: string, behaviour: (service: { stop(): void }) => Behaviour) {
  const hooks = behaviour({ stop: () => service.stop() });
  const envFile = join(folder, `${name}.env`);
  const service = await serve({ account: referenceAccount(), envFile, behaviour: hooks });
  const env = parseEnv(readFileSync(envFile, 'utf8'));
  const out = join(folder, name);
  const left = await outcomeOf(launch(['suite', '--out', out, '--grep', 'partial failure'], env));
  await service.stop();
  const [, path = ''] = /^(.*)index\.html$/m.exec(left.stdout) ?? [];
  const record = readRecord(path);
  if (record.kind !== 'suite') throw new Error('not a record of suites');
  const failed = record.cases.filter(({ status }) => status === 'failed');
  return { left, record, problems: failed.map(({ problem }) => problem) };
}

test('a service that ends in the middle ends the run with 3 and a record of what was done', async () => {
  const { left, record, problems } = await runOn('killed', (service) => ({
    reply(reply, { turn }) {
      if (turn === 6) service.stop();
      return turn < 6 ? reply : { ...reply, delivery: 'reset' };
    },
  }));
  expect([left.code, left.stderr]).toEqual([3, '']);
  expect(left.stdout).toContain('stopped answering in the middle');
  expect(record).toMatchObject({ lost: 'environment', planned: 17 });
  expect(problems.length).toBeGreaterThan(0);
  expect(new Set(problems)).toEqual(new Set(['environment']));
  expect(record.cases.filter(({ status }) => status === 'passed').length).toBeGreaterThan(0);
  const skipped = record.cases.filter(({ status }) => status === 'skipped');
  expect(new Set(skipped.map(({ reason }) => reason))).toEqual(new Set(['the target no longer answers']));
});
