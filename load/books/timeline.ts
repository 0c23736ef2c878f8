import type { Point } from '../../contracts/record.ts';

/** More slices than this are folded: a day takes no more memory than ten minutes. */
const usualMaxSlices = 600;

interface Slice {
  answers: number;
  good: number;
  /** Of the good answers together. */
  latencyMs: number;
}

/** What came of each second of a window; of a long one, of each two, four, eight … seconds. */
export class Timeline {
  readonly #maxSlices: number;
  #slices: Slice[] = [];
  #seconds = 1;

  constructor(maxSlices = usualMaxSlices) {
    this.#maxSlices = maxSlices;
  }

  /** Adds an answer to a request that was sent then, in milliseconds since the window opened. */
  add(sentAtMs: number, isGood: boolean, latencyMs: number): void {
    const slice = this.#at(sentAtMs / 1000);
    slice.answers += 1;
    if (!isGood) return;
    slice.good += 1;
    slice.latencyMs += latencyMs;
  }

  summary(): Pick<Point, 'timeline' | 'timelineSeconds'> {
    const timeline = this.#slices.map(({ answers, good, latencyMs }, i) => ({
      second: i * this.#seconds,
      answers,
      good,
      ...(good > 0 && { meanMs: latencyMs / good }),
    }));
    return { timeline, timelineSeconds: this.#seconds };
  }

  #at(second: number): Slice {
    while (second >= this.#seconds * this.#maxSlices) this.#fold();
    const place = Math.floor(second / this.#seconds);
    while (this.#slices.length < place) this.#slices.push({ answers: 0, good: 0, latencyMs: 0 });
    const slice = this.#slices[place] ?? { answers: 0, good: 0, latencyMs: 0 };
    this.#slices[place] = slice;
    return slice;
  }

  #fold(): void {
    const folded: Slice[] = [];
    for (const [i, slice] of this.#slices.entries()) {
      const pair = folded[i >> 1];
      if (!pair) folded.push({ ...slice });
      else {
        pair.answers += slice.answers;
        pair.good += slice.good;
        pair.latencyMs += slice.latencyMs;
      }
    }
    this.#slices = folded;
    this.#seconds *= 2;
  }
}
