import { afterAll, beforeEach, expect, test } from 'vitest';
import { ToolkitError } from '../errors.ts';
import { account, own } from '../reference/sample.ts';
import { type Reference, start } from '../reference/service.ts';
import { openTransport } from '../send.ts';
import { listDevices } from './device-list.ts';
import { logIn } from './login.ts';
import { readClaims } from './token.ts';

const transport = openTransport();
let service: Reference;
beforeEach(async () => {
  service = await start({ account });
  return service.stop;
});
afterAll(() => transport.close());

/** Why something was refused. */
async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.catch((thrown) => thrown);
  if (!(error instanceof ToolkitError)) throw new Error('not refused');
  return `${error.code} ${error.exitCode}: ${error.explain('en')}`;
}

test('a login gives an access token and a refresh token, without their prefix', async () => {
  const { token, refreshToken, expiresAt } = await logIn(transport, service.url, service.login);
  expect(readClaims(token)?.type).toBe('AccessToken');
  expect(readClaims(refreshToken ?? '')?.type).toBe('RefreshToken');
  expect(expiresAt).toBe((readClaims(token)?.exp ?? 0) * 1000);
});

test('a wrong password says how many attempts are left, and is never tried again', async () => {
  const wrong = { ...service.login, password: 'guess' };
  const said: string[] = [];
  for (let i = 0; i < 5; i++) said.push(await refusal(logIn(transport, service.url, wrong)));
  expect(said.map((text) => /code (\d+)/.exec(text)?.[1])).toEqual(['5582', '5581', '5580', '5579', '5147']);
  expect(said[0]).toMatch(
    /^LOGIN_REFUSED 4: .*4 attempts are left before the account is frozen\nCorrect the PKDK_LOGIN/,
  );
  expect(said[4]).toContain('the account is frozen for 20 minutes');
  expect(said.join()).not.toContain('guess');
});

test('a wrong signature, an unknown user, and a user of the other kind', async () => {
  const { login, url } = service;
  expect(await refusal(logIn(transport, url, { ...login, userDomainSecret: 'x' }))).toContain(
    'code 5420, the signature is wrong',
  );
  expect(await refusal(logIn(transport, url, { ...login, user: { phone: '1', country: '86' } }))).toContain(
    'code 5004',
  );
  expect(await refusal(logIn(transport, url, { ...login, user: { email: 'a@b.c' } }))).toContain(
    'LOGIN_REFUSED',
  );
});

test('a target that is not there, or is another service', async () => {
  expect(await refusal(logIn(transport, 'http://127.0.0.1:1', service.login))).toMatch(/^UNREACHABLE 3/);
  expect(await refusal(logIn(transport, `${service.url}/elsewhere`, service.login))).toMatch(
    /^NOT_THE_API 3: .*HTTP 404/,
  );
  expect(await refusal(listDevices(transport, 'http://127.0.0.1:1', 'x'))).toMatch(/^UNREACHABLE 3/);
});

test('the devices of the account are those of all pages, in order', async () => {
  expect(await listDevices(transport, service.url, service.tokens.valid)).toEqual(own);
  const many = Array.from({ length: 250 }, (_, i) => ({ pk: 'p11pLZ', dk: `D${i}` }));
  const large = await start({ account: { own: many, foreign: [] } });
  expect(await listDevices(transport, large.url, large.tokens.valid)).toEqual(many);
  await large.stop();
});

test('devices are listed for good tokens only', async () => {
  expect(await refusal(listDevices(transport, service.url, service.tokens.expired))).toMatch(
    /^DEVICE_LIST 4: .*5032/,
  );
});
