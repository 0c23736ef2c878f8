import { setTimeout as sleep } from 'node:timers/promises';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { operationPath } from '../contract.ts';
import type { Lang } from '../text.ts';
import { errorAnswer } from './answer.ts';
import type { Reply } from './behaviour.ts';
import { deliver } from './deliver.ts';
import { jsonReply, type Responder } from './respond.ts';

/** Settles when an answer of this many devices to a request of this moment is due. */
export type Delay = (arrivedAtMs: number, devices: number) => Promise<void>;

const bodyLimitBytes = 16 * 2 ** 20;

function langOf(header: string | string[] | undefined): Lang {
  return header === 'en' ? 'en' : 'zh';
}

function send(httpReply: FastifyReply, reply: Reply): FastifyReply {
  const { status, mediaType, headers, body, delivery } = reply;
  if (mediaType !== undefined && !delivery) {
    return httpReply
      .code(status)
      .headers({ 'content-type': mediaType, ...headers })
      .send(body);
  }
  httpReply.hijack();
  deliver(httpReply.raw, reply);
  return httpReply;
}

/** The HTTP side of the service: bytes in, bytes out. */
export function createApp(respond: Responder, delay?: Delay): FastifyInstance {
  const app = fastify({ bodyLimit: bodyLimitBytes, forceCloseConnections: true });

  // Bodies stay bytes, since the token comes first; one that is not JSON is read and dropped.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, _body, done) => done(null));

  app.post<{ Body: Buffer | undefined }>(operationPath, async ({ headers, body }, httpReply) => {
    const arrivedAtMs = performance.now();
    const lang = langOf(headers['x-q-language']);
    const { reply, devices } = await respond({ authorization: headers.authorization, lang, body });
    if (delay && devices !== undefined) await delay(arrivedAtMs, devices);
    if (reply.delayMs) await sleep(reply.delayMs);
    return send(httpReply, reply);
  });

  // What Fastify refuses by itself: a body too large or broken off, a content type that is none.
  app.setErrorHandler(({ statusCode = 500 }: { statusCode?: number }, { headers }, httpReply) =>
    send(httpReply, jsonReply(errorAnswer(50005, langOf(headers['x-q-language'])), statusCode)),
  );
  return app;
}

/** Makes the service end a connection after every n-th answer, with or without saying so in that answer. */
export function closeConnections(app: FastifyInstance, every: number, announce: boolean): void {
  const answersOf = new WeakMap<object, number>();
  app.addHook('onSend', async ({ socket }, httpReply) => {
    const answers = (answersOf.get(socket) ?? 0) + 1;
    answersOf.set(socket, answers);
    if (answers % every !== 0) return;
    if (announce) httpReply.header('connection', 'close');
    else httpReply.raw.once('finish', () => socket.end());
  });
}
