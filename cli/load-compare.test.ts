import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exitCodes } from '../contracts/errors/entry.ts';
import { readRecord } from '../contracts/record.ts';
import { account } from '../contracts/reference/sample.ts';
import { loginSettings } from '../contracts/reference/serve.ts';
import { start } from '../contracts/reference/service.ts';
import { faults } from '../suites/faults/faults.ts';
import { call } from './call.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
/** Two services with one account and keys of their own: the head refuses the token of the base, and is logged in to. */
const base = await start({ account, model: { baseMs: 2, perDeviceUs: 0, servers: 2 } });
const head = await start({
  account,
  login: base.login,
  model: { baseMs: 8, perDeviceUs: 0, servers: 2 },
});
afterAll(async () => {
  await Promise.all([base.stop(), head.stop()]);
  rmSync(folder, { recursive: true });
});

const login = loginSettings(base.login);
const brief = '--blocks 4 --batch-sizes 2 --connections 2 --duration 150ms --warmup 50ms --seed 7';

async function compare(name: string, urls: string, env: NodeJS.Dict<string> = login) {
  const out = join(folder, name);
  const left = await call(`load compare ${urls} ${brief} --out ${out}`.split(' '), env);
  const [id] = readdirSync(folder).includes(name) ? readdirSync(out) : [];
  return { ...left, run: id === undefined ? undefined : join(out, id) };
}

test('load compare: both sides in turn, one record, and the words of its report', async () => {
  const {
    code,
    stdout,
    stderr,
    run = '',
  } = await compare('slower', `--base ${base.url} --head ${head.url} --fail-on slower:5%`);
  const record = readRecord(run);
  if (record.kind !== 'load') throw new Error('not a load record');
  expect(record).toMatchObject({
    ...{ scenario: 'compare', target: { url: head.url }, base: { url: base.url } },
    plan: { blocks: 4, batchSizes: [2], connections: [2] },
  });
  expect(record.points.map(({ block }) => block)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  expect(record.points.filter(({ side }) => side === 'head')).toHaveLength(4);
  // Both services and the generator share a core here: what a block is worth depends on the machine.
  const isShown = stdout.includes('slower:5%: failed');
  expect(code).toBe(isShown ? exitCodes.threshold : exitCodes.invalid);
  expect(stderr).toContain('block 4, base: batch size 2');
  const page = readFileSync(join(run, 'comparison.html'), 'utf8');
  expect(page).toContain('4 blocks, in each both sides');
  expect(page).toContain(`--base ${base.url} --head ${head.url} --blocks 4`);
  const refused = await call(['compare', run, run]);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('is a comparison already');
  for (const file of readdirSync(run))
    for (const secret of [
      base.tokens.valid,
      head.tokens.valid,
      base.login.password,
      base.login.userDomainSecret,
    ])
      expect(readFileSync(join(run, file), 'utf8')).not.toContain(secret);
});

test('load compare: a head that breaks the contract ends it there, exit code 1', async () => {
  const behaviour = faults.find(({ name }) => name === 'drop-device');
  if (!behaviour) throw new Error('no such fault');
  const broken = await start({ account, login: base.login, behaviour });
  const { code, run = '' } = await compare('broken', `--base ${base.url} --head ${broken.url}`);
  await broken.stop();
  expect(code).toBe(exitCodes.broken);
  expect(readRecord(run)).toMatchObject({
    interrupted: false,
    exchanges: [{ findings: [{ rule: 'batch-law' }] }],
  });
});

test.each([
  [
    'a head that load may not go to',
    `--base ${base.url} --head http://pkdk.example.com`,
    login,
    'pkdk.example.com',
  ],
  ['no head', `--base ${base.url}`, login, '--head is ""'],
  ['no account', `--base ${base.url} --head ${head.url}`, {}, 'PKDK_TOKEN is not set'],
  ['no condition', `--base ${base.url} --head ${head.url} --fail-on slow`, login, '--fail-on is "slow"'],
])('load compare, %s: one clear error, and nothing left behind', async (name, urls, env, said) => {
  const { code, stderr, run } = await compare(name.replaceAll(' ', '-'), urls, env);
  expect(code).toBe(exitCodes.usage);
  expect(stderr).toContain(said);
  expect(run).toBeUndefined();
});
