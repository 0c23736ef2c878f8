import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord, type SuiteRecord } from '../contracts/record.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { Reference } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { findFault } from '../suites/faults/faults.ts';
import { call } from './call.ts';
import { type Left, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
const root = join(import.meta.dirname, '..');
const account = referenceAccount();
const left: Left[] = [];

/** A service, and the settings that point the toolkit at it. */
interface Served {
  readonly service: Reference;
  readonly env: NodeJS.Dict<string>;
}

let [faulty, right]: (Served | undefined)[] = [];
let suite: SuiteRecord;

async function served(fault?: string): Promise<Served> {
  const envFile = join(folder, `${fault ?? 'right'}.env`);
  const behaviour = findFault(fault ?? '');
  const service = await serve({ account, ...(behaviour && { behaviour }), envFile });
  return { service, env: { ...parseEnv(readFileSync(envFile, 'utf8')), PKDK_OUT: join(folder, 'out') } };
}

async function pkdk(args: readonly string[], env: NodeJS.Dict<string> = {}): Promise<Left> {
  const one = await call(args, env);
  left.push(one);
  return one;
}

/** The command that the message of a failed case says, without `npm run pkdk --`. */
function commandOf(title: string, nth = 0): string[] {
  const error = suite.cases.find((one) => one.title === title)?.error ?? '';
  const commands = [...error.matchAll(/^replay {4}npm run pkdk -- (.*)$/gm)];
  return (commands[nth]?.[1] ?? `no command in ${error}`).split(' ');
}

/** Playwright itself, as a developer may start it: nothing tells it where the record is to be. */
beforeAll(async () => {
  [faulty, right] = await Promise.all([served('drop-device'), served()]);
  const grep = 'success.*a batch of 2$|errors.*5032: one character of the signature changed$';
  const { PATH } = process.env;
  const child = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--grep', grep], {
    cwd: root,
    env: { PATH, CI: '1', LANG: 'C', ...faulty.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  left.push(await outcomeOf(child));
  const [run = ''] = readdirSync(join(folder, 'out')).filter((name) => /^\d{8}-/.test(name));
  const record = readRecord(join(folder, 'out', run));
  if (record.kind !== 'suite') throw new Error('not the record of suites');
  suite = record;
}, 120_000);

afterAll(async () => {
  await Promise.all([faulty?.service.stop(), right?.service.stop()]);
  rmSync(folder, { recursive: true });
});

test('the command of a failed test shows the finding again', async () => {
  const { code, stdout, stderr } = await pkdk(commandOf('a batch of 2'), faulty?.env);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(
    /^✗ Contract broken; findings: 1 as then, 0 gone, 0 new\nthen {2}.*\nnow {3}.*\nsame {2}batch-law {2}\//,
  );
});

test('on a service that is right the finding is gone', async () => {
  const { code, stdout } = await pkdk([...commandOf('a batch of 2'), '--json', '--times', '2'], right?.env);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    exitCode: 0,
    url: right?.service.url,
    before: { outcome: 'contractViolation' },
    after: [{ outcome: 'success', status: 200, code: 200 }, { outcome: 'success' }],
    same: [],
    gone: [{ rule: 'batch-law' }],
    new: [],
    notes: [expect.stringContaining(String(faulty?.service.url))],
  });
});

test('a damaged token is damaged again, and nothing gives it away', async () => {
  const refused = suite.exchanges.find(({ outcome }) => outcome === 'tokenInvalid');
  expect(refused?.request.headers.authorization).toBe('Bearer $PKDK_TOKEN(signature-tampered)');
  const { code, stdout } = await pkdk(
    ['replay', join(folder, 'out', suite.id), String(refused?.id), '--lang', 'zh'],
    right?.env,
  );
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^现在 {2}token 无效（5032）、HTTP 200、业务码 5032、/m),
  ]);

  const files = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true });
  const texts = files
    .filter((one) => one.isFile())
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'));
  const all = [...texts, ...left.flatMap(({ stdout, stderr }) => [stdout, stderr])].join('\n');
  expect(all).toContain(refused?.id);
  expect(all).not.toMatch(/eyJ[\w-]{20,}\.[\w-]{20,}|[\w-]{100,}/);
  for (const { service } of [faulty, right].filter((one) => one !== undefined)) {
    for (const part of Object.values(service.tokens).flatMap((token) => token.split('.').slice(1))) {
      expect(all.includes(part)).toBe(false);
    }
  }
});
