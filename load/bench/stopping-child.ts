import { once } from 'node:events';
import { createServer } from 'node:net';
import { createAlarm } from '../../contracts/reference/alarm.ts';
import type { StoppingOptions } from './stopping.ts';

/**
 * A server in a process of its own that gives one answer, so long after the request. When it goes on after a stop it has
 * hundreds to answer at once, so it does next to nothing for each: requests are small, and come in one piece.
 */

const [options]: StoppingOptions[] = await once(process, 'message');
if (options) {
  const { answer, serviceMs } = options;
  const head = ['HTTP/1.1 200 OK', 'content-type: application/json;charset=UTF-8'];
  const length = `content-length: ${Buffer.byteLength(answer)}`;
  const bytes = Buffer.from([...head, length, '', answer].join('\r\n'));
  const alarm = createAlarm();
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('data', async () => {
      await alarm.at(performance.now() + serviceMs);
      socket.write(bytes);
    });
    // A caller that hangs up is no fault.
    socket.on('error', () => undefined);
  });
  server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 });
  await once(server, 'listening');
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
}
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit());
