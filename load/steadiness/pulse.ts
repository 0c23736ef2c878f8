import type { Point } from '../../contracts/record.ts';
import type { Clock } from '../clock.ts';
import { InFlight, type MeanInFlight } from './in-flight.ts';
import { Rounds } from './rounds.ts';
import { steadinessOf } from './steadiness.ts';
import { isWarm } from './warm-up.ts';

/** How a request ended. */
export interface Beat {
  readonly endedAt: number;
  /** As the point reports it. */
  readonly latencyMs: number;
  /** From the sending. */
  readonly serviceMs: number;
  readonly isAnswer: boolean;
}

/** What a point says of its window besides the books. */
export interface Signs {
  readonly warmupMs: number;
  readonly inFlight: MeanInFlight;
  readonly steadiness: Point['steadiness'];
}

/** Feels the pulse of a point: when its window may open, how evenly the service worked in it, and what was under way. */
export class Pulse {
  readonly #loop: 'closed' | 'open';
  readonly #clock: Pick<Clock, 'now'>;
  readonly #inFlight = new InFlight();
  readonly #warmup: Rounds;
  readonly #window: Rounds;
  readonly #startedAt: number;
  #openedAt = Number.POSITIVE_INFINITY;
  #closedAt = Number.POSITIVE_INFINITY;

  /** In a closed loop a round is one answer of each connection. */
  constructor(loop: 'closed' | 'open', roundSize: number, clock: Pick<Clock, 'now'>) {
    this.#loop = loop;
    this.#clock = clock;
    this.#warmup = new Rounds(roundSize);
    this.#window = new Rounds(roundSize);
    this.#startedAt = clock.now();
  }

  sent(sentAt: number): void {
    this.#inFlight.sent(sentAt);
  }

  ended({ endedAt, latencyMs, serviceMs, isAnswer }: Beat): void {
    this.#inFlight.ended(endedAt, serviceMs);
    if (!isAnswer || endedAt >= this.#closedAt) return;
    if (endedAt >= this.#openedAt) this.#window.add(endedAt, latencyMs);
    else this.#warmup.add(endedAt, latencyMs);
  }

  /** Whether the service works evenly by now. */
  isWarm(): boolean {
    return isWarm(this.#warmup.whole, { startedAt: this.#startedAt, now: this.#clock.now() }, this.#loop);
  }

  /** The window opens. */
  openAt(moment: number): void {
    this.#openedAt = moment;
    this.#inFlight.openAt(moment);
  }

  closeAt(moment: number): void {
    this.#closedAt = moment;
    this.#inFlight.closeAt(moment);
  }

  /** Once all requests have ended. */
  get signs(): Signs {
    const window = { openedAt: this.#openedAt, closedAt: this.#closedAt };
    return {
      warmupMs: this.#openedAt - this.#startedAt,
      inFlight: this.#inFlight.mean,
      steadiness: steadinessOf(this.#window.whole, window, this.#loop),
    };
  }
}
