import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { account, own } from './sample.ts';
import { serve } from './serve.ts';

const folder = await mkdtemp(join(tmpdir(), "it's serve "));
afterAll(() => rm(folder, { recursive: true }));

test('writes settings that only the owner can read, and removes them', async () => {
  const envFile = join(folder, 'reference.env');
  const reference = await serve({ account, envFile });
  const settings = parseEnv(await readFile(envFile, 'utf8'));
  expect(settings).toEqual({
    PKDK_BASE_URL: reference.url,
    PKDK_TOKEN: reference.tokens.valid,
    PKDK_REFRESH_TOKEN: reference.tokens.refresh,
    PKDK_EXPIRED_TOKEN: reference.tokens.expired,
    PKDK_DEVICES: `${envFile}.devices.csv`,
    PKDK_FOREIGN_DEVICES: `${envFile}.foreign-devices.csv`,
  });
  const files = [envFile, `${envFile}.devices.csv`, `${envFile}.foreign-devices.csv`];
  for (const file of files) expect((await stat(file)).mode & 0o777).toBe(0o600);
  const lines = (await readFile(`${envFile}.devices.csv`, 'utf8')).trimEnd().split('\n');
  expect(lines).toEqual(['pk,dk', ...own.map(({ pk, dk }) => `${pk},${dk}`)]);

  await reference.stop();
  for (const file of files) await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(fetch(reference.url)).rejects.toThrow();
});

test('quotes the fields of a device file where CSV needs it', async () => {
  const envFile = join(folder, 'quoted.env');
  const reference = await serve({ account: { own: [{ pk: 'a,b', dk: 'say "d"' }], foreign: [] }, envFile });
  expect(await readFile(`${envFile}.devices.csv`, 'utf8')).toBe('pk,dk\n"a,b","say ""d"""\n');
  await reference.stop();
});

test('writes further settings too', async () => {
  const envFile = join(folder, 'further.env');
  const reference = await serve({ account, envFile, settings: { PKDK_MAX_BATCH: '50' } });
  expect(parseEnv(await readFile(envFile, 'utf8'))).toMatchObject({ PKDK_MAX_BATCH: '50' });
  await reference.stop();
});

test('replaces what a killed service left behind, but nothing else', async () => {
  const envFile = join(folder, '.env');
  await writeFile(envFile, 'PKDK_TOKEN=mine\n');
  await expect(serve({ account, envFile })).rejects.toMatchObject({ code: 'ENV_FILE' });
  expect(await readFile(envFile, 'utf8')).toBe('PKDK_TOKEN=mine\n');

  const killed = join(folder, 'killed.env');
  const first = await serve({ account, envFile: killed });
  const second = await serve({ account, envFile: killed });
  expect(parseEnv(await readFile(killed, 'utf8')).PKDK_BASE_URL).toBe(second.url);
  await Promise.all([first.stop(), second.stop()]);
});

test('a folder that is not there', async () => {
  const envFile = join(folder, 'missing', '.env');
  await expect(serve({ account, envFile })).rejects.toMatchObject({ code: 'ENV_FILE' });
});
