import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Device } from '../contracts/batch.ts';
import { readSettings } from '../settings.ts';
import { openGate } from './gate.ts';
import { passGate } from './gated.ts';
import { startOther } from './other-make.ts';
import { runCases } from './run-cases.ts';
import { suites } from './suites.ts';
import { workbenchOf } from './workbench.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const devices = Array.from({ length: 70 }, (_, i): Device => {
  return { pk: i % 3 ? 'pQ7x1Z' : 'PQ7X1z', dk: i % 2 ? `00${(0xab1200 + i).toString(16)}00e1` : `D${i}` };
});

test('a service of another make needs nothing but its settings', async () => {
  const service = await startOther(devices);
  const file = join(folder, 'devices.ndjson');
  writeFileSync(file, devices.map((device) => JSON.stringify(device)).join('\n'));
  const env = {
    PKDK_BASE_URL: service.url,
    PKDK_TOKEN: `Bearer ${service.token}`,
    PKDK_DEVICES: file,
    PKDK_TOKEN_ERROR_STATUS: '401',
    PKDK_MAX_BATCH: '50',
    PKDK_STRICT: '1',
    PKDK_SEED: '3',
  };
  const settings = readSettings({}, env, {});
  const gate = await openGate({ ...settings, baseUrl: service.url });
  const { target, transport } = await passGate(gate.address);
  const results = await runCases(suites, workbenchOf(target, transport, settings), 4);
  await gate.close();
  service.close();

  const of = (status: string) => results.filter((one) => one.status === status);
  expect(of('failed').map(({ suite, title, reason }) => `${suite} › ${title}: ${reason}`)).toEqual([]);
  expect(of('passed').length).toBeGreaterThan(200);
  const reasons = new Set(of('skipped').map(({ reason }) => reason));
  for (const reason of reasons) {
    expect(reason).toMatch(
      /foreign devices|PKDK_MAX_BATCH|PKDK_FIND_MAX_BATCH|not a JWT|PKDK_EXPIRED_TOKEN|refresh token|own/,
    );
  }
  const observed = results.flatMap(({ observations }) => observations);
  expect(Object.fromEntries(observed.map(({ name, value }) => [name, value]))).toMatchObject({
    duplicates: 'once',
    'empty-batch': 'HTTP 400',
    'token-without-bearer': 'accepted',
  });
});
