import type { Call, Exchange } from '../contracts/exchange.ts';
import type { Launcher } from '../contracts/send.ts';
import type { Clock } from './clock.ts';
import type { Health } from './health/generator-health.ts';

/** Time that passes only from one event to the next, for the tests of the open loop. */
export class SimulatedClock implements Clock {
  #now = 0;
  #order = 0;
  readonly #events: { moment: number; order: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  at(moment: number, callback: () => void): () => void {
    const event = { moment: Math.max(moment, this.#now), order: this.#order++, callback };
    const place = this.#events.findLastIndex((other) => other.moment <= event.moment) + 1;
    this.#events.splice(place, 0, event);
    return () => {
      const found = this.#events.indexOf(event);
      if (found >= 0) this.#events.splice(found, 1);
    };
  }

  /** The whole process stands still, as in a long garbage collection: nothing is called back meanwhile. */
  block(ms: number): void {
    this.#now += ms;
  }

  /** A process that has nothing else to do. */
  watch(): () => Health {
    return () => ({ cpu: 0, loopDelayP99Ms: 0 });
  }

  /** Lets time pass until the work has ended. */
  async run<T>(work: Promise<T>): Promise<T> {
    let hasEnded = false;
    const ended = work.finally(() => {
      hasEnded = true;
    });
    while (!hasEnded) {
      const event = this.#events.shift();
      this.#now = Math.max(this.#now, event?.moment ?? this.#now);
      event?.callback();
      // What waits for a promise goes on before time does.
      if (event) for (let turn = 0; turn < 4; turn++) await undefined;
      else await new Promise((resolve) => setImmediate(resolve));
    }
    return ended;
  }
}

const body = Buffer.from('{"code":200}');

/** A service whose answer to a request sent at a moment is done at another, in simulated time. */
export function simulatedService(
  clock: Clock,
  endOf: (sentAt: number) => number,
): Pick<Launcher, 'launch' | 'abort'> {
  const underWay = new Map<() => void, (exchange: Pick<Exchange, 'failure' | 'response'>) => void>();
  return {
    launch(call: Call, onEnded) {
      const sentAt = clock.now();
      const end = (result: Pick<Exchange, 'failure' | 'response'>) => {
        underWay.delete(cancel);
        onEnded({ ...call, ...result, sentAt, timings: { totalMs: clock.now() - sentAt } });
      };
      const cancel = clock.at(endOf(sentAt), () => end({ response: { status: 200, headers: {}, body } }));
      underWay.set(cancel, end);
    },
    abort() {
      for (const [cancel, end] of [...underWay]) {
        cancel();
        end({ failure: 'aborted' });
      }
    },
  };
}
