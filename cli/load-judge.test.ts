import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { judge } from '../contracts/checks/registry.ts';
import type { Exchange } from '../contracts/exchange.ts';
import { type LoadRecord, readRecord } from '../contracts/record.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { createInventory } from '../contracts/reference/inventory.ts';
import { createResponder } from '../contracts/reference/respond.ts';
import { serve } from '../contracts/reference/serve.ts';
import { createTokens } from '../contracts/reference/tokens.ts';
import { drawMix } from '../generators/batch.ts';
import { referenceAccount, unknownDevices } from '../generators/devices.ts';
import { bearer, prepareCall } from '../generators/request.ts';
import { LoadJudge } from '../load/judging/judge.ts';
import { faults } from '../suites/faults/faults.ts';
import { variants } from '../suites/faults/variants.ts';
import { call } from './call.ts';
import type { Left } from './launch.ts';

const account = referenceAccount();
const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the judge of load', async () => {
  const tokens = await createTokens();
  const inventory = createInventory(account);
  const pools = { ...account, unknown: unknownDevices([...account.own, ...account.foreign], 10, 0) };
  const token = await tokens.sign();
  const settings = { tokenErrorStatus: 200, secrets: [token] };
  const url = 'http://127.0.0.1/';
  const parts = { url, token: 'valid', authorization: bearer(token) } as const;
  const calls = [
    prepareCall({ ...parts, batch: drawMix(pools, 60, { own: 8, foreign: 1, unknown: 1 }, 1, 1) }),
    prepareCall({ ...parts, batch: drawMix(pools, 3, { own: 1 }, 1, 2) }),
    prepareCall({ ...parts, body: Buffer.from('{}') }),
    prepareCall({ url, token: 'missing', batch: drawMix(pools, 3, { own: 1 }, 1, 3) }),
    prepareCall({
      url,
      token: 'invalid',
      authorization: bearer(`${token}x`),
      batch: drawMix(pools, 3, { own: 1 }, 1, 4),
    }),
  ];

  /** Each call three times, as the service answers it. */
  async function exchangesOf(behaviour: Behaviour): Promise<Exchange[]> {
    const respond = createResponder(tokens, inventory, behaviour);
    const exchanges: Exchange[] = [];
    for (const one of [...calls, ...calls, ...calls]) {
      const { authorization } = one.request.headers;
      const { reply } = await respond({ authorization, lang: 'zh', body: one.request.body });
      const type = reply.mediaType === undefined ? {} : { 'content-type': reply.mediaType };
      const headers = { ...type, ...reply.headers, date: `${exchanges.length}` };
      const response = { status: reply.status, headers, body: reply.body };
      exchanges.push({ ...one, response, sentAt: 0, timings: { totalMs: 1 } });
    }
    return exchanges;
  }

  test('says of every fault and every variant what the checks say', async () => {
    const loadJudge = new LoadJudge(settings);
    const differing: string[] = [];
    let counted = { repeated: 0, handedOn: 0, here: 0, broken: 0 };
    for (const behaviour of [...faults, ...variants]) {
      const exchanges = await exchangesOf(behaviour);
      const said = new Map<Exchange, unknown>();
      for (const exchange of exchanges)
        loadJudge.judge(exchange, (judgement) => said.set(exchange, judgement));
      const { repeated, handedOn, here, broken } = await loadJudge.settled();
      counted = {
        repeated: counted.repeated + repeated,
        handedOn: counted.handedOn + handedOn,
        here: counted.here + here,
        broken: counted.broken + broken,
      };
      const wanted = exchanges.map((exchange) => judge(exchange, settings));
      if (JSON.stringify(exchanges.map((exchange) => said.get(exchange))) !== JSON.stringify(wanted))
        differing.push(behaviour.name);
    }
    await loadJudge.close();
    expect(differing).toEqual([]);
    for (const count of Object.values(counted)) expect(count).toBeGreaterThan(20);
  });
});

test('a broken contract ends load with exit code 1 and an example to replay, unless it is to keep going', async () => {
  const behaviour: Behaviour = {
    answer: (answer, { devices }) =>
      devices?.length === 5 && answer.data
        ? { ...answer, data: { ...answer.data, successList: answer.data.successList.slice(1) } }
        : answer,
  };
  const envFile = join(folder, 'target.env');
  const service = await serve({ account, behaviour, envFile });
  const load = async (
    ...flags: string[]
  ): Promise<Pick<Left, 'code' | 'stderr'> & { readonly record: LoadRecord }> => {
    const out = mkdtempSync(join(folder, 'out-'));
    const times = ['--duration', '100ms', '--warmup', '50ms'];
    const { code, stderr } = await call(
      ['load', 'sweep', '--batch-sizes', '5,7', ...times, '--out', out, ...flags],
      parseEnv(readFileSync(envFile, 'utf8')),
    );
    const record = readRecord(join(out, readdirSync(out)[0] ?? ''));
    if (record.kind !== 'load') throw new Error('not a load record');
    return { code, stderr, record };
  };
  const stopped = await load();
  const whole = await load('--keep-going');
  await service.stop();
  expect([stopped.code, whole.code]).toEqual([1, 1]);
  expect(stopped.stderr).toContain('an answer broke the contract (batch-law), and the run ended there');
  expect(stopped.record).toMatchObject({
    interrupted: false,
    points: [{ stoppedBy: 'batch-law', batchSize: 5 }],
  });
  expect(stopped.record.exchanges).toMatchObject([{ outcome: 'contractViolation', isRepeatable: true }]);
  expect(whole.record.points.map(({ batchSize, verdict }) => [batchSize, verdict === 'failed'])).toEqual([
    [5, true],
    [7, false],
  ]);
});
