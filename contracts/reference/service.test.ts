import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { operationPath } from '../contract.ts';
import { account, foreign, own, tampered, unknown } from './sample.ts';
import { type Reference, type ServiceOptions, start } from './service.ts';

const reference = await start({ account });
afterAll(() => reference.stop());

interface Sent {
  readonly token?: string | null;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
}

/** Sends a list of devices, own ones by default, with a valid token unless it is replaced or null. */
async function call({ token = reference.tokens.valid, body = JSON.stringify(own), headers }: Sent = {}) {
  const response = await fetch(reference.url + operationPath, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body,
  });
  const raw = await response.text();
  return { response, raw, answer: JSON.parse(raw) };
}

async function started(options: Partial<ServiceOptions>): Promise<Reference> {
  const service = await start({ account, ...options });
  onTestFinished(() => service.stop());
  return service;
}

describe('outcomes', () => {
  test('success, partial and full failure', async () => {
    const { response, answer } = await call();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(answer).toMatchObject({ code: 200, data: { failedList: [] }, extMsg: null, msg: '' });
    expect(answer.data.successList).toHaveLength(own.length);

    const mixed = await call({ body: JSON.stringify([own[0], ...foreign, unknown]) });
    expect(mixed.answer.data.successList).toHaveLength(1);
    expect(mixed.answer.data.failedList).toEqual(
      [...foreign, unknown].map((device) => ({ ...device, msg: '设备未绑定' })),
    );
  });

  test.each([
    ['no token', { token: null }, 5106, '请输入token'],
    ['an empty token', { token: '' }, 5106, '请输入token'],
    ['an expired token', { token: reference.tokens.expired }, 5032, 'token 验证失败'],
    ['a refresh token', { token: reference.tokens.refresh }, 5032, 'token 验证失败'],
    ['a tampered token', { token: tampered(reference.tokens.valid) }, 5032, 'token 验证失败'],
    [
      'an expired token before a bad body',
      { token: reference.tokens.expired, body: '{' },
      5032,
      'token 验证失败',
    ],
    ['no token, in English', { token: null, headers: { 'x-q-language': 'en' } }, 5106, 'Please give a token'],
    ['a bad body', { body: '{"pk":1' }, 50005, '参数校验失败'],
    ['no body', { body: '' }, 50005, '参数校验失败'],
    ['another media type', { headers: { 'content-type': 'text/plain' } }, 50005, '参数校验失败'],
  ])('%s', async (_name, sent, code, msg) => {
    const { response, raw, answer } = await call(sent);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(answer).toEqual({ code, data: null, extMsg: null, msg });
    expect(raw).not.toContain('eyJ');
  });

  test('a content type that is none is refused with HTTP 415', async () => {
    const { response, answer } = await call({ headers: { 'content-type': 'json' } });
    expect(response.status).toBe(415);
    expect(answer).toEqual({ code: 50005, data: null, extMsg: null, msg: '参数校验失败' });
  });

  test('a large body is read, a larger one refused with HTTP 413', async () => {
    const blanks = (bytes: number) => ' '.repeat(bytes - 2);
    expect((await call({ body: `[${blanks(16 * 2 ** 20)}]` })).answer.code).toBe(200);
    expect((await call({ body: `[${blanks(16 * 2 ** 20 + 1)}]` })).response.status).toBe(413);
  });
});

test('a revoked token is refused, to a body that was answered before, too', async () => {
  const token = await reference.signToken();
  expect((await call({ token })).answer.code).toBe(200);
  reference.revoke(token);
  expect((await call({ token })).answer.code).toBe(5032);
  expect((await call()).answer.code).toBe(200);
});

test('a behaviour changes the answers', async () => {
  const { url, tokens } = await started({
    behaviour: { reply: (reply) => ({ ...reply, status: 418 }) },
  });
  const headers = { authorization: `Bearer ${tokens.valid}`, 'content-type': 'application/json' };
  expect((await fetch(url + operationPath, { method: 'POST', headers, body: '[]' })).status).toBe(418);
});

/** A request that the service takes work for. */
function emptyBatch({ url, tokens }: Reference): Promise<Response> {
  const headers = { authorization: `Bearer ${tokens.valid}`, 'content-type': 'application/json' };
  return fetch(url + operationPath, { method: 'POST', headers, body: '[]' });
}

test('with a model, no answer leaves before its time, but for refusals, which take no work', async () => {
  const service = await started({ model: { baseMs: 40, perDeviceUs: 0, servers: 1 } });
  const before = performance.now();
  const answers = [1, 2, 3].map(() => emptyBatch(service));
  for (const response of await Promise.all(answers)) expect(response.status).toBe(200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(120);

  const closed = await started({ model: { baseMs: 60_000, perDeviceUs: 0, servers: 1 } });
  expect((await fetch(closed.url + operationPath, { method: 'POST' })).status).toBe(200);
});

describe('ending connections', () => {
  async function answersOfOneConnection(announceClose: boolean): Promise<string> {
    const { url } = await started({ closeEvery: 2, announceClose });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`POST ${operationPath} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`.repeat(2));
    return text(socket);
  }

  test('unannounced', async () => {
    const answers = await answersOfOneConnection(false);
    expect(answers.match(/HTTP\/1.1 200 OK/g)).toHaveLength(2);
    expect(answers).not.toMatch(/connection: close/i);
  });

  test('announced in the last answer', async () => {
    const [, first = '', second = ''] = (await answersOfOneConnection(true)).split('HTTP/1.1 200 OK');
    expect(first).not.toMatch(/connection: close/i);
    expect(second).toMatch(/connection: close/i);
  });
});

describe('listening', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    await expect(start({ account, port })).rejects.toMatchObject({ code: 'LISTEN', params: { port } });
  });

  test('a port that cannot be', async () => {
    await expect(start({ account, port: 70_000 })).rejects.toMatchObject({ code: 'LISTEN' });
  });

  test('stopping ends open connections and frees the port', async () => {
    const service = await start({ account, model: { baseMs: 60_000, perDeviceUs: 0, servers: 1 } });
    const pending = emptyBatch(service).catch(() => 'broken off');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await service.stop();
    expect(await pending).toBe('broken off');
    await expect(fetch(service.url)).rejects.toThrow();
  });
});
