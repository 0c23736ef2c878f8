import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { systemReason, ToolkitError } from '../../contracts/errors.ts';
import type { Failure } from '../../contracts/exchange.ts';
import type { Ceiling } from './ceiling.ts';
import { backOffMs, type Endpoint, openSocket } from './endpoint.ts';
import type { HeaderReader } from './header-reader.ts';
import type { Ended, Shot } from './shot.ts';

/** What a load engine needs of its surroundings. */
export interface LoopHooks {
  /** Requests wait for their turn under it; without one they never wait. */
  readonly ceiling?: Ceiling | undefined;
  /** The next shot of any connection; `undefined` when no more are to be sent. */
  next(): Shot | undefined;
  /** Told of each answer before its connection sends again. */
  onAnswer?(ended: Ended): void;
  /** A shot was handed to a connection. Every one of them ends. */
  onSent(sentAt: number): void;
  /** Called once the connection's next request is on its way. */
  onEnded(ended: Ended): void;
}

/** The insides of autocannon 9.0.0's client that the guards replace or call. */
interface ClientInternals {
  conn: Socket;
  destroyed: boolean;
  readonly parser: { execute(chunk: Buffer): unknown; finish(): unknown; reinitialize(type: string): void };
  pipelinedRequests: object;
  requestIterator: object;
  _connect(): void;
  _doRequest(): void;
  _resetConnection(): void;
  destroy(): void;
}

function hasInternals(client: object): client is ClientInternals {
  const methods = ['_connect', '_doRequest', '_resetConnection', 'destroy'];
  const objects = ['parser', 'pipelinedRequests', 'requestIterator'];
  const typeOf = (name: string) => typeof Reflect.get(client, name);
  return (
    methods.every((name) => typeOf(name) === 'function') && objects.every((name) => typeOf(name) === 'object')
  );
}

const noBytes: Buffer = Buffer.alloc(0);

interface HeadersInfo {
  readonly statusCode: number;
  readonly headers: readonly string[];
  readonly shouldKeepAlive: boolean;
}

interface InFlight {
  readonly shot: Shot;
  readonly sentAt: number;
  readonly chunks: Buffer[];
  info?: HeadersInfo;
}

export interface GuardedClient {
  destroy(): void;
  /** Asks for a shot again, if there was none when it last asked. */
  askAgain(): void;
}

/**
 * Makes one autocannon client tell the truth: one request in flight with its own clock, bodies kept as
 * bytes, `Connection: close` honoured, requests of a lost connection counted as lost, no request timed
 * from an older one, certificates verified, and a pause before reconnecting where nobody answers.
 */
export function guard(
  client: object,
  endpoint: Endpoint,
  hooks: LoopHooks,
  headersOf: HeaderReader,
): GuardedClient {
  if (!hasInternals(client)) throw new ToolkitError('ENGINE', { detail: 'autocannon' });
  let inFlight: InFlight | undefined;
  let ended: Ended | undefined;
  let isWaiting = false;
  let keepAlive = true;
  let fruitless = 0;
  let retry: NodeJS.Timeout | undefined;
  let cancelTurn = () => {};

  const end = (result: Pick<Ended, 'response' | 'failure' | 'reason'>) => {
    if (!inFlight) return;
    const { shot, sentAt } = inFlight;
    inFlight = undefined;
    ended = { shot, sentAt, endedAt: performance.now(), ...result };
    if (result.response) hooks.onAnswer?.(ended);
  };
  const report = () => {
    const last = ended;
    ended = undefined;
    if (last) hooks.onEnded(last);
  };
  const fail = (failure: Failure, reason?: string) => {
    end({ failure, ...(reason !== undefined && { reason }) });
    report();
  };

  const iterator = {
    currentRequest: { requestBuffer: noBytes },
    resetted: false,
    nextRequest() {},
    recordBody() {},
  };
  client.requestIterator = iterator;

  client.pipelinedRequests = {
    insertRequest() {},
    addByteCount() {},
    setHeaders(info: HeadersInfo) {
      if (inFlight) inFlight.info = info;
    },
    addBody(chunk: Buffer) {
      inFlight?.chunks.push(chunk);
    },
    terminateRequest() {
      const info = inFlight?.info;
      if (inFlight && info) {
        const { chunks } = inFlight;
        const body = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
        end({ response: { status: info.statusCode, headers: headersOf(info.headers), body } });
        fruitless = 0;
      }
      keepAlive = info?.shouldKeepAlive ?? false;
      return { req: {}, headers: { statusCode: info?.statusCode ?? 0 }, body: '', bytes: 0, duration: 0 };
    },
    /** The client clears when it gives a connection up: at its end, or because the answer took too long. */
    clear() {
      cancelTurn();
      fail(client.destroyed ? 'aborted' : 'timeout');
    },
  };

  const sendNow = client._doRequest.bind(client);
  const shoot = () => {
    const shot = hooks.next();
    isWaiting = shot === undefined;
    if (!shot) return;
    const sentAt = performance.now();
    hooks.onSent(sentAt);
    inFlight = { shot, sentAt, chunks: [] };
    iterator.currentRequest.requestBuffer = shot.bytes;
    sendNow();
  };
  client._doRequest = () => {
    if (client.destroyed) return;
    if (!keepAlive) return client._resetConnection();
    const last = ended;
    ended = undefined;
    cancelTurn();
    if (hooks.ceiling) cancelTurn = hooks.ceiling.admit(shoot);
    else shoot();
    if (last) hooks.onEnded(last);
  };

  client._connect = () => {
    clearTimeout(retry);
    if (client.destroyed) return;
    keepAlive = true;
    client.parser.reinitialize('RESPONSE');
    const socket = openSocket(endpoint);
    client.conn = socket;
    let isLost = false;
    const lose = (reason: string) => {
      if (isLost || client.conn !== socket || client.destroyed) return;
      isLost = true;
      isWaiting = false;
      fail('socket', reason);
      socket.destroy();
      if (fruitless === 0) client._connect();
      else retry = setTimeout(client._connect, backOffMs(fruitless));
      fruitless += 1;
    };
    socket.on('data', (chunk: Buffer) => {
      const parsed = client.conn === socket && client.parser.execute(chunk);
      if (parsed instanceof Error) lose(systemReason(parsed));
    });
    socket.on('end', () => {
      if (client.conn === socket) client.parser.finish();
    });
    socket.on('error', (error) => lose(systemReason(error)));
    socket.on('close', () => lose('other side closed'));
    client._doRequest();
  };
  return {
    destroy: () => client.destroy(),
    askAgain() {
      if (isWaiting) client._doRequest();
    },
  };
}
