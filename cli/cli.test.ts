import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecord } from '../contracts/record.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { Reference } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { call } from './call.ts';
import { launch as launchAny, outcomeOf } from './launch.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
const out = join(folder, 'out');
let service: Reference;
let staging: NodeJS.Dict<string>;

beforeAll(async () => {
  const model = { baseMs: 2, perDeviceUs: 10, servers: 4 };
  service = await serve({ account: referenceAccount(), model, envFile: join(folder, 'staging.env') });
  staging = parseEnv(readFileSync(join(folder, 'staging.env'), 'utf8'));
});

afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const launch = (args: readonly string[], env: NodeJS.Dict<string>) =>
  launchAny(args, { PKDK_OUT: out, ...env });

const start = (args: string, env: NodeJS.Dict<string> = {}) => outcomeOf(launch(args.split(' '), env));
const pkdk = (args: string, env: NodeJS.Dict<string> = {}) =>
  call(args.split(' '), { PKDK_OUT: out, ...env });

const dead = { PKDK_BASE_URL: 'http://127.0.0.1:1', PKDK_TOKEN: 'x' };
const oldToken = `e30.${Buffer.from('{"exp":1}').toString('base64url')}.x`;

type Refused = readonly [
  name: string,
  args: string,
  env: () => NodeJS.Dict<string>,
  code: number,
  message: RegExp,
];

const called: readonly Refused[] = [
  [
    'no such device file',
    'suite',
    () => ({ ...dead, PKDK_DEVICES: '/nowhere.csv' }),
    2,
    /\/nowhere\.csv cannot be read/,
  ],
  [
    'a CSV without header',
    'suite',
    () => ({ ...dead, PKDK_DEVICES: file('a.csv', 'x,y\n') }),
    2,
    /line 1: .*header/i,
  ],
  [
    'an empty pool',
    'load sweep',
    () => ({ ...dead, PKDK_DEVICES: file('b.csv', 'pk,dk\n') }),
    2,
    /no own device/,
  ],
  [
    'a URL without scheme',
    'doctor',
    () => ({ PKDK_BASE_URL: 'staging.example.com' }),
    2,
    /must be a URL with http/,
  ],
  ['an unknown setting', 'suite', () => ({ PKDK_BASE_URI: 'x' }), 2, /no setting PKDK_BASE_URI/],
  [
    'a port nobody listens on',
    'suite',
    () => ({ ...staging, ...dead }),
    3,
    /cannot be reached: ECONNREFUSED/,
  ],
  ['the same for the doctor', 'doctor', () => ({ ...staging, ...dead }), 3, /✗ target: .*cannot be reached/],
  ['the same for load', 'load sweep', () => ({ ...staging, ...dead }), 3, /cannot be reached/],
  [
    'an expired token, and no way to renew it',
    'suite',
    () => ({ ...staging, PKDK_TOKEN: oldToken, PKDK_REFRESH_TOKEN: '' }),
    4,
    /expired at 1970-01-01/,
  ],
  ['an unknown command', 'lod', () => ({}), 2, /Did you mean load/],
  ['a batch of nothing', 'load sweep --batch-sizes 0', () => staging, 2, /--batch-sizes is "0"/],
  ['a batch larger than the account', 'load sweep --batch-sizes 2001', () => staging, 2, /there are 2000/],
  ['no rate', 'load rate --batch-sizes 5', () => staging, 2, /--rate is ""/],
  ['no such metric', 'load smoke --threshold p98<250ms', () => staging, 2, /there is no metric p98/],
  [
    'a condition known too late',
    'load sweep --abort-on cpu>90%',
    () => staging,
    2,
    /--abort-on cannot be used/,
  ],
  ['a spike that is none', 'load spike --rate 50 --peak 50', () => staging, 2, /--peak is "50"/],
  ['a ramp from nowhere', 'load ramp --to 50', () => staging, 2, /--from is ""/],
  ['an objective without a unit', 'load capacity --slo p99<250', () => staging, 2, /write p99<250ms/],
  ['a search without time', 'load capacity --budget 10s', () => staging, 2, /at least --budget 106s/],
  ['no such fault', 'serve --fault drop', () => ({}), 2, /--fault is "drop"/],
  ['no such variant', 'serve --variant drop', () => ({}), 2, /--variant is "drop"/],
  [
    'a fault and a variant',
    'serve --fault drop-device --variant jitter',
    () => ({}),
    2,
    /--variant is "jitter"[\s\S]*without --fault/,
  ],
  ['no such record', 'report /nowhere', () => ({}), 2, /record \/nowhere cannot be read/],
  ['no record', 'report', () => ({}), 2, /records of a run, or --history/],
  [
    'an output folder that is a file',
    'load sweep --out package.json',
    () => staging,
    2,
    /package\.json.* cannot be written/,
  ],
  [
    'load on a host that was not allowed',
    'load sweep',
    () => ({ ...staging, PKDK_BASE_URL: 'http://192.0.2.1' }),
    2,
    /Load is not sent to 192\.0\.2\.1/,
  ],
  [
    'a run on such a host',
    'run',
    () => ({ ...staging, PKDK_BASE_URL: 'http://192.0.2.1' }),
    2,
    /PKDK_ALLOW_HOSTS=192\.0\.2\.1/,
  ],
  [
    'bad input in Chinese',
    'load sweep --lang zh --batch-sizes 0',
    () => staging,
    2,
    /应为 1 到 10000 之间的整数/,
  ],
];

/** Those of Playwright, and one of each way to end that is not a command's: only a process shows its exit code. */
const started: readonly Refused[] = [
  [
    'a refused token',
    'suite',
    () => ({ ...staging, PKDK_TOKEN: 'nonsense' }),
    4,
    /refuses the token: code 5032/,
  ],
  ['a flag that Playwright does not know', 'suite --nonsense', () => ({}), 2, /unknown option '--nonsense'/],
  ['tests that are not there', 'suite --grep nothing-like-it', () => ({}), 1, /No tests found/],
  ['a list, which needs no target', 'suite --list', () => ({ ...staging, ...dead }), 0, /Total: \d{3} tests/],
  ['an unknown flag', 'load sweep --conections 3', () => ({}), 2, /Did you mean --connections/],
];

test.concurrent.each([
  ...called.map((one) => [...one, pkdk] as const),
  ...started.map((one) => [...one, start] as const),
])('%s: one clear message, and nothing left behind', async (name, args, env, code, message, run) => {
  const own = join(out, name);
  const result = await run(args, { PKDK_OUT: own, ...env() });
  expect(result.stdout + result.stderr).toMatch(message);
  expect(result.code).toBe(code);
  expect(result.stderr).not.toMatch(/^\s+at /m);
  const left = existsSync(own) ? readdirSync(own) : [];
  expect(left.filter((folder) => folder !== 'playwright')).toEqual([]);
});

test.each([
  ['PKDK_LANG', 'report /nowhere', { PKDK_LANG: 'zh' }],
  ['the locale', 'report /nowhere', { LANG: 'zh_CN.UTF-8' }],
  ['--lang before it', 'report --lang zh /nowhere', { PKDK_LANG: 'en' }],
])('errors are told in the language of %s', async (_name, args, env) => {
  expect((await pkdk(args, env)).stderr).toMatch(/无法读取/);
});

test('a damaged record is refused with the place of the damage', async () => {
  const { code, stderr } = await pkdk(`report ${file('record.json', '{"schemaVersion":2,"kind":"load"}')}`);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/record\.json cannot be read: /)]);
});

test('a target that answers HTML is unreachable, not broken', async () => {
  const page = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<html>'),
  );
  await once(page.listen(0, '127.0.0.1'), 'listening');
  const address = page.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const { code, stderr } = await pkdk('suite', { ...staging, PKDK_BASE_URL: url });
  page.close();
  expect([code, stderr]).toEqual([3, expect.stringMatching(/HTTP 200 with text\/html/)]);
});

test('the whole command line has a help text with examples', async () => {
  const { code, stdout } = await pkdk('--help');
  expect([code, stdout]).toEqual([0, expect.stringMatching(/Examples:\n {2}npm/)]);
});

test('the published page becomes a description on stdout', async () => {
  const { code, stdout, stderr } = await start('contract import contracts/source');
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^openapi: 3\.1\.0$/m);
  expect(stdout).toContain('batchGetPureBtResetCredentials:');
});

test('the same seed prints the same batch', async () => {
  const print = () => pkdk('batch --size 3 --seed 42 --mix own=2,unknown=1', {});
  const [once, again] = [await print(), await print()];
  expect(once).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(once.stdout)).toHaveLength(3);
  expect(again.stdout).toBe(once.stdout);
});

test.concurrent.each([
  ['sweep', ['sweep', '--duration', '1s']],
  ['rate', ['rate', '--rate', '50', '--arrivals', 'poisson', '--duration', '500ms', '--warmup', '100ms']],
])('Ctrl-C ends a %s, and what was measured is written', async (scenario, flags) => {
  const sizes = Array.from({ length: 60 }, (_, i) => i + 1).join(',');
  const stopped = join(folder, `stopped-${scenario}`);
  const child = launch(['load', ...flags, '--batch-sizes', sizes, '--out', stopped], staging);
  child.stderr?.once('data', () => setTimeout(() => child.kill('SIGINT'), 1500));
  const { code, stdout } = await outcomeOf(child);
  expect([code, stdout]).toEqual([130, expect.stringContaining('index.html')]);
  const [id = ''] = readdirSync(stopped);
  const record = readRecord(join(stopped, id));
  if (record.kind !== 'load') throw new Error('not a load record');
  expect(record).toMatchObject({ interrupted: true, scenario });
  expect(record.points.length).toBeGreaterThan(1);
  expect(record.points[0]?.counts.sent).toBeGreaterThan(0);
  for (const { counts } of record.points) {
    const { sent, ...outcomes } = counts;
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
  }
});

test('faults and variants are listed, each with its text', async () => {
  const { code, stdout } = await pkdk('serve --list-faults --lang zh', {});
  expect(code).toBe(0);
  expect(stdout).toContain('drop-device\tbatch-law\t应答缺少第一台设备\n');
  expect(stdout).toContain('jitter\tvariant\t应答随机延迟');
});

test('--plan says what a search would send, and leaves nothing behind', async () => {
  const before = existsSync(out) ? readdirSync(out) : [];
  const { code, stdout } = await pkdk('load capacity --plan --batch-sizes 1,50 --budget 5m', staging);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /Objective: p99<250ms,violations=0,tokenInvalid=0\nBatch sizes: 1, 50, at most 150 s each/,
  );
  expect(stdout).toContain('At most 300 s in all');
  expect(stdout).not.toContain('what a call costs');
  expect(existsSync(out) ? readdirSync(out) : []).toEqual(before);
});
