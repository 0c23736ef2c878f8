import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { Call, Exchange } from './exchange.ts';
import { type Launcher, openLauncher, openTransport, type Transport, type TransportOptions } from './send.ts';

const open: { server?: Server; transport?: { close(): Promise<void> } }[] = [];
afterEach(async () => {
  for (const { server, transport } of open.splice(0)) {
    await transport?.close();
    server?.closeAllConnections();
    server?.close();
  }
});

async function callTo(listener: RequestListener): Promise<Call> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  open.push({ server });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const body = Buffer.from('[]');
  return {
    request: { method: 'POST', url: `http://127.0.0.1:${port}/x`, headers: { a: 'b' }, body },
    token: 'valid',
  };
}

function transportWith(options?: TransportOptions): Transport {
  const transport = openTransport(options);
  open.push({ transport });
  return transport;
}

test('gives the answer as bytes, with its status and headers', async () => {
  const call = await callTo((request, response) => {
    response.writeHead(200, { 'Set-Cookie': ['a=1', 'b=2'], 'X-Method': request.method });
    response.end(Buffer.from([0xff, 0x00]));
  });
  const { response, failure, timings } = await transportWith().send(call);
  expect(failure).toBeUndefined();
  expect(response).toMatchObject({ status: 200, body: Buffer.from([0xff, 0x00]) });
  expect(response?.headers).toMatchObject({ 'set-cookie': 'a=1, b=2', 'x-method': 'POST' });
  expect(timings.totalMs).toBeGreaterThan(0);
});

test('a redirect is an answer', async () => {
  let requests = 0;
  const call = await callTo((_request, response) => {
    requests += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect((await transportWith().send(call)).response?.status).toBe(302);
  expect(requests).toBe(1);
});

test('no answer in time is a time-out', async () => {
  const call = await callTo(() => undefined);
  expect(await transportWith({ timeoutMs: 50 }).send(call)).toMatchObject({ failure: 'timeout' });
});

test('an answer that stops in the middle is a time-out too', async () => {
  const call = await callTo(
    (_request, response) => void response.writeHead(200, { 'content-length': 9 }).write('{'),
  );
  expect(await transportWith({ timeoutMs: 50 }).send(call)).toMatchObject({ failure: 'timeout' });
});

test('a reset connection is a socket failure with the reason', async () => {
  const call = await callTo((request) => request.socket.resetAndDestroy());
  const exchange = await transportWith().send(call);
  expect(exchange).toMatchObject({ failure: 'socket' });
  expect(exchange.reason).toMatch(/ECONNRESET|UND_ERR_SOCKET/);
});

test('an aborted call says so', async () => {
  const call = await callTo(() => undefined);
  const controller = new AbortController();
  const sent = transportWith().send(call, controller.signal);
  controller.abort();
  expect(await sent).toMatchObject({ failure: 'aborted' });
});

describe('a launcher', () => {
  function launcherTo({ request }: Call, options?: TransportOptions): Launcher {
    const launcher = openLauncher(new URL(request.url).origin, options);
    open.push({ transport: launcher });
    return launcher;
  }
  const launched = (launcher: Launcher, call: Call) =>
    new Promise<Exchange>((resolve) => launcher.launch(call, resolve));

  test('gives what a transport gives', async () => {
    const call = await callTo((request, response) => {
      response.writeHead(201, { 'Set-Cookie': ['a=1', 'b=2'], 'X-Method': request.method });
      response.write(Buffer.from([0xe4, 0xbb]));
      setTimeout(() => response.end(Buffer.from([0xa4])), 20);
    });
    const [{ response: sent }, { response: shot, timings }] = await Promise.all([
      transportWith().send(call),
      launched(launcherTo(call), call),
    ]);
    expect({ ...shot, headers: { ...shot?.headers, date: '' } }).toEqual({
      ...sent,
      headers: { ...sent?.headers, date: '' },
    });
    expect(shot?.body.toString()).toBe('令');
    expect(timings.totalMs).toBeGreaterThan(0);
  });

  test('a redirect is an answer', async () => {
    const call = await callTo((_request, response) => response.writeHead(302, { location: '/x' }).end());
    expect((await launched(launcherTo(call), call)).response?.status).toBe(302);
  });

  test('no answer in time, or half of one, is a time-out', async () => {
    const silent = await callTo(() => undefined);
    const half = await callTo((_request, response) => response.write('{'));
    for (const call of [silent, half]) {
      const launcher = launcherTo(call, { timeoutMs: 50 });
      expect(await launched(launcher, call)).toMatchObject({ failure: 'timeout' });
    }
  });

  test('each of several has its own time, the first sent runs out first, and so does one sent after them', async () => {
    const call = await callTo(() => undefined);
    const launcher = launcherTo(call, { timeoutMs: 40 });
    const ended: string[] = [];
    const launch = async (name: string) => {
      const { failure } = await launched(launcher, call);
      ended.push(`${name}: ${failure}`);
    };
    const first = launch('first');
    await new Promise((resolve) => setTimeout(resolve, 10));
    await Promise.all([first, launch('second')]);
    await launch('third');
    expect(ended).toEqual(['first: timeout', 'second: timeout', 'third: timeout']);
  });

  test('a connection that breaks, or never comes about, is a lost one, with the reason', async () => {
    const reset = await callTo((request) => request.socket.destroy());
    expect(await launched(launcherTo(reset), reset)).toMatchObject({ failure: 'socket' });
    const nowhere = { ...reset, request: { ...reset.request, url: 'http://127.0.0.1:1/' } };
    expect(await launched(launcherTo(nowhere), nowhere)).toMatchObject({
      failure: 'socket',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  test('keeps its connections, and replaces those that break', async () => {
    let requests = 0;
    const sockets = new Set<unknown>();
    const call = await callTo(({ socket }, response) => {
      sockets.add(socket);
      requests += 1;
      if (requests === 3) socket.destroy();
      else response.end('{}');
    });
    const launcher = launcherTo(call);
    const failures: unknown[] = [];
    for (let i = 0; i < 5; i++) failures.push((await launched(launcher, call)).failure);
    expect(failures).toEqual([undefined, undefined, 'socket', undefined, undefined]);
    expect(sockets.size).toBe(2);
  });

  test('does not wait for one answer to send the next, and aborting ends all of them, once each', async () => {
    let arrived = () => {};
    const both = new Promise<void>((resolve) => {
      let requests = 0;
      arrived = () => ++requests === 2 && resolve();
    });
    const call = await callTo(() => arrived());
    const launcher = launcherTo(call);
    const ended = [launched(launcher, call), launched(launcher, call)];
    await both;
    launcher.abort();
    launcher.abort();
    expect((await Promise.all(ended)).map(({ failure }) => failure)).toEqual(['aborted', 'aborted']);
  });
});
