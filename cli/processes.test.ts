import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../contracts/record.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { Reference } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { launch, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
let service: Reference;
let seen = 0;

beforeAll(async () => {
  const behaviour: Behaviour = {
    answer(answer) {
      seen += 1;
      return answer;
    },
  };
  const model = { baseMs: 4, perDeviceUs: 10, servers: 4 };
  const envFile = join(folder, 'staging.env');
  service = await serve({ account: referenceAccount(), model, behaviour, envFile });
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** Starts load from two processes, and waits until it is well under way. */
async function underLoad(args: string) {
  const staging = parseEnv(readFileSync(join(folder, 'staging.env'), 'utf8'));
  const from = seen;
  const child = launch(
    ['load', ...args.split(' '), '--processes', '2', '--out', join(folder, 'out')],
    staging,
  );
  const left = outcomeOf(child);
  while (seen < from + 300 && child.exitCode === null) await sleep(20);
  return { child, left };
}

test('Ctrl-C ends load from two processes, and what was measured is written', async () => {
  const { child, left } = await underLoad(
    'sweep --batch-sizes 5 --connections 3 --duration 60s --warmup 10ms',
  );
  child.kill('SIGINT');
  expect(await left).toMatchObject({ code: 130, stdout: expect.stringContaining('index.html') });
  const [id = ''] = readdirSync(join(folder, 'out'));
  const record = readRecord(join(folder, 'out', id));
  if (record.kind !== 'load') throw new Error('not a load record');
  expect(record).toMatchObject({ interrupted: true, plan: { processes: 2 } });
  const [point] = record.points;
  const { sent = 0, ...outcomes } = point?.counts ?? {};
  expect(sent).toBeGreaterThan(0);
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
  expect(point?.processes?.each.reduce((sum, process) => sum + process.sent, 0)).toBe(sent);
});

test('processes end with their parent, also when it is killed', async () => {
  const { child, left } = await underLoad('rate --rate 200 --batch-sizes 5 --duration 60s');
  child.kill('SIGKILL');
  await once(child, 'exit');
  // They share its stderr, which closes when the last of them is gone.
  expect(await left).toMatchObject({ code: null });
});
