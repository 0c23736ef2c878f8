import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Agent, request as undiciRequest } from 'undici';
import { reasonOf } from './errors.ts';
import type { Answer, Call, Exchange, Failure } from './exchange.ts';

/** How a target is reached. */
export interface TransportOptions {
  /** An answer that takes longer is a time-out. */
  readonly timeoutMs?: number;
  /** A file with certificates to trust besides the system's. */
  readonly caFile?: string | undefined;
  /** Accept any certificate. */
  readonly insecure?: boolean;
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
function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? `${error.code}: ` : '';
  return `${code}${reasonOf(error)}`;
}

const usualTimeoutMs = 30_000;

function agentOf({ caFile, insecure }: TransportOptions, options: Agent.Options = {}): Agent {
  const connect = { rejectUnauthorized: !insecure, ...(caFile && { ca: readFileSync(caFile) }) };
  return new Agent({ ...options, connect });
}

/** Opens a transport. Throws when `caFile` cannot be read. */
export function openTransport(options: TransportOptions = {}): Transport {
  const { timeoutMs = usualTimeoutMs } = options;
  const agent = agentOf(options);
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

/** Sends calls by the thousand a second: a third of the transport's work for each. */
export interface Launcher {
  /** Sends now, on a connection that is free, or else on a new one; `onEnded` is called once, never at once. */
  launch(call: Call, onEnded: (exchange: Exchange) => void): void;
  /** Ends whatever is under way, as aborted. */
  abort(): void;
  close(): Promise<void>;
}

/** Opens a launcher. Throws when `caFile` cannot be read. */
export function openLauncher(options: TransportOptions = {}): Launcher {
  const { timeoutMs = usualTimeoutMs } = options;
  // One clock for the whole of a request, ours; undici's own are coarser and would be second ones.
  const agent = agentOf(options, { headersTimeout: 0, bodyTimeout: 0 });
  const underWay = new Set<(failure: Failure) => void>();

  function launch(call: Call, onEnded: (exchange: Exchange) => void): void {
    const { method, url, headers, body } = call.request;
    const { origin, pathname, search } = new URL(url);
    const sentAt = Date.now();
    const start = performance.now();
    const chunks: Buffer[] = [];
    let head: Omit<Answer, 'body'> | undefined;
    let giveUp: ((reason: Error) => void) | undefined;
    const end = (ending: Pick<Exchange, 'response' | 'failure' | 'reason'>) => {
      if (!underWay.delete(fail)) return;
      clearTimeout(timer);
      const exchange = { ...call, ...ending, sentAt, timings: { totalMs: performance.now() - start } };
      // What the caller throws is not undici's to catch.
      queueMicrotask(() => onEnded(exchange));
    };
    const fail = (failure: Failure) => {
      end({ failure });
      giveUp?.(new Error(failure));
    };
    const timer = setTimeout(fail, timeoutMs, 'timeout');
    underWay.add(fail);
    const request = { origin, path: pathname + search, method, headers, body: body.length > 0 ? body : null };
    agent.dispatch(request, {
      onRequestStart(controller) {
        giveUp = (reason) => controller.abort(reason);
        // It may have waited for its connection longer than it had.
        if (!underWay.has(fail)) giveUp(new Error('late'));
      },
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
    close: () => agent.destroy(),
  };
}
