import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { realClock } from '../clock.ts';
import { answer, dribble, serve, serverThat } from './behaving-servers.ts';
import { openCeiling } from './ceiling.ts';
import { startClosedLoop } from './closed-loop.ts';
import { runLoop as run } from './loop-run.ts';
import { type Ended, shotOf } from './shot.ts';

test('every request that arrives is sent once and ends once', async () => {
  const server = await serve((socket) => socket.write(answer('{}')));
  const { ended, sent } = await run({ server, connections: 4, amount: 200 });
  expect([sent, ended.length, server.requests()]).toEqual([200, 200, 200]);
});

test('the last requests are waited for', async () => {
  const server = await serve((socket) => setTimeout(() => socket.write(answer('{}')), 200));
  const { answered, sent } = await run({ server, connections: 3 }, sleep(100));
  expect([sent, answered]).toEqual([3, 3]);
});

test('latency does not drift where the server ends connections without a word', async () => {
  const server = await serve((socket, nth) => {
    setTimeout(() => (nth % 5 === 0 ? socket.end(answer('{}')) : socket.write(answer('{}'))), 10);
  });
  const { ended, sent, failures } = await run({ server, amount: 60 });
  expect(sent).toBe(ended.length);
  expect(failures('socket')).toBeGreaterThan(0);
  const latencies = ended.filter((one) => one.response).map((one) => one.endedAt - one.sentAt);
  // Timed from an older request, they would grow by 10 ms with every connection that ends.
  expect(latencies.sort((a, b) => a - b)[Math.floor(latencies.length / 2)]).toBeLessThan(40);
});

test('Connection: close is honoured, and loses nothing', async () => {
  const server = await serve((socket, nth) => {
    socket.write(answer('{}', nth % 5 === 0 ? 'connection: close\r\n' : ''));
  });
  const { answered, sent } = await run({ server, amount: 50 });
  expect([sent, answered]).toEqual([50, 50]);
  // The last answer closes its connection, too: the one after it may not be there yet.
  expect([10, 11]).toContain(server.connections());
});

test('an answer without a length ends with its connection', async () => {
  const server = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n{"msg":"完"}'));
  const { ended } = await run({ server, amount: 5 });
  expect(ended.map((one) => one.response?.body.toString())).toEqual(Array(5).fill('{"msg":"完"}'));
});

test('text is whole wherever its bytes are split', async () => {
  const text = '{"msg":"令牌无效 😀"}';
  const server = await serve((socket) => void dribble(socket, answer(text)));
  const { ended } = await run({ server, amount: 3 });
  expect(ended.map((one) => one.response?.body.toString())).toEqual([text, text, text]);
});

test('a hanging answer is a time-out, and the connection is given up', async () => {
  const server = await serve((socket, nth) => nth === 1 && socket.write(answer('{}')));
  const { ended, failures } = await run({ server, amount: 4, timeoutMs: 1000 });
  expect(failures('timeout')).toBe(2);
  expect(ended).toHaveLength(4);
  expect(server.connections()).toBeGreaterThanOrEqual(2);
});

test.each([
  ['resets the connection', (socket: { resetAndDestroy(): unknown }) => socket.resetAndDestroy()],
  [
    'cuts its answer',
    (socket: { end(text: string): unknown }) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{'),
  ],
  ['speaks no HTTP', (socket: { write(text: string): unknown }) => socket.write('hello\r\n\r\n')],
])('a server that %s: every request ends, as lost', async (_name, behaves) => {
  const server = await serve((socket) => void behaves(socket));
  const { sent, failures } = await run({ server, amount: 5 });
  expect([sent, failures('socket')]).toEqual([5, 5]);
});

test('a port where nobody listens is not hammered', async () => {
  const server = await serverThat(() => undefined);
  await server.close();
  const { sent, failures } = await run({ server, connections: 2 }, sleep(300));
  expect(failures('socket')).toBe(sent);
  expect(sent).toBeLessThan(20);
});

test('aborting ends at once, and what was under way counts as aborted', async () => {
  const server = await serve(() => undefined);
  const ended: Ended[] = [];
  const shot = shotOf({
    request: { method: 'POST', url: server.url.href, headers: {}, body: Buffer.from('[]') },
    token: 'valid',
  });
  let sent = 0;
  const loop = startClosedLoop({
    url: server.url,
    connections: 3,
    timeoutMs: 60_000,
    next: () => shot,
    onSent: () => {
      sent += 1;
    },
    onEnded: (one) => ended.push(one),
  });
  while (server.requests() < 3) await sleep(5);
  loop.abort();
  await loop.done;
  expect(sent).toBe(3);
  expect(ended.map(({ failure }) => failure)).toEqual(['aborted', 'aborted', 'aborted']);
});

test('requests keep to a ceiling, whatever the number of connections', async () => {
  const server = await serve((socket) => socket.write(answer('{}')));
  const ceiling = openCeiling(100, realClock);
  const { ended, sent } = await run({ server, connections: 4, amount: 11, ceiling });
  expect([sent, ended.length]).toEqual([11, 11]);
  const moments = ended.map(({ sentAt }) => sentAt).sort((a, b) => a - b);
  // Ten intervals of 10 ms, less what may be made up for, and what passes between the clock's two readings.
  expect((moments.at(-1) ?? 0) - (moments[0] ?? 0)).toBeGreaterThan(90);
  expect(ceiling.heldBack()).toBeGreaterThan(0);
});

test('a loop that waits for its turn can be ended', async () => {
  const server = await serve((socket) => socket.write(answer('{}')));
  const ceiling = openCeiling(0.01, realClock);
  const { sent, answered } = await run({ server, connections: 3, ceiling }, sleep(150));
  expect([sent, answered, server.requests()]).toEqual([1, 1, 1]);
});
