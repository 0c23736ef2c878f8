import { performance } from 'node:perf_hooks';
import { Agent, buildConnector, Client, request as undiciRequest } from 'undici';
import { connectOptions, type Reach } from './connect.ts';
import { systemReason } from './errors.ts';
import type { Answer, Call, Exchange, Failure } from './exchange.ts';
import { type Ending, Flight } from './flight.ts';

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

/** Sends calls to one origin by the thousand a second: a fifth of the transport's work for each. */
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
  const underWay = new Map<Flight, (exchange: Exchange) => void>();
  const paths = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  const land = (flight: Flight, ending: Ending) => {
    const onEnded = underWay.get(flight);
    if (!onEnded) return;
    underWay.delete(flight);
    if (ending.response) idle.push(flight.client);
    else {
      // A connection that brought no answer is ended, and with it what it may still be doing.
      clients.delete(flight.client);
      void flight.client.destroy();
    }
    const exchange = flight.exchange(ending);
    // What the caller throws is not undici's to catch.
    queueMicrotask(() => onEnded(exchange));
  };
  /** All may take equally long, so what left first is the first to run out: one timer is enough. */
  const watch = () => {
    timer = undefined;
    for (const flight of underWay.keys()) {
      const leftMs = flight.startedAt + timeoutMs - performance.now();
      if (leftMs > 0) {
        timer = setTimeout(watch, leftMs);
        return;
      }
      land(flight, { failure: 'timeout' });
    }
  };
  const pathOf = (url: string) => {
    const { pathname, search } = new URL(url);
    paths.set(url, pathname + search);
    return pathname + search;
  };
  return {
    launch(call, onEnded) {
      const { method, url, headers, body } = call.request;
      const client = idle.pop() ?? new Client(origin, clientOptions);
      clients.add(client);
      const flight = new Flight(call, client, land);
      underWay.set(flight, onEnded);
      timer ??= setTimeout(watch, timeoutMs);
      const path = paths.get(url) ?? pathOf(url);
      client.dispatch({ path, method, headers, body: body.length > 0 ? body : null }, flight);
    },
    abort() {
      for (const flight of [...underWay.keys()]) land(flight, { failure: 'aborted' });
    },
    async close() {
      clearTimeout(timer);
      await Promise.all(Array.from(clients, (client) => client.destroy()));
    },
  };
}

/** A launcher that sends calls one by one: aborting a call ends all that is under way. */
export function launched(launcher: Launcher): Transport {
  return {
    send: (call, signal) =>
      new Promise((resolve) => {
        const abort = () => launcher.abort();
        launcher.launch(call, (exchange) => {
          signal?.removeEventListener('abort', abort);
          resolve(exchange);
        });
        if (signal?.aborted) abort();
        else signal?.addEventListener('abort', abort, { once: true });
      }),
    close: () => launcher.close(),
  };
}
