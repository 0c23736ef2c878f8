import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { ToolkitError } from './contracts/errors.ts';
import { readSettings, settingNames } from './settings.ts';

const staging = {
  PKDK_BASE_URL: 'https://staging.example.com/',
  PKDK_TOKEN: 't',
  PKDK_DEVICES: 'devices.csv',
};

function problems(env: Record<string, string>): string[] {
  try {
    readSettings({}, env, {});
  } catch (error) {
    if (error instanceof ToolkitError)
      return error.parts.map((part) => part.explain('en').replace('\n', '. '));
    throw error;
  }
  return [];
}

test('has a default for everything that a run without settings needs', () => {
  expect(readSettings({}, {}, {})).toMatchObject({
    baseUrl: undefined,
    tokenErrorStatus: 200,
    maxBatch: 100,
    allowHosts: [],
    strict: false,
    lang: 'en',
    out: 'reports/out',
    insecure: false,
    given: {},
  });
});

test('a flag goes before the environment, the environment before .env', () => {
  const read = (flags: Record<string, string>, env: Record<string, string>) =>
    readSettings(flags, env, { PKDK_SEED: '3' }).seed;
  expect(read({ PKDK_SEED: '1' }, { PKDK_SEED: '2' })).toBe(1);
  expect(read({}, { PKDK_SEED: '2' })).toBe(2);
  expect(read({}, { PKDK_SEED: '' })).toBe(3);
});

test('the language follows the locale unless it is set', () => {
  expect(readSettings({}, { LANG: 'zh_CN.UTF-8' }, {}).lang).toBe('zh');
  expect(readSettings({}, { LC_ALL: 'en_GB.UTF-8', LANG: 'zh_CN.UTF-8' }, {}).lang).toBe('en');
  expect(readSettings({}, { LANG: 'zh_CN.UTF-8', PKDK_LANG: 'en' }, {}).lang).toBe('en');
});

test('the random seed differs from run to run', () => {
  expect(readSettings({}, {}, {}).seed).not.toBe(readSettings({}, {}, {}).seed);
});

test('what was given is kept without secrets', () => {
  const { given, baseUrl } = readSettings({}, { ...staging, PKDK_SEED: '7' }, {});
  expect(baseUrl).toBe('https://staging.example.com');
  expect(given).toEqual({
    PKDK_BASE_URL: staging.PKDK_BASE_URL,
    PKDK_DEVICES: 'devices.csv',
    PKDK_SEED: '7',
  });
});

test.each([
  [
    { PKDK_BASE_URL: 'staging.example.com' },
    /^PKDK_BASE_URL is "staging.example.com". It must be a URL with http/,
  ],
  [{ PKDK_BASE_URL: 'https://user:pw@host' }, /^PKDK_BASE_URL/],
  [{ PKDK_BASE_URL: 'ftp://host' }, /^PKDK_BASE_URL/],
  [{ PKDK_SEED: '-1' }, /integer from 0 to 4294967295/],
  [{ PKDK_SEED: '4294967296' }, /PKDK_SEED/],
  [{ PKDK_MAX_BATCH: '0' }, /PKDK_MAX_BATCH is "0"/],
  [{ PKDK_MAX_BATCH: 'many' }, /PKDK_MAX_BATCH is "many"/],
  [{ PKDK_LANG: 'fr' }, /en or zh/],
  [{ PKDK_STRICT: 'yes' }, /0 or 1/],
  [{ PKDK_ALLOW_HOSTS: 'https://a.example' }, /host names/],
  [{ PKDK_BASE_URI: 'https://a.example' }, /no setting PKDK_BASE_URI/],
])('refuses %j', (env, message) => {
  expect(problems(env)[0]).toMatch(message);
});

test('names every problem at once, and what a target needs', () => {
  expect(problems({ PKDK_BASE_URL: 'http://127.0.0.1:1', PKDK_SEED: 'x' })).toHaveLength(3);
});

test('a login stands in for token and devices, and is complete or refused', () => {
  const login = {
    PKDK_BASE_URL: 'http://127.0.0.1:1',
    PKDK_LOGIN_PHONE: '138',
    PKDK_LOGIN_COUNTRY: '86',
    PKDK_LOGIN_PASSWORD: 'p',
    PKDK_USER_DOMAIN: 'D',
    PKDK_USER_DOMAIN_SECRET: 's',
  };
  const settings = readSettings({}, login, {});
  expect(settings.login).toEqual({
    user: { phone: '138', country: '86' },
    password: 'p',
    userDomain: 'D',
    userDomainSecret: 's',
  });
  expect(Object.keys(settings.given)).toEqual(['PKDK_BASE_URL', 'PKDK_LOGIN_COUNTRY', 'PKDK_USER_DOMAIN']);
  const email = { ...login, PKDK_LOGIN_PHONE: '', PKDK_LOGIN_COUNTRY: '', PKDK_LOGIN_EMAIL: 'a@b.c' };
  expect(readSettings({}, email, {}).login?.user).toEqual({ email: 'a@b.c' });
  expect(problems({ ...login, PKDK_LOGIN_COUNTRY: '', PKDK_USER_DOMAIN: '' })).toEqual([
    'PKDK_LOGIN_COUNTRY is not set. It is needed because PKDK_LOGIN_* is set.',
    'PKDK_USER_DOMAIN is not set. It is needed because PKDK_LOGIN_* is set.',
  ]);
});

test('.env.example shows each setting', () => {
  const example = readFileSync(new URL('.env.example', import.meta.url), 'utf8');
  expect(example.match(/^#? ?PKDK_\w+(?==)/gm)?.map((line) => line.replace(/^#? ?/, ''))).toEqual(
    settingNames,
  );
  expect(parseEnv(example)).toEqual({});
});
