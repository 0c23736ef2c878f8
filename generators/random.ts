/** A reproducible source of random numbers. */
export interface RandomStream {
  /** Uniform over 0 … 2^32 - 1. */
  next(): number;
  /** Uniform over 0 … n - 1; n is 1 … 2^32. */
  below(n: number): number;
}

/** The stream of a seed and an index, the same on every machine; other pairs give unrelated streams. */
export function randomStream(seed: number, index: number): RandomStream {
  // sfc32 with PractRand's seeding from 64 bits (https://pracrand.sourceforge.net).
  let a = 0;
  let b = seed | 0;
  let c = index | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();

  const below = (n: number): number => {
    if (!(n >= 1 && n <= 2 ** 32)) throw new RangeError(`below(${n}): must be 1 to 2^32`);
    const mask = 0xffff_ffff >>> Math.clz32((n - 1) | 1);
    for (;;) {
      const value = (next() & mask) >>> 0;
      if (value < n) return value;
    }
  };
  return { next, below };
}

/** `count` different items, each set of them equally likely, in no meaningful order. */
export function sample<T>(items: readonly T[], count: number, stream: RandomStream): T[] {
  // Floyd's algorithm (Bentley, CACM 30:9, 1987): `count` draws whatever the number of items.
  const positions = new Set<number>();
  for (let last = items.length - count; last < items.length; last++) {
    const position = stream.below(last + 1);
    positions.add(positions.has(position) ? last : position);
  }
  return Array.from(positions, (position) => at(items, position));
}

/** Puts the items into random order, in place (Fisher–Yates). */
export function shuffle<T>(items: T[], stream: RandomStream): void {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = stream.below(last + 1);
    const item = at(items, last);
    items[last] = at(items, chosen);
    items[chosen] = item;
  }
}

/** Exponential with mean 1. */
export function exponential(stream: RandomStream): number {
  return -Math.log((stream.next() + 1) / 2 ** 32);
}

function at<T>(items: readonly T[], position: number): T {
  const item = items[position];
  if (item === undefined) throw new RangeError(`no item ${position} among ${items.length}`);
  return item;
}
