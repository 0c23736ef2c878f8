import { performance } from 'node:perf_hooks';
import { Agent, buildConnector, Client, request as undiciRequest } from 'undici';
import { connectOptions, type Reach } from './connect.ts';
import { reasonOf } from './errors.ts';
import type { Answer, Call, Exchange, Failure } from './exchange.ts';

/** How a target is reached. */
export interface TransportOptions extends Reach {
  /** An answer that takes longer is a time-out. */
  readonly timeoutMs?: number;
}

/** Sends calls one by one, over kept connections. Redirects are answers: they are never followed. */
export interface Transport {
  /** Never throws: what goes wrong on the wire is the exchange's `failure`. */
  send(call: Call, signal?: AbortSignal): Promise<Exchange>;
  close(): Promise<void>;
}

function answerHeaders(raw: Record<string, string | string[] | undefined>): Answer['headers'] {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}

/** What the system said, with its code, without the request. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${error.code}` : '';
  // Of several addresses that were tried, the error has no words of its own.
  return [code, reasonOf(error)].filter(Boolean).join(': ');
}

const usualTimeoutMs = 30_000;

/** Opens a transport. Throws when `caFile` cannot be read. */
export function openTransport(options: TransportOptions = {}): Transport {
  const { timeoutMs = usualTimeoutMs } = options;
  const agent = new Agent({ connect: connectOptions(options) });
  return {
    async send(call, signal) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const sentAt = Date.now();
      const start = performance.now();
      const ended = (end: Pick<Exchange, 'response' | 'failure' | 'reason'>): Exchange => {
        return { ...call, ...end, sentAt, timings: { totalMs: performance.now() - start } };
      };
      try {
        const { method, url, headers, body } = call.request;
        const answer = await undiciRequest(url, {
          method,
          headers,
          body: body.length > 0 ? body : null,
          dispatcher: agent,
          signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
        });
        const bytes = Buffer.from(await answer.body.arrayBuffer());
        return ended({
          response: { status: answer.statusCode, headers: answerHeaders(answer.headers), body: bytes },
        });
      } catch (error) {
        const failure: Failure = signal?.aborted ? 'aborted' : timeout.aborted ? 'timeout' : 'socket';
        return ended({ failure, reason: systemReason(error) });
      }
    },
    close: () => agent.destroy(),
  };
}

/** Sends calls to one origin by the thousand a second: a third of the transport's work for each. */
export interface Launcher {
  /** Sends now, on a connection that is free, or else on a new one; `onEnded` is called once, never at once. */
  launch(call: Call, onEnded: (exchange: Exchange) => void): void;
  /** Ends whatever is under way, as aborted. */
  abort(): void;
  close(): Promise<void>;
}

/**
 * Opens a launcher. Each connection is a client of its own, the last one used first: undici's pool looks through all
 * of its connections for each request, which ten thousand of them make dear. Throws when `caFile` cannot be read.
 */
export function openLauncher(origin: string, options: TransportOptions = {}): Launcher {
  const { timeoutMs = usualTimeoutMs } = options;
  const connect = buildConnector(connectOptions(options));
  // One clock for the whole of a request, ours; undici's own are coarser and would be second ones.
  const clientOptions = { connect, headersTimeout: 0, bodyTimeout: 0 };
  const clients = new Set<Client>();
  const idle: Client[] = [];
  const underWay = new Set<(failure: Failure) => void>();

  /** A connection that brought no answer is ended, and with it what it may still be doing. */
  function discard(client: Client): void {
    clients.delete(client);
    void client.destroy();
  }

  function launch(call: Call, onEnded: (exchange: Exchange) => void): void {
    const { method, url, headers, body } = call.request;
    const { pathname, search } = new URL(url);
    const client = idle.pop() ?? new Client(origin, clientOptions);
    clients.add(client);
    const sentAt = Date.now();
    const start = performance.now();
    const chunks: Buffer[] = [];
    let head: Omit<Answer, 'body'> | undefined;
    const end = (ending: Pick<Exchange, 'response' | 'failure' | 'reason'>) => {
      if (!underWay.delete(fail)) return;
      clearTimeout(timer);
      if (ending.response) idle.push(client);
      else discard(client);
      const exchange = { ...call, ...ending, sentAt, timings: { totalMs: performance.now() - start } };
      // What the caller throws is not undici's to catch.
      queueMicrotask(() => onEnded(exchange));
    };
    const fail = (failure: Failure) => end({ failure });
    const timer = setTimeout(fail, timeoutMs, 'timeout');
    underWay.add(fail);
    const request = { path: pathname + search, method, headers, body: body.length > 0 ? body : null };
    client.dispatch(request, {
      // Its presence tells undici which of its two kinds of handler this is.
      onRequestStart() {},
      onResponseStart(_controller, status, received) {
        if (status >= 200) head = { status, headers: answerHeaders(received) };
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        const [only] = chunks;
        const bytes = chunks.length === 1 && only ? only : Buffer.concat(chunks);
        end(head ? { response: { ...head, body: bytes } } : { failure: 'socket' });
      },
      onResponseError(_controller, error) {
        end({ failure: 'socket', reason: systemReason(error) });
      },
    });
  }
  return {
    launch,
    abort() {
      for (const fail of [...underWay]) fail('aborted');
    },
    async close() {
      await Promise.all(Array.from(clients, (client) => client.destroy()));
    },
  };
}
