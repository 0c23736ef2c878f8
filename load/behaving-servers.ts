import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** Servers for the tests of the load engine, named by how they behave. They speak just enough HTTP/1.1. */
export interface TestServer {
  readonly url: URL;
  /** Requests that arrived whole. */
  readonly requests: () => number;
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Called for every request; `nth` counts from 1 on its connection. */
type Behaviour = (socket: Socket, nth: number) => void;

const requestHead = /^[\s\S]*?\r\n\r\n/;

export async function serverThat(behaves: Behaviour): Promise<TestServer> {
  let requests = 0;
  let connections = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    open.add(socket);
    let pending = Buffer.alloc(0);
    let nth = 0;
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
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
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    requests: () => requests,
    connections: () => connections,
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

/** Writes the bytes one at a time, each in a packet of its own. */
export async function dribble(socket: Socket, bytes: Buffer): Promise<void> {
  socket.setNoDelay(true);
  for (const byte of bytes) {
    socket.write(Buffer.of(byte));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
