import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoadRecord, readRecord } from '../contracts/record.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { Reference } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
const services: Reference[] = [];
let good: NodeJS.Dict<string>;

/** Starts a service; what comes back points the toolkit at it. */
async function serviceWith(name: string, behaviour: Behaviour = {}): Promise<NodeJS.Dict<string>> {
  const envFile = join(folder, `${name}.env`);
  services.push(await serve({ account: referenceAccount(), envFile, behaviour }));
  return { ...parseEnv(readFileSync(envFile, 'utf8')), PKDK_OUT: join(folder, name) };
}

beforeAll(async () => {
  good = await serviceWith('good');
});

afterAll(async () => {
  await Promise.all(services.map((service) => service.stop()));
  rmSync(folder, { recursive: true });
});

interface Told {
  readonly report: string;
  readonly details: readonly string[];
  readonly capacity: string;
}

/** Calls `load`: how it ended, what it told as JSON, and its record. */
async function load(args: string, env: NodeJS.Dict<string>) {
  const { code, stdout } = await call(['load', ...args.split(' '), '--json'], env);
  const told: Told & Partial<LoadRecord> = JSON.parse(stdout);
  const record = readRecord(dirname(told.report));
  if (record.kind !== 'load') throw new Error('not a load record');
  return { code, told, record };
}

const isClosed = ({ counts: { sent, ...outcomes } }: LoadRecord['points'][number]) =>
  sent === Object.values(outcomes).reduce((sum, count) => sum + count, 0);

test('a smoke test has thresholds of its own', async () => {
  const { code, told, record } = await load('smoke --duration 300ms --warmup 50ms', good);
  expect([code, told.capacity]).toEqual([0, 'All 2 thresholds hold']);
  expect(record).toMatchObject({ scenario: 'smoke', plan: { batchSizes: [1, 10], connections: [2] } });
  expect(record.thresholds).toEqual([
    { objective: 'errors=0', unit: '', measured: 0, holds: true, point: 0 },
    { objective: 'violations=0', unit: '', measured: 0, holds: true, point: 0 },
  ]);
});

test('a threshold that does not hold: exit code 5, and every one is told', async () => {
  const args = 'smoke --duration 200ms --warmup 50ms --batch-sizes 1 --threshold errors<1%,success<1';
  const { code, told } = await load(args, good);
  // 6 where the machine was so busy that the generator may be why.
  expect([5, 6]).toContain(code);
  expect(told.capacity).toBe('1 of 2 thresholds do not hold');
  expect(told.details.slice(0, 2)).toEqual([
    'Threshold errors<1% holds: 0 % at worst (Batch size 1)',
    expect.stringMatching(/^Threshold success<1 does not hold: [\d,]+ \(Batch size 1\)$/),
  ]);
  expect(told.thresholds).toMatchObject([{ holds: true }, { objective: 'success<1', holds: false }]);
});

test('a ramp: one run, a point for each step, each with what was planned for it', async () => {
  const args = 'ramp --from 20 --to 120 --steps 3 --duration 600ms --warmup 100ms --batch-sizes 2';
  const { record } = await load(args, good);
  // Until t seconds 1 + 20 t + 250 t² / 3 are due, the warm-up's one included.
  expect(record.points.map(({ counts, overflow = 0 }) => counts.sent + overflow)).toEqual([8, 14, 20]);
  expect(record.points.every(isClosed)).toBe(true);
  expect(record.points.map(({ checking }) => checking !== undefined)).toEqual([false, false, true]);
});

test('a spike: before, spike and after, and how long it took to recover', async () => {
  const args =
    'spike --rate 50 --peak 100 --duration 500ms --spike-duration 200ms --after 2.1s --warmup 0.1s --batch-sizes 1';
  const { told, record } = await load(args, good);
  const planned = record.points.map(({ phase, counts, overflow = 0 }) => [phase, counts.sent + overflow]);
  expect(planned.map(([phase]) => phase)).toEqual(['before', 'spike', 'after']);
  expect(planned.map(([, count]) => count)).toEqual([25, 20, 105]);
  expect(record.points.every(isClosed)).toBe(true);
  const [before, , after] = record.points;
  expect(after?.recovery !== undefined).toBe(before?.verdict === 'valid');
  expect(told.capacity).toMatch(/after a spike of 100 requests\/s|not known/);
});

test('--abort-on stops the run as soon as its condition holds, and what was measured is written', async () => {
  const failing = await serviceWith('failing', {
    reply: (reply, { turn }) => (turn < 60 ? reply : { ...reply, status: 500 }),
  });
  const args = 'rate --rate 100 --duration 60s --warmup 100ms --batch-sizes 1 --abort-on errors>50%';
  const { code, told, record } = await load(args, failing);
  expect(code).toBe(5);
  expect(record.abortedOn).toMatchObject({ objective: 'errors>50%', unit: '%' });
  expect(record.abortedOn?.measured).toBeGreaterThan(50);
  expect(record).toMatchObject({ interrupted: false, plan: { abortOn: ['errors>50%'] } });
  expect(record.points[0]?.durationMs).toBeLessThan(30_000);
  expect(record.points[0]?.counts.httpError).toBeGreaterThan(0);
  expect(record.points.every(isClosed)).toBe(true);
  expect(told.details[0]).toContain('stopped by --abort-on errors>50%');
});
