/** The mean number of requests under way in a window, as seen from two sides. */
export interface MeanInFlight {
  /** Counted: one more when one is sent, one less when it has ended. */
  readonly counted: number;
  /** From the latencies. */
  readonly timed: number;
}

/**
 * What is under way in a window. Little's law (Operations Research 9:3, 1961) without its edges: the integral of the number
 * in flight over a window is exactly the sum of the times that requests spend within it, whenever they were sent and
 * whenever they end; rate × mean latency takes those at its start for too short, and those at its end for too long.
 */
export class InFlight {
  #openedAt = Number.POSITIVE_INFINITY;
  #closedAt = Number.POSITIVE_INFINITY;
  #count = 0;
  /** Sum of the moments of all ends, less that of all sendings: in whatever order they are told, its growth is the integral. */
  #moments = 0;
  #countedMs = 0;
  #timedMs = 0;

  sent(sentAt: number): void {
    this.#count += 1;
    this.#moments -= sentAt;
  }

  ended(endedAt: number, latencyMs: number): void {
    this.#count -= 1;
    this.#moments += endedAt;
    const fromThen = Math.max(endedAt - latencyMs, this.#openedAt);
    this.#timedMs += Math.max(0, Math.min(endedAt, this.#closedAt) - fromThen);
  }

  openAt(moment: number): void {
    this.#openedAt = moment;
    this.#countedMs = -this.#until(moment);
  }

  closeAt(moment: number): void {
    this.#closedAt = moment;
    this.#countedMs += this.#until(moment);
  }

  #until(moment: number): number {
    return this.#moments + this.#count * moment;
  }

  /** Once all have ended. */
  get mean(): MeanInFlight {
    const windowMs = this.#closedAt - this.#openedAt;
    if (!(windowMs > 0)) return { counted: 0, timed: 0 };
    return { counted: this.#countedMs / windowMs, timed: this.#timedMs / windowMs };
  }
}

/** What the latencies say was under way, by what was; `null` when nothing was. */
export function littlesLawRatio(timed: number, expected: number): number | null {
  return expected > 0 ? timed / expected : null;
}
