/** Longer delays are kept apart as if each were as long as the mean of those within so much of it. */
const resolution = 1.05;

interface Bucket {
  count: number;
  sumMs: number;
}

/**
 * How long the event loop stood still, by what that does to answers: one that comes at a random moment waits longer than x
 * with probability Σ max(0, stall - x) / time. A percentile over stalls instead would count one of 200 ms like one of 1 ms.
 */
export class Stalls {
  readonly #buckets = new Map<number, Bucket>();
  #maxMs = 0;

  add(ms: number): void {
    if (!(ms > 0)) return;
    const place = Math.floor(Math.log(ms) / Math.log(resolution));
    const bucket = this.#buckets.get(place) ?? { count: 0, sumMs: 0 };
    bucket.count += 1;
    bucket.sumMs += ms;
    this.#buckets.set(place, bucket);
    this.#maxMs = Math.max(this.#maxMs, ms);
  }

  get maxMs(): number {
    return this.#maxMs;
  }

  /** What an answer waits at most, but for this share of all moments of the time watched. */
  exceededBy(share: number, watchedMs: number): number {
    const longest = [...this.#buckets].sort(([one], [other]) => other - one).map(([, bucket]) => bucket);
    let count = 0;
    let sumMs = 0;
    for (const [i, bucket] of longest.entries()) {
      count += bucket.count;
      sumMs += bucket.sumMs;
      const wait = (sumMs - share * watchedMs) / count;
      const next = longest[i + 1];
      if (wait > (next ? next.sumMs / next.count : 0)) return wait;
    }
    return 0;
  }
}
