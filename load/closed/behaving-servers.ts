import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { onTestFinished } from 'vitest';

/** Servers for the tests of the load engine, named by how they behave. They speak just enough HTTP/1.1. */
export interface TestServer {
  readonly url: URL;
  /** Requests that arrived whole. */
  readonly requests: () => number;
  readonly connections: () => number;
  /** Those that arrived, of requests whole or not; with TLS, deciphered. */
  readonly bytes: () => number;
  close(): Promise<void>;
}

/** Called for every request; `nth` counts from 1 on its connection. */
type Behaviour = (socket: Socket, nth: number) => void;

const requestHead = /^[\s\S]*?\r\n\r\n/;

/** With a certificate, it is `localhost` and speaks TLS. */
export async function serverThat(
  behaves: Behaviour,
  tls?: { readonly cert: Buffer; readonly key: Buffer },
): Promise<TestServer> {
  let requests = 0;
  let connections = 0;
  let bytes = 0;
  const open = new Set<Socket>();
  const talk = (socket: Socket) => {
    open.add(socket);
    let pending = Buffer.alloc(0);
    let nth = 0;
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      bytes += chunk.length;
      pending = Buffer.concat([pending, chunk]);
      for (;;) {
        const head = requestHead.exec(pending.toString('latin1'))?.[0];
        const length = Number(/content-length: (\d+)/i.exec(head ?? '')?.[1] ?? 0);
        if (!head || pending.length < head.length + length) return;
        pending = pending.subarray(head.length + length);
        requests += 1;
        nth += 1;
        behaves(socket, nth);
      }
    });
  };
  const server = tls ? createTlsServer(tls, talk) : createServer(talk);
  server.on('connection', () => {
    connections += 1;
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: new URL(tls ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`),
    requests: () => requests,
    connections: () => connections,
    bytes: () => bytes,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An HTTP answer as bytes. */
export function answer(body: string, headers = ''): Buffer {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${headers}content-length: ${bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

/** An HTTP answer in chunks of at most three bytes, which end wherever characters do not. */
export function chunkedAnswer(body: string): Buffer {
  const bytes = Buffer.from(body);
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
  const chunks = Array.from({ length: Math.ceil(bytes.length / 3) }, (_, i) => {
    const chunk = bytes.subarray(i * 3, i * 3 + 3);
    return Buffer.concat([Buffer.from(`${chunk.length}\r\n`), chunk, Buffer.from('\r\n')]);
  });
  return Buffer.concat([Buffer.from(head), ...chunks, Buffer.from('0\r\n\r\n')]);
}

/** Writes the pieces, each in a packet of its own: the reader has its turn between two of them. */
async function writeApart(socket: Socket, pieces: readonly Buffer[]): Promise<void> {
  socket.setNoDelay(true);
  for (const piece of pieces) {
    socket.write(piece);
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Writes the bytes one at a time. */
export function dribble(socket: Socket, bytes: Buffer): Promise<void> {
  return writeApart(
    socket,
    Array.from(bytes, (byte) => Buffer.of(byte)),
  );
}

/** Writes the bytes in two packets, the first with so many of them. */
export function splitAt(socket: Socket, bytes: Buffer, place: number): Promise<void> {
  return writeApart(socket, [bytes.subarray(0, place), bytes.subarray(place)]);
}

/** The same for one test, with which it ends. */
export async function serve(...behaviour: Parameters<typeof serverThat>): Promise<TestServer> {
  const server = await serverThat(...behaviour);
  onTestFinished(server.close);
  return server;
}
