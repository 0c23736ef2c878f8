import { performance } from 'node:perf_hooks';
import type { Client } from 'undici';
import { systemReason } from './errors.ts';
import type { Answer, Call, Exchange } from './exchange.ts';

/** What became of a request. */
export type Ending = Pick<Exchange, 'response' | 'failure' | 'reason'>;

/** Names and values of headers as they came, in turn. */
function rawHeaders(raw: readonly Buffer[]): Answer['headers'] {
  const headers: Record<string, string> = {};
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]?.toString('latin1').toLowerCase() ?? '';
    const value = raw[i + 1]?.toString() ?? '';
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return headers;
}

/**
 * One request under way: undici's older kind of handler, which is given headers as bytes and without objects in
 * between. A class, since closures for each request would have to be made anew for each.
 */
export class Flight {
  readonly startedAt = performance.now();
  readonly call: Call;
  readonly client: Client;
  readonly #sentAt = Date.now();
  readonly #land: (flight: Flight, ending: Ending) => void;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #headers: Answer['headers'] = {};

  constructor(call: Call, client: Client, land: (flight: Flight, ending: Ending) => void) {
    this.call = call;
    this.client = client;
    this.#land = land;
  }

  onConnect(): void {}

  onHeaders(status: number, raw: Buffer[]): boolean {
    this.#status = status;
    this.#headers = rawHeaders(raw);
    return true;
  }

  onData(chunk: Buffer): boolean {
    this.#chunks.push(chunk);
    return true;
  }

  onComplete(): void {
    const [only] = this.#chunks;
    const body = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
    this.#land(this, { response: { status: this.#status, headers: this.#headers, body } });
  }

  onError(error: Error): void {
    this.#land(this, { failure: 'socket', reason: systemReason(error) });
  }

  exchange(ending: Ending): Exchange {
    const sentAt = this.#sentAt;
    const timings = { totalMs: performance.now() - this.startedAt };
    // Properties that follow a spread make V8 leave its fast path: 4 µs for an object, and 0.2 when it comes last.
    return { sentAt, timings, ...ending, ...this.call };
  }
}
