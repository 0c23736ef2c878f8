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

/** Opens a transport. Throws when `caFile` cannot be read. */
export function openTransport({ timeoutMs = 30_000, caFile, insecure }: TransportOptions = {}): Transport {
  const agent = new Agent({
    connect: { rejectUnauthorized: !insecure, ...(caFile && { ca: readFileSync(caFile) }) },
  });
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
