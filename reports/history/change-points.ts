/** Where the level of a series changes, and nothing else of it: no unit, no time. */

/** On each side of a change there are so many values at least. */
const fewestOnASide = 3;

/** In fewer values no order is so rare that it would be a change. */
export const fewestValues = 14;

/** A stretch of a series: from a value on, up to another that is not in it. */
type Stretch = readonly [from: number, to: number];

/** A place to split a stretch, and how much its sides differ, in standard deviations of chance. */
interface Split {
  readonly at: number;
  readonly z: number;
}

/**
 * What the largest z of a series of independent values without a change exceeds in 1 of 500 series, by its length.
 * The values may have any distribution, since only their order counts. From 40,000 random orders each, fewer of the
 * long ones; the test draws others.
 */
const criticalValues: readonly (readonly [length: number, z: number])[] = [
  [14, 2.869],
  [16, 3.012],
  [18, 3.093],
  [20, 3.159],
  [24, 3.31],
  [32, 3.433],
  [48, 3.637],
  [64, 3.757],
  [96, 3.964],
  [128, 4.035],
  [256, 4.277],
  [512, 4.469],
  [1024, 4.637],
  [2048, 4.845],
];

/** Between two lengths the stricter one counts; beyond the last one its own, which is then exceeded in 1 of 300 at most. */
function criticalValue(length: number): number {
  const longEnough = criticalValues.find(([tabled]) => tabled >= length) ?? criticalValues.at(-1);
  return longEnough?.[1] ?? Number.POSITIVE_INFINITY;
}

/** The whole, halves, quarters … of a series, each overlapping the next one by half, short ones last. */
function stretches(length: number): Stretch[] {
  const all: Stretch[] = [[0, length]];
  for (let size = Math.ceil(length / 2); size >= 2 * fewestOnASide + 2; size = Math.ceil(size / 2)) {
    const count = 2 * Math.ceil(length / size) - 1;
    for (let i = 0; i < count; i++) {
      const from = Math.round((i * (length - size)) / (count - 1));
      all.push([from, from + size]);
    }
  }
  return all;
}

/** Scores of ranks that are spread as normal values are (Tukey's lambda 0.14), with a variance of 1. */
function scoresOf(count: number): number[] {
  const raw = Array.from({ length: count }, (_, rank) => {
    const share = (rank + 0.5) / count;
    return share ** 0.14 - (1 - share) ** 0.14;
  });
  const deviation = Math.sqrt(raw.reduce((sum, score) => sum + score ** 2, 0) / (count - 1));
  return raw.map((score) => score / deviation);
}

/** Each value's score among the others; equal values share theirs. */
function scored(values: readonly number[]): number[] {
  const scores = scoresOf(values.length);
  const order = [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result: number[] = new Array(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to++;
    const shared = scores.slice(from, to).reduce((sum, score) => sum + score, 0) / (to - from);
    for (const place of order.slice(from, to)) result[place] = shared;
    from = to;
  }
  return result;
}

/** Where the sides of a stretch differ most. */
function bestSplit(values: readonly number[], [from, to]: Stretch): Split {
  const scores = scored(values.slice(from, to));
  let best: Split = { at: from, z: 0 };
  let sum = 0;
  for (const [i, score] of scores.entries()) {
    sum += score;
    const [before, after] = [i + 1, scores.length - i - 1];
    if (before < fewestOnASide || after < fewestOnASide) continue;
    const z = Math.abs(sum) / Math.sqrt((before * after) / scores.length);
    if (z > best.z) best = { at: from + before, z };
  }
  return best;
}

/** The changes in a stretch, from the narrowest part of it on that is split beyond chance. */
function search(values: readonly number[], [from, to]: Stretch, critical: number): number[] {
  const [narrowest] = stretches(to - from)
    .map(([a, b]): Stretch => [from + a, from + b])
    .map((part) => ({ length: part[1] - part[0], ...bestSplit(values, part) }))
    .filter(({ z }) => z > critical)
    .sort((a, b) => a.length - b.length || b.z - a.z);
  if (!narrowest) return [];
  const { at } = narrowest;
  return [...search(values, [from, at], critical), at, ...search(values, [at, to], critical)];
}

/** Each change again, between its neighbours: now with all the values that there are. */
function refined(values: readonly number[], changes: readonly number[]): number[] {
  const places: number[] = [];
  for (const [i, change] of changes.entries()) {
    const { at, z } = bestSplit(values, [places.at(-1) ?? 0, changes[i + 1] ?? values.length]);
    places.push(z > 0 ? at : change);
  }
  return places;
}

/**
 * The places of the values with which a new level begins, ascending. Each stretch of a fixed set (seeded intervals:
 * Kovács, Bühlmann, Li and Munk, Biometrika 110:1, 2023) is split where van der Waerden's rank statistic is largest;
 * of those that are split beyond chance the narrowest is taken (narrowest over threshold: Baranowski, Chen and
 * Fryzlewicz, JRSS B 81:3, 2019), and what lies on either side is searched again. Outliers count as ranks only.
 */
export function changePoints(values: readonly number[]): number[] {
  if (values.length < fewestValues) return [];
  return refined(values, search(values, [0, values.length], criticalValue(values.length)));
}
