import type { LoadRecord, Point, Trend } from '../../contracts/record.ts';
import { median } from '../../contracts/statistics/quantile.ts';
import type { Sample } from '../../contracts/statistics/sample.ts';
import { fillAll, type Text } from '../../contracts/text.ts';

type Slope = Trend['latencyMs'];

/** The two-sided 95 % quantile of the normal distribution. */
const z = 1.96;

/** Fewer blocks prove nothing; more of them are no more independent of each other. */
export const minBlocks = 10;
const maxBlocks = 40;

const texts = {
  short: {
    en: 'it takes {wanted} blocks of time with good answers, and there were {count}',
    zh: '至少需要 {wanted} 个有正常应答的时间段，实际只有 {count} 个',
  },
} satisfies Record<string, Text>;

/** The ranks of values from 1, equal ones sharing their mean. */
function ranksOf(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

/** The variance of Mann and Kendall's S for independent values, equal ones allowed for (Kendall 1975). */
function independentVariance(values: readonly number[]): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5);
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  const ties = [...sizes.values()].reduce((sum, size) => sum + term(size), 0);
  return (term(values.length) - ties) / 18;
}

/**
 * How much larger the variance is since neighbours resemble each other: n/n* of a process of the first order (Yue and
 * Wang, Water Resources Management 18, 2004), from what the slope leaves. Ranks keep a wild value from hiding the
 * likeness; taking a slope away makes it look less than it is, by about (1 + 4r) / n (Marriott and Pope 1954). Never less
 * than 1.
 */
function dependence(rest: readonly number[]): number {
  const n = rest.length;
  const ranks = ranksOf(rest).map((rank) => rank - (n + 1) / 2);
  const power = ranks.reduce((sum, rank) => sum + rank ** 2, 0);
  if (power === 0) return 1;
  const seen = ranks.slice(1).reduce((sum, rank, i) => sum + rank * (ranks[i] ?? 0), 0) / power;
  const likeness = Math.min(0.95, Math.max(0, seen + (1 + 4 * seen) / n));
  return (1 + likeness) / (1 - likeness);
}

/**
 * Sen's slope, the median of the slopes of all pairs, with the 95 % interval that belongs to Mann and Kendall's test
 * (Sen, JASA 63, 1968): the test finds a trend where the interval does not hold 0. A few wild values move neither.
 */
export function slopeOf(samples: readonly Sample[]): Slope {
  const slopes: number[] = [];
  for (const [i, one] of samples.entries()) {
    for (const other of samples.slice(i + 1)) slopes.push((other.y - one.y) / (other.x - one.x));
  }
  const ascending = Float64Array.from(slopes).sort();
  const perHour = median(ascending);
  const values = samples.map(({ y }) => y);
  const rest = samples.map(({ x, y }) => y - perHour * x);
  const reach = z * Math.sqrt(independentVariance(values) * dependence(rest));
  const [first, last] = [0, ascending.length - 1];
  const low = ascending[Math.max(first, Math.floor((ascending.length - reach) / 2) - 1)] ?? perHour;
  const high = ascending[Math.min(last, Math.ceil((ascending.length + reach) / 2))] ?? perHour;
  return { level: median(values), perHour, interval: { low, high } };
}

/** Neighbouring slices together, so that there are at most `maxBlocks`, all of the same length. */
function blocksOf(timeline: Point['timeline'], slices: number) {
  const blocks = [];
  for (let from = 0; from + slices <= timeline.length; from += slices) {
    const members = timeline.slice(from, from + slices);
    const sum = (of: (slice: Point['timeline'][number]) => number) =>
      members.reduce((all, slice) => all + of(slice), 0);
    const [answers, good] = [sum((slice) => slice.answers), sum((slice) => slice.good)];
    const meanMs = sum((slice) => (slice.meanMs ?? 0) * slice.good) / good;
    blocks.push({ second: members[0]?.second ?? 0, answers, good, meanMs });
  }
  return blocks;
}

/** Whether latency and bad answers of a point changed over its window, or why that cannot be said. */
export function trendOf({
  timeline,
  timelineSeconds = 1,
}: Pick<Point, 'timeline' | 'timelineSeconds'>): Pick<LoadRecord, 'trend' | 'noTrend'> {
  const slices = Math.max(1, Math.ceil(timeline.length / maxBlocks));
  const blocks = blocksOf(timeline, slices).filter(({ good }) => good > 0);
  if (blocks.length < minBlocks) {
    return { noTrend: fillAll(texts.short, { wanted: minBlocks, count: blocks.length }) };
  }
  const over = (y: (block: (typeof blocks)[number]) => number) =>
    slopeOf(blocks.map((block) => ({ x: block.second / 3600, y: y(block) })));
  return {
    trend: {
      blocks: blocks.length,
      blockSeconds: slices * timelineSeconds,
      latencyMs: over(({ meanMs }) => meanMs),
      badShare: over(({ answers, good }) => 1 - good / answers),
    },
  };
}
