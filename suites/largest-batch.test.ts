import { expect, test } from 'vitest';
import { type Bounds, largestOf, narrowed, nextSize } from './largest-batch.ts';

/** Looks for the limit of a service that takes so many; gives what was found and the sizes that were tried. */
function search(takes: number, limit: number) {
  const tried: number[] = [];
  let bounds: Bounds = { limit, taken: 0 };
  for (let size = nextSize(bounds); size !== undefined; size = nextSize(bounds)) {
    tried.push(size);
    bounds = narrowed(bounds, size, size <= takes);
  }
  return { found: largestOf(bounds), tried };
}

test('doubles until a size is refused, then halves the distance', () => {
  expect(search(100, 1000)).toEqual({
    found: 100,
    tried: [1, 2, 4, 8, 16, 32, 64, 128, 96, 112, 104, 100, 102, 101],
  });
});

test('never tries more than the limit, and says so when nothing was refused', () => {
  expect(search(100, 100)).toEqual({ found: 'at least 100', tried: [1, 2, 4, 8, 16, 32, 64, 100] });
  expect(search(100, 1)).toEqual({ found: 'at least 1', tried: [1] });
});

test('finds every limit that is there, with no size tried twice and few requests', () => {
  const limit = 77;
  const most = 2 * Math.ceil(Math.log2(limit)) + 1;
  for (let takes = 0; takes <= 2 * limit; takes++) {
    const { found, tried } = search(takes, limit);
    expect(found).toBe(takes >= limit ? `at least ${limit}` : takes);
    expect(Math.max(...tried)).toBeLessThanOrEqual(limit);
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried.length).toBeLessThanOrEqual(most);
  }
});
