import autocannon from 'autocannon';
import type { Endpoint } from './endpoint.ts';
import { type GuardedClient, guard, type LoopHooks } from './guarded-client.ts';
import { headerReader } from './header-reader.ts';

/** A closed loop: every connection sends its next request when the last one has ended. */
export interface ClosedLoop {
  /** Lets the connections that got no shot ask for one again. */
  askAgain(): void;
  /** Sends no more, and ends when every request in flight has ended. */
  drain(): void;
  /** Ends now; what is in flight is aborted. */
  abort(): void;
  readonly done: Promise<void>;
}

interface ClosedLoopOptions extends Endpoint, LoopHooks {
  readonly connections: number;
  /** An answer that takes longer is a time-out; autocannon knows whole seconds only, so it is rounded up. */
  readonly timeoutMs: number;
}

/** How often autocannon looks whether it should end, in milliseconds. */
const sampleIntervalMs = 50;

/** Three weeks, in seconds, about the longest timer: the loop is ended by its owner, not by autocannon's clock. */
const maxDurationSeconds = 21 * 86_400;

/**
 * Starts a closed loop on autocannon, each of its clients guarded. No rate is ever set, so its correction
 * for coordinated omission, which takes seconds for milliseconds, never runs.
 */
export function startClosedLoop(options: ClosedLoopOptions): ClosedLoop {
  const { url, connections, timeoutMs } = options;
  let isDraining = false;
  let inFlight = 0;
  const clients: GuardedClient[] = [];
  const hooks: LoopHooks = {
    ceiling: options.ceiling,
    next: () => (isDraining ? undefined : options.next()),
    onAnswer: (ended) => options.onAnswer?.(ended),
    onSent(sentAt) {
      inFlight += 1;
      options.onSent(sentAt);
    },
    onEnded(ended) {
      inFlight -= 1;
      options.onEnded(ended);
      if (isDraining && inFlight === 0) instance.stop();
    },
  };
  const headersOf = headerReader();
  const settings: autocannon.Options = {
    url: url.href,
    connections,
    timeout: Math.max(1, Math.ceil(timeoutMs / 1000)),
    duration: maxDurationSeconds,
    sampleInt: sampleIntervalMs,
    setupClient: (client) => clients.push(guard(client, options, hooks, headersOf)),
  };
  let instance: autocannon.Instance;
  const done = new Promise<void>((resolve, reject) => {
    instance = autocannon(settings, (error) => (error ? reject(error) : resolve()));
  });
  return {
    askAgain() {
      for (const client of clients) client.askAgain();
    },
    drain() {
      isDraining = true;
      if (inFlight === 0) instance.stop();
    },
    abort() {
      isDraining = true;
      for (const client of clients) client.destroy();
      instance.stop();
    },
    done,
  };
}

/** Autocannon as it comes, without guards: what the benchmark compares with. */
export async function runBare(options: autocannon.Options): Promise<autocannon.Result> {
  return await autocannon(options);
}
