import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { judge } from '../contracts/checks/registry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { findingChanges } from '../contracts/finding-changes.ts';
import { observedBy } from '../contracts/observations.ts';
import { type RecordedExchange, recordHead, writeRecord } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import { openTransport } from '../contracts/send.ts';
import { noTraffic } from '../contracts/traffic.ts';
import { drawBatch } from '../generators/batch.ts';
import { bearer, prepareCall } from '../generators/request.ts';
import { callOf, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { readSettings } from '../settings.ts';
import { targetOf } from '../suites/faults/bench.ts';
import { findFault } from '../suites/faults/faults.ts';
import { checkSettingsFor } from '../suites/workbench.ts';
import { type Found, findExchange } from './find-exchange.ts';
import { notesOf } from './replay.ts';
import { replayWords } from './replay-words.ts';
import { judgingOf, resend, targetFor } from './resend.ts';

const transport = openTransport();
const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
const opened: Target[] = [];

afterAll(async () => {
  await transport.close();
  for (const target of opened) await target.close();
  rmSync(folder, { recursive: true });
});

async function service(fault = ''): Promise<Target> {
  const target = await targetOf(findFault(fault) ?? {});
  opened.push(target);
  return target;
}

const settingsOf = (env: NodeJS.Dict<string> = {}) => readSettings({}, env, {});
const never = new AbortController().signal;

/** What a service answers to a batch of five, as a run that was pointed at it would have recorded it. */
async function recordedOn(target: Target, changes: Partial<RecordedExchange> = {}): Promise<Found> {
  const call = callOf(target, drawBatch(target.pools, { own: 5 }, 1, 0));
  const exchange = await transport.send(call);
  const judgement = judge(exchange, checkSettingsFor(target));
  const recorded = recordedExchange('4f1d2a90-1', exchange, judgement, tokenRedactor(target));
  const { url } = target;
  const head = recordHead(
    { target: { url, label: url, referenceService: false }, settings: {}, seed: 1 },
    'x',
  );
  const record = {
    ...{ ...head, kind: 'suite' as const, finishedAt: head.startedAt, interrupted: false, planned: 0 },
    ...{ traffic: noTraffic, cases: [], coverage: { points: [], covered: 0, total: 0 } },
    ...observedBy([], {}),
    exchanges: [{ ...recorded, ...changes }],
  };
  return { record, exchange: { ...recorded, ...changes } };
}

/** The findings of each answer, the same request sent so many times. */
async function again(found: Found, target: Target, times = 1) {
  const answers: RecordedExchange[] = [];
  const settings = settingsOf();
  for await (const answer of resend(found, target, settings, judgingOf(found, settings, target), never)) {
    if (answers.push(answer) === times) break;
  }
  return answers;
}

const codeOf = (thrown: unknown) => (thrown instanceof ToolkitError ? thrown.code : thrown);

test('a fault that comes and goes shows when it is sent often enough', async () => {
  const target = await service('http-500-every-7th-call');
  const found = await recordedOn(target);
  const after = await again(found, target, 14);
  const changes = findingChanges(
    [],
    after.map(({ findings }) => findings),
  );
  expect(changes.new).toMatchObject([{ finding: { rule: 'http-status' }, answers: 2 }]);
  const words = replayWords({ isBroken: true, before: found.exchange, after, changes }, 'zh').split('\n');
  expect(words[0]).toBe('✗ 违反契约；发现：0 项依旧，0 项消失，1 项新增');
  expect(words[1]).toMatch(/^当时 {2}成功、HTTP 200、业务码 200、\d+ ms、.* UTC$/);
  expect(words.slice(2, 4).sort()).toEqual([
    expect.stringMatching(/^现在 {2}14 次中 12 次 {2}成功、HTTP 200、业务码 200、\d+/),
    expect.stringMatching(/^现在 {2}14 次中 2 次 {2}HTTP 错误、HTTP 500、/),
  ]);
  expect(words.slice(4)).toEqual(['新增  14 次中 2 次  http-status  /  HTTP 状态为 500，应为 200']);
});

test('a good token that is refused again is a finding; one that is refused now is a matter of access', async () => {
  const [refusing, right] = [await service('refuse-valid'), await service()];
  const found = await recordedOn(refusing);
  const [answer] = await again(found, refusing);
  expect(answer?.findings.map(({ rule }) => rule)).toEqual(found.exchange.findings.map(({ rule }) => rule));
  expect(answer?.findings).not.toEqual([]);
  await expect(again(await recordedOn(right), refusing).catch(codeOf)).resolves.toBe('TOKEN_REFUSED');
});

test('a token that is refused every now and then is a finding of the later answers', async () => {
  const target = await service('refuse-every-7th-call');
  const answers = await again(await recordedOn(target), target, 7);
  const refused = answers.filter(({ outcome }) => outcome === 'tokenInvalid');
  expect(refused.map(({ findings }) => findings[0]?.rule)).toEqual(['business-code']);
});

test.each([
  ['no token', { token: '' }, {}, 'SECRET_NEEDED'],
  [
    'a token that is over',
    { token: `e30.${Buffer.from('{"exp":1}').toString('base64url')}.x` },
    {},
    'TOKEN_EXPIRED',
  ],
  ['nobody there', { url: 'http://127.0.0.1:1' }, {}, 'UNREACHABLE'],
  ['bytes that were cut', {}, { isRepeatable: false }, 'EXCHANGE_INCOMPLETE'],
] as const)('%s: one clear error', async (_name, targetChanges, changes, code) => {
  const target = await service();
  const thrown = await again(await recordedOn(target, changes), { ...target, ...targetChanges }).catch(
    codeOf,
  );
  expect(thrown).toBe(code);
});

test('a token goes only where the settings or the flag say', async () => {
  const found = await recordedOn(await service());
  const code = (settings = settingsOf(), to?: string) => targetFor(found, settings, to).catch(codeOf);
  expect(await code()).toBe('TARGET_NEEDED');
  expect(await code(settingsOf(), 'staging.example.com')).toBe('SETTING');
  const url = 'https://staging.example.com/api';
  expect(await code(settingsOf(), `${url}/`)).toMatchObject({ url, token: '' });
});

test('an id that is not there: the exchanges of the run, the most alike first', async () => {
  const { record, exchange } = await recordedOn(await service());
  if (record.kind !== 'suite') throw new Error('not a suite');
  const exchanges = ['0000aaaa-1', '4f1d2a90-1', '4f1d2a90-r1-1'].map((id) => ({ ...exchange, id }));
  writeRecord(join(folder, 'suite'), { ...record, exchanges });
  expect(findExchange(folder, '4f1d2a90-r1-1').exchange.id).toBe('4f1d2a90-r1-1');
  try {
    findExchange(folder, '4f1d2a90-r');
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    const named = error.parts.map(({ params }) => params.id);
    expect([error.code, error.exitCode, error.params.count]).toEqual(['EXCHANGE_UNKNOWN', 2, 3]);
    expect(named).toEqual(['4f1d2a90-r1-1', '4f1d2a90-1', '0000aaaa-1']);
  }
});

test('a secret that stands where it has no name is never replaced by other bytes', async () => {
  const { operationUrl: url, token, ...target } = await service();
  const [, part = ''] = token.split('.');
  for (const text of [`[{"pk":"${part}","dk":"x"}]`, '[{"pk":"$PKDK_TOKEN","dk":"x"}]', '$PKDK_NOTHING']) {
    const call = prepareCall({ url, token: 'valid', authorization: bearer(token), body: Buffer.from(text) });
    const exchange = { ...call, sentAt: 0, timings: { totalMs: 1 } };
    const recorded = recordedExchange(
      'x',
      exchange,
      { outcome: 'socketError', findings: [] },
      tokenRedactor({ token, ...target }),
    );
    expect(recorded.isRepeatable).toBe(false);
  }
});

test('what one exchange cannot show is said: other devices elsewhere, and findings of two answers', async () => {
  const [target, other] = [await service(), await service()];
  const found = await recordedOn(target);
  const differs = {
    ...{ rule: 'credential' as const, severity: 'violation' as const, at: '', message: '' },
    params: { kind: 'differs' },
  };
  const of = {
    ...{ id: 'x', title: "it's odd", suite: 'laws', status: 'failed' as const, durationMs: 1 },
    ...{ findings: [differs], exchangeIds: [found.exchange.id] },
  };
  const url = { ...other, referenceService: false };
  expect(notesOf(found, { ...target, referenceService: false }, 'en')).toEqual([]);
  expect(notesOf({ ...found, of }, url, 'en')).toEqual([
    `Recorded on ${target.url}, with devices of an account there; ${other.url} may rightly answer otherwise.`,
    expect.stringMatching(/answers: 1\. .* PKDK_SEED=1 npm run suite -- --grep 'it'\\''s odd'$/),
  ]);
});
