/** A group of answers that came one after another. Moments are of one clock. */
export interface Round {
  readonly endedAt: number;
  readonly count: number;
  readonly latencySumMs: number;
}

/** As many rounds at most; then two become one. */
const maxRounds = 80;

/**
 * Answers in rounds of the same number, in order of their ends, however many there are: 40 to 80 rounds where there were
 * enough. In a closed loop a round is one answer of each connection: answers of a service that works evenly often come
 * in bursts of that size, so that rounds take the same time where slices of time would hold now one burst, now two.
 */
export class Rounds {
  #size: number;
  #rounds: Round[] = [];
  #count = 0;
  #latencySumMs = 0;

  constructor(size: number) {
    this.#size = size;
  }

  add(endedAt: number, latencyMs: number): void {
    this.#count += 1;
    this.#latencySumMs += latencyMs;
    if (this.#count < this.#size) return;
    this.#rounds.push({ endedAt, count: this.#count, latencySumMs: this.#latencySumMs });
    this.#count = 0;
    this.#latencySumMs = 0;
    if (this.#rounds.length === maxRounds) this.#halve();
  }

  #halve(): void {
    const rounds: Round[] = [];
    for (let i = 0; i + 1 < this.#rounds.length; i += 2) {
      const [one, other] = [this.#rounds[i], this.#rounds[i + 1]];
      if (!one || !other) continue;
      rounds.push({
        endedAt: other.endedAt,
        count: one.count + other.count,
        latencySumMs: one.latencySumMs + other.latencySumMs,
      });
    }
    this.#rounds = rounds;
    this.#size *= 2;
  }

  get whole(): readonly Round[] {
    return this.#rounds;
  }
}
