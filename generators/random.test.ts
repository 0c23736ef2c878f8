import { describe, expect, it } from 'vitest';
import { randomStream, sample, shuffle } from './random.ts';

const first = (count: number, seed: number, index: number) => {
  const stream = randomStream(seed, index);
  return Array.from({ length: count }, () => stream.next());
};

const bitsSet = (value: number) => value.toString(2).replaceAll('0', '').length;

describe('randomStream', () => {
  it('gives the same numbers everywhere', () => {
    expect(first(4, 0, 0)).toMatchInlineSnapshot(`
      [
        1363572419,
        145230303,
        808754475,
        4216505632,
      ]
    `);
    expect(first(4, 42, 7)).toMatchInlineSnapshot(`
      [
        2414206571,
        3306267311,
        2536670639,
        1417999003,
      ]
    `);
    expect(first(4, 0xffff_ffff, 0xffff_ffff)).toMatchInlineSnapshot(`
      [
        3339006752,
        3678934910,
        3081961671,
        2370706465,
      ]
    `);
  });

  it('gives unrelated streams for neighbouring seeds and indexes', () => {
    const [base, nextIndex, nextSeed, swapped] = [
      first(500, 3, 8),
      first(500, 3, 9),
      first(500, 4, 8),
      first(500, 8, 3),
    ];
    for (const other of [nextIndex, nextSeed, swapped]) {
      const bits = base.reduce((sum, value, i) => sum + bitsSet((value ^ (other[i] ?? 0)) >>> 0), 0);
      // 16,000 fair coins: standard deviation 63.
      expect(Math.abs(bits - 8000)).toBeLessThan(320);
    }
  });

  it('has no stream twice among many', () => {
    const starts = new Set<string>();
    for (let seed = 0; seed < 100; seed++) {
      for (let index = 0; index < 1000; index++) starts.add(first(2, seed, index).join());
    }
    expect(starts.size).toBe(100_000);
  });
});

describe('below', () => {
  it.each([1, 2, 3, 10, 62, 1000])('is uniform over %i values', (n) => {
    const stream = randomStream(1, n);
    const counts = new Map<number, number>();
    for (let draw = 0; draw < n * 100; draw++) {
      const value = stream.below(n);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(Math.min(...counts.keys())).toBe(0);
    expect(Math.max(...counts.keys())).toBe(n - 1);
    // Mean n - 1, standard deviation sqrt(2 (n - 1)).
    expect(chiSquared).toBeLessThanOrEqual(n - 1 + 5 * Math.sqrt(2 * (n - 1)));
  });

  it('reaches the whole of 32 bits', () => {
    const stream = randomStream(1, 1);
    const values = Array.from({ length: 1000 }, () => stream.below(2 ** 32));
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeGreaterThan(0.99 * 2 ** 32);
  });

  it.each([0, -1, Number.NaN, 2 ** 33])('refuses %d', (n) => {
    expect(() => randomStream(1, 1).below(n)).toThrow(RangeError);
  });
});

describe('sample and shuffle', () => {
  const items = ['a', 'b', 'c', 'd', 'e'];

  it('samples each set equally often', () => {
    const stream = randomStream(5, 0);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 10_000; draw++) {
      const set = sample(items, 2, stream).sort().join('');
      counts.set(set, (counts.get(set) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    // 1,000 expected; standard deviation 30.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('samples all and none', () => {
    expect(sample(items, 5, randomStream(1, 1)).sort()).toEqual(items);
    expect(sample(items, 0, randomStream(1, 1))).toEqual([]);
  });

  it('shuffles to each order equally often', () => {
    const stream = randomStream(6, 0);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 6000; draw++) {
      const order = ['a', 'b', 'c'];
      shuffle(order, stream);
      counts.set(order.join(''), (counts.get(order.join('')) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
