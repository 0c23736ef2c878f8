import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { devicesAsCsv } from '../contracts/batch.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { type LoadRecord, readRecord } from '../contracts/record.ts';
import { account } from '../contracts/reference/sample.ts';
import { loginSettings } from '../contracts/reference/serve.ts';
import { start } from '../contracts/reference/service.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
/** Its tokens live for two seconds at most. */
const service = await start({ account, accessTokenSeconds: 2 });
const devices = join(folder, 'devices.csv');
writeFileSync(devices, devicesAsCsv(account.own));
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const login = loginSettings(service.login);

async function load(name: string, command: string, env: NodeJS.Dict<string>) {
  const out = join(folder, name);
  const left = await call(`load ${command} --out ${out} --seed 7`.split(' '), env);
  const [id = ''] = readdirSync(out);
  const record = readRecord(join(out, id));
  if (record.kind !== 'load') throw new Error('not a load record');
  return { ...left, record };
}

function expectClosedBooks({ points }: LoadRecord): void {
  for (const { counts } of points) {
    const { sent, ...outcomes } = counts;
    expect(sent).toBeGreaterThan(0);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
  }
}

const soak = 'soak --connections 4 --warmup 100ms --batch-sizes';

test('a soak outlives its tokens, and every refusal on the way is accounted for', async () => {
  const env = { ...login, PKDK_BASE_URL: service.url };
  const { code, stdout, record } = await load(
    'renewed',
    `${soak} 5 --duration 4s --mix own=9,unknown=1`,
    env,
  );
  expectClosedBooks(record);
  const { renewals = [], points, plan } = record;
  const [point] = points;
  // Service and generator share a core here: what the number is worth depends on the machine.
  expect([exitCodes.ok, exitCodes.invalid]).toContain(code);
  expect([record.lost, plan.mix]).toEqual([undefined, { own: 9, unknown: 1 }]);
  expect(renewals.length).toBeGreaterThanOrEqual(2);
  const refused = renewals.reduce((sum, renewal) => sum + renewal.refused, 0);
  expect(point?.counts.tokenInvalid).toBeLessThanOrEqual(refused);
  for (const renewal of renewals) expect(renewal.refused).toBeLessThanOrEqual(4);
  expect(point?.counts.partial).toBeGreaterThan(0);
  expect(point?.timeline.filter(({ good }) => good === 0).length).toBeLessThan(2);
  expect(stdout).toContain(`The token was renewed ${renewals.length} times under load`);
  expect(record.noTrend?.en).toMatch(/^it takes 10 blocks/);
});

test('a token that is dead, and has no other, ends a soak with exit code 4', async () => {
  const token = await service.signToken({ exp: Math.floor(Date.now() / 1000) + 5 });
  const env = { PKDK_BASE_URL: service.url, PKDK_TOKEN: token, PKDK_DEVICES: devices };
  const { code, stdout, record } = await load('lost', `${soak} 5 --duration 1m --lang zh`, env);
  expectClosedBooks(record);
  expect([code, record.lost, record.renewals]).toEqual([4, 'credentials', []]);
  expect(record.points[0]?.counts.tokenInvalid).toBeGreaterThan(0);
  expect(record.points[0]?.counts.tokenInvalid).toBeLessThanOrEqual(4);
  expect(record.points[0]?.durationMs).toBeLessThan(30_000);
  expect(stdout).toContain('运行途中 token 失效且无法更换');
});

test.each([
  [`${soak} 1,2`, '--batch-sizes is "1,2"'],
  [`${soak} 5 --mix foreign=1`, 'There is no foreign device'],
])('load %s is refused', async (command, message) => {
  const exp = Math.floor(Date.now() / 1000) + 60;
  const PKDK_TOKEN = await service.signToken({ exp });
  const env = { PKDK_BASE_URL: service.url, PKDK_TOKEN, PKDK_DEVICES: devices };
  const { code, stderr } = await call(`load ${command} --out ${folder}/refused`.split(' '), env);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test('the refusals of a service, each beside a valid call', async () => {
  const long = await start({ account });
  const env = {
    PKDK_BASE_URL: long.url,
    PKDK_TOKEN: long.tokens.valid,
    PKDK_EXPIRED_TOKEN: long.tokens.expired,
    PKDK_DEVICES: devices,
  };
  const flags = '--batch-sizes 1,20 --connections 2 --duration 200ms --warmup 50ms';
  const { stdout, stderr, record } = await load('tokens', `tokens ${flags}`, env);
  await long.stop();
  expectClosedBooks(record);
  expect(record.points.map(({ batchSize, token }) => [batchSize, token])).toEqual(
    [1, 20].flatMap((size) => ['valid', 'missing', 'invalid', 'expired'].map((token) => [size, token])),
  );
  const answered = {
    valid: 'success',
    missing: 'tokenMissing',
    invalid: 'tokenInvalid',
    expired: 'tokenInvalid',
    refresh: 'tokenInvalid',
  } as const;
  for (const { token = 'valid', counts } of record.points) expect(counts[answered[token]]).toBe(counts.sent);
  // Where the machine is busy, not even the valid call may be measured validly.
  const isValid = record.points.some(({ token, verdict }) => token === 'valid' && verdict === 'valid');
  if (isValid) expect(stdout).toMatch(/A refusal costs up to [\d,]+% of a valid call \(batch size/);
  expect(stderr).toContain('batch size 20, expired token:');
  expect(JSON.stringify(record)).not.toContain(long.tokens.expired);
});
