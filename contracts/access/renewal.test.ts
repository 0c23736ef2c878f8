import { afterAll, expect, test } from 'vitest';
import { ToolkitError } from '../errors.ts';
import type { PreparedRequest } from '../exchange.ts';
import { account, own, tampered } from '../reference/sample.ts';
import { start } from '../reference/service.ts';
import { openTransport } from '../send.ts';
import { listDevices } from './device-list.ts';
import { logIn } from './login.ts';
import { renew } from './renewal.ts';

let nowMs = Date.parse('2026-01-01T00:00:00Z');
const service = await start({ account, now: () => nowMs, accessTokenSeconds: 60 });
const transport = openTransport();
afterAll(() => Promise.all([transport.close(), service.stop()]));

/** The requests that a renewal with this token sends, and the error it ends with. */
async function refusal(refreshToken: string, url = service.url) {
  const sent: PreparedRequest[] = [];
  const watched: typeof transport = {
    ...transport,
    send(call) {
      sent.push(call.request);
      return transport.send(call);
    },
  };
  const error: unknown = await renew(watched, url, refreshToken).catch((thrown) => thrown);
  if (!(error instanceof ToolkitError)) throw new Error('not refused');
  return { error, sent };
}

test('an expired token is renewed, and so is the one after it', async () => {
  const first = await logIn(transport, service.url, service.login);
  expect(first.expiresAt).toBe(nowMs + 60_000);
  nowMs += 60_000;
  await expect(listDevices(transport, service.url, first.token)).rejects.toThrow('5032');

  const second = await renew(transport, service.url, first.refreshToken ?? '');
  expect(second.expiresAt).toBe(nowMs + 60_000);
  expect(await listDevices(transport, service.url, second.token)).toEqual(own);
  expect(second.refreshToken).not.toBe(first.refreshToken);

  const third = await renew(transport, service.url, second.refreshToken ?? '');
  expect(third.token).not.toBe(second.token);
  expect(await listDevices(transport, service.url, third.token)).toEqual(own);
});

test('a token that was revoked before its time is renewed', async () => {
  const { token, refreshToken = '' } = await logIn(transport, service.url, service.login);
  service.revoke(token);
  await expect(listDevices(transport, service.url, token)).rejects.toThrow('5032');
  const renewed = await renew(transport, service.url, refreshToken);
  expect(await listDevices(transport, service.url, renewed.token)).toEqual(own);
});

const refresh = await service.signToken({ type: 'RefreshToken' });
const revoked = await service.signToken({ type: 'RefreshToken' });
service.revoke(revoked);

test.each([
  ['an access token', await service.signToken(), '5032'],
  ['an expired one', await service.signToken({ type: 'RefreshToken', exp: nowMs / 1000 }), '5032'],
  ['a forged one', tampered(refresh), '5032'],
  ['a revoked one', revoked, '5032'],
  ['none', '', '5106'],
])('%s is refused, and not tried again', async (_name, refreshToken, code) => {
  const { error, sent } = await refusal(refreshToken);
  expect([error.code, error.exitCode, error.params.code]).toEqual(['RENEWAL_REFUSED', 4, code]);
  expect(error.explain('en')).toMatch(new RegExp(`code ${code}\nLog in again`));
  expect(error.explain('zh')).toMatch(new RegExp(`业务码 ${code}\n请重新登录`));
  if (refreshToken !== '') expect(error.explain('en')).not.toContain(refreshToken);
  expect(sent).toHaveLength(1);
});

test('the refresh token is in the body alone', async () => {
  const { sent } = await refusal(revoked);
  const [{ method, url, headers, body } = { headers: {}, body: '' }] = sent;
  expect(method).toBe('PUT');
  expect(JSON.stringify([url, headers])).not.toContain(revoked);
  expect(new URLSearchParams(String(body)).get('refreshToken')).toBe(`Bearer ${revoked}`);
});

test('the service takes it as a query parameter, too, as the page says', async () => {
  const query = new URLSearchParams({ refreshToken: `Bearer ${refresh}` });
  const answer = await fetch(`${service.url}/v2/enduser/enduserapi/refreshToken?${query}`, { method: 'PUT' });
  expect(await answer.json()).toMatchObject({ code: 200 });
});

test('a target that is not there, or is another service', async () => {
  expect((await refusal(refresh, 'http://127.0.0.1:1')).error.code).toBe('UNREACHABLE');
  expect((await refusal(refresh, `${service.url}/elsewhere`)).error.code).toBe('NOT_THE_API');
});
