import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { operationPath } from '../contract.ts';
import type { Reply } from './behaviour.ts';
import { account } from './sample.ts';
import { start } from './service.ts';

const body = Buffer.from('{"msg":"设备"}');
const plain: Reply = { status: 200, mediaType: 'application/json', body };

/** What a service that replies so puts on the wire, and how the connection ends. */
async function wire(reply: Reply, waitMs = 200) {
  const { url, stop } = await start({ account, behaviour: { reply: () => reply } });
  onTestFinished(stop);
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  const packets: Buffer[] = [];
  socket.on('data', (packet) => packets.push(packet));
  socket.write(`POST ${operationPath} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n`);
  const end = await new Promise((resolve) => {
    socket.once('error', ({ message }) => resolve(message));
    socket.once('end', () => resolve('end'));
    setTimeout(() => resolve('open'), waitMs);
  });
  return { bytes: Buffer.concat(packets), text: Buffer.concat(packets).toString(), end };
}

test('whole, by default', async () => {
  const { text, end } = await wire({ ...plain, headers: { 'x-more': '1' } });
  expect(text).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*x-more: 1\r\n[\s\S]*\r\n\r\n{"msg":"设备"}$/i);
  expect(end).toBe('open');
});

test('without a Content-Type', async () => {
  const { text } = await wire({ status: 200, body });
  expect(text).not.toMatch(/content-type/i);
  expect(text).toMatch(/\r\n\r\n{"msg":"设备"}$/);
});

test('in pieces, cut within a character', async () => {
  const { bytes, text } = await wire({ ...plain, delivery: 'pieces' });
  expect(text).toMatch(/transfer-encoding: chunked/i);
  // Whether a chunk is a packet of its own is up to the system; where it ends is not.
  expect(bytes.toString('latin1')).toContain('"msg":"\u00e8\r\n');
});

test('less than was announced', async () => {
  const { text, end } = await wire({ ...plain, delivery: 'cut' });
  expect(text).toMatch(new RegExp(`content-length: ${body.length}\r\n`, 'i'));
  expect(text).not.toContain('}');
  expect(end).toBe('end');
});

test('whole, and then the end without a word', async () => {
  const { text, end } = await wire({ ...plain, delivery: 'hangUp' });
  expect(text).toContain('{"msg":"设备"}');
  expect(text).not.toMatch(/connection: close/i);
  expect(end).toBe('end');
});

test('reset', async () => {
  const { text, end } = await wire({ ...plain, delivery: 'reset' });
  expect([text, end]).toEqual(['', expect.stringMatching(/ECONNRESET/)]);
});

test('never', async () => {
  const { text, end } = await wire({ ...plain, delivery: 'hang' });
  expect([text, end]).toEqual(['', 'open']);
});

test('later', async () => {
  const before = performance.now();
  const { text } = await wire({ ...plain, delayMs: 60 }, 150);
  expect(text).toContain('HTTP/1.1 200 OK');
  expect(performance.now() - before).toBeGreaterThanOrEqual(60);
});
