import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../contracts/checks/registry.ts';
import { connectOptions, type Reach } from '../../contracts/connect.ts';
import type { Answer, Call, Exchange, Failure } from '../../contracts/exchange.ts';
import { openLauncher } from '../../contracts/send.ts';
import { Books } from '../books/books.ts';
import { judgeAtOnce } from '../judging/judge.ts';
import { answer, chunkedAnswer, dribble, serve, splitAt } from './behaving-servers.ts';
import { guard } from './guarded-client.ts';
import { headerReader } from './header-reader.ts';
import { runLoop } from './loop-run.ts';
import { measurePoint } from './point.ts';
import { inTurn } from './shot-source.ts';

const certificates = join(import.meta.dirname, '../../contracts/certificates');
const caFile = join(certificates, 'for-tests-only.pem');
const tls = { cert: readFileSync(caFile), key: readFileSync(join(certificates, 'for-tests-only.key.pem')) };

function callTo(url: URL): Call {
  const headers = { authorization: 'Bearer secret' };
  return { request: { method: 'POST', url: url.href, headers, body: Buffer.from('[]') }, token: 'valid' };
}

interface Ending {
  readonly response?: Answer;
  readonly failure?: Failure;
  readonly reason?: string;
}

/** Sends so many requests, one after the other, and gives how each ended. */
type Engine = (url: URL, amount: number, reach?: Reach) => Promise<readonly Ending[]>;

const closedLoop: Engine = async (url, amount, reach = {}) =>
  (await runLoop({ server: { url }, amount, connect: connectOptions(reach) })).ended;

const launcher: Engine = async (url, amount, reach = {}) => {
  const opened = openLauncher(url.origin, { ...reach, timeoutMs: 5000 });
  const endings: Exchange[] = [];
  for (let i = 0; i < amount; i++)
    endings.push(await new Promise((resolve) => opened.launch(callTo(url), resolve)));
  await opened.close();
  return endings;
};

const engines: readonly (readonly [string, Engine])[] = [
  ['the closed loop', closedLoop],
  ['the launcher of the open loop', launcher],
];

describe.each(engines)('%s', (_name, send) => {
  const text = '{"msg":"令牌无效 😀"}';
  test.each([
    ['with a length', answer(text)],
    ['in chunks', chunkedAnswer(text)],
  ])('an answer %s is whole wherever it is split', async (_encoding, bytes) => {
    let asked = 0;
    const server = await serve((socket) => {
      asked += 1;
      // First between all bytes, then between each two of them.
      void (asked === 1 ? dribble(socket, bytes) : splitAt(socket, bytes, asked - 1));
    });
    const endings = await send(server.url, bytes.length);
    expect(new Set(endings.map(({ response, failure }) => failure ?? response?.body.toString()))).toEqual(
      new Set([text]),
    );
    expect(server.requests()).toBe(bytes.length);
  });

  test.each([301, 302, 303, 307, 308])('HTTP %d leads nowhere, and is an HTTP error', async (status) => {
    const elsewhere = await serve((socket) => socket.write(answer('{}')));
    const server = await serve((socket) => {
      socket.write(
        `HTTP/1.1 ${status} Moved\r\nlocation: ${elsewhere.url.href}\r\ncontent-length: 0\r\n\r\n`,
      );
    });
    const [ending] = await send(server.url, 1);
    expect(ending?.response?.status).toBe(status);
    const exchange = { ...callTo(server.url), ...ending, sentAt: 0, timings: { totalMs: 1 } };
    expect(judge(exchange, { tokenErrorStatus: 200, secrets: [] }).outcome).toBe('httpError');
    expect([elsewhere.connections(), elsewhere.bytes(), server.requests()]).toEqual([0, 0, 1]);
  });

  describe('with TLS', () => {
    test('nothing leaves for a host whose certificate is not accepted', async () => {
      const server = await serve((socket) => socket.write(answer('{}')), tls);
      const endings = await send(server.url, 3);
      const lost = { failure: 'socket', reason: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT') };
      expect(endings).toMatchObject([lost, lost, lost]);
      expect(server.connections()).toBeGreaterThan(0);
      expect(server.bytes()).toBe(0);
    });

    test('nothing leaves for a host that the certificate does not name', async () => {
      const server = await serve((socket) => socket.write(answer('{}')), tls);
      const url = new URL(server.url.href.replace('localhost', '127.0.0.1'));
      const [ending] = await send(url, 1, { caFile });
      expect(ending).toMatchObject({ failure: 'socket', reason: expect.stringContaining('ALTNAME') });
      expect(server.bytes()).toBe(0);
    });

    test.each([
      ['a CA file accepts its certificate', { caFile }],
      ['insecure accepts any', { insecure: true }],
    ])('%s', async (_name, reach) => {
      const server = await serve((socket) => socket.write(answer('{}')), tls);
      const endings = await send(server.url, 2, reach);
      expect(endings.map(({ response }) => response?.status)).toEqual([200, 200]);
      expect(server.requests()).toBe(2);
    });
  });

  test('a server that ends each connection at once gets one for each request, and every request ends', async () => {
    const server = await serve((socket) => socket.destroy());
    const endings = await send(server.url, 4);
    expect(endings.map(({ failure }) => failure)).toEqual(Array(4).fill('socket'));
    expect(endings.every(({ reason = '' }) => reason !== '')).toBe(true);
    expect([server.requests(), server.connections() <= 5]).toEqual([4, true]);
  });

  test('Connection: close is honoured, and loses nothing', async () => {
    const server = await serve((socket) => socket.write(answer('{}', 'connection: close\r\n')));
    const endings = await send(server.url, 4);
    expect(endings.map(({ response }) => response?.status)).toEqual([200, 200, 200, 200]);
    expect(server.requests()).toBe(4);
  });
});

test('every answer reaches the judge, in the window and outside it', async () => {
  const server = await serve((socket) => socket.write(answer('{}')));
  let judged = 0;
  const point = await measurePoint({
    plan: { batchSize: 1, connections: 3, durationMs: 100, warmupMs: 50, timeoutMs: 5000 },
    endpoint: { url: server.url },
    source: inTurn([callTo(server.url)]),
    signal: new AbortController().signal,
    judge: judgeAtOnce((exchange) => {
      judged += 1;
      return judge(exchange, { tokenErrorStatus: 200, secrets: [] });
    }),
    onBad: () => undefined,
    onProgress: () => undefined,
  });
  expect(judged).toBe(server.requests());
  expect(point.counts.sent).toBeGreaterThan(0);
  expect(point.counts.contractViolation).toBe(point.counts.sent);
});

test('0.3 ms stay 0.3 ms', () => {
  const books = new Books();
  for (let i = 0; i < 1000; i++) {
    books.open();
    books.close({ outcome: 'success', code: 200, sentAtMs: i, latencyMs: 0.3, bodyBytes: 1 });
  }
  const { latencyMs } = books.summary(1, 1000);
  for (const value of [latencyMs?.mean, latencyMs?.p50, latencyMs?.p99, latencyMs?.max])
    expect(value).toBeCloseTo(0.3, 3);
});

test('the engine is the version whose insides are guarded, and another one is refused', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../..', file), 'utf8'));
  const { autocannon } = read('package.json').dependencies;
  expect(autocannon).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read('node_modules/autocannon/package.json').version).toBe(autocannon);
  const hooks = { next: () => undefined, onSent: () => undefined, onEnded: () => undefined };
  const insides = { _connect() {}, _doRequest() {}, destroy() {}, parser: {}, pipelinedRequests: {} };
  expect(() => guard(insides, { url: new URL('http://127.0.0.1') }, hooks, headerReader())).toThrow(
    /engine is not the version/,
  );
});
