import type { CostModel } from '../../contracts/record.ts';
import { median, quantile } from '../../contracts/statistics/quantile.ts';
import { fillAll, type Text } from '../../contracts/text.ts';
import type { RandomStream } from '../../generators/random.ts';
import { type Line, robustLine, rSquared } from './line.ts';

/** Through two sizes there is always a line: a third is the least that can contradict it. */
export const minSizes = 3;

/** The interval of a median of fewer calls says nothing. */
const minRounds = 5;

/** Repetitions of the bootstrap: beyond each end of an interval lie 25 of them. */
const usualRepetitions = 1000;

const texts = {
  sizes: {
    en: 'it takes {wanted} batch sizes that the service carries, and there were {count}',
    zh: '至少需要 {wanted} 个服务可承载的批大小，实际只有 {count} 个',
  },
  rounds: {
    en: 'it takes {wanted} good calls of each size, one after another, and there were {count}',
    zh: '每个批大小至少需要 {wanted} 次正常的逐个调用，实际只有 {count} 次',
  },
  shape: {
    en: 'times do not grow in a straight line with the devices: the best one starts at {fixed} ms and gains {perDevice} ms a device',
    zh: '耗时与设备数不成直线关系：最接近的直线起点为 {fixed} ms，每台设备 {perDevice} ms',
  },
} satisfies Record<string, Text>;

/** Calls one after another: a round has one latency for each batch size, in the order of the sizes. */
export interface LowLoadTimes {
  readonly batchSizes: readonly number[];
  readonly rounds: readonly (readonly number[])[];
}

export type CostAnswer = { readonly cost: CostModel } | { readonly noCost: Text };

/** The typical latency of each size. Every size has as many calls, at the same times: they weigh the same. */
export function mediansOf({ batchSizes, rounds }: LowLoadTimes): { batchSize: number; medianMs: number }[] {
  return batchSizes.map((batchSize, i) => {
    return { batchSize, medianMs: median(rounds.map((round) => round[i] ?? Number.NaN)) };
  });
}

function samplesOf(times: LowLoadTimes) {
  return mediansOf(times).map(({ batchSize, medianMs }) => ({ x: batchSize, y: medianMs }));
}

/** The middle 95 % of some values. */
function middle(values: readonly number[]): { low: number; high: number } {
  const ascending = Float64Array.from(values).sort();
  return { low: quantile(ascending, 0.025), high: quantile(ascending, 0.975) };
}

/** Lines through whole rounds drawn with replacement: what slows a round slows all of its sizes. */
function redrawn(times: LowLoadTimes, stream: RandomStream, repetitions: number): Line[] {
  const { batchSizes, rounds } = times;
  return Array.from({ length: repetitions }, () => {
    const drawn = rounds.map(() => rounds[stream.below(rounds.length)] ?? []);
    return robustLine(samplesOf({ batchSizes, rounds: drawn }));
  });
}

/**
 * The cost model T(N) = fixed + perDevice × N of calls that nothing else waits for, with 95 % intervals by
 * bootstrap of the rounds; or why there is none.
 */
export function fitCost(
  times: LowLoadTimes,
  stream: RandomStream,
  repetitions = usualRepetitions,
): CostAnswer {
  const { batchSizes, rounds } = times;
  if (batchSizes.length < minSizes)
    return { noCost: fillAll(texts.sizes, { wanted: minSizes, count: batchSizes.length }) };
  if (rounds.length < minRounds)
    return { noCost: fillAll(texts.rounds, { wanted: minRounds, count: rounds.length }) };
  const samples = samplesOf(times);
  const line = robustLine(samples);
  const lines = redrawn(times, stream, repetitions);
  const fixedMs = middle(lines.map(({ intercept }) => intercept));
  const perDeviceMs = middle(lines.map(({ slope }) => slope));
  if (fixedMs.high < 0 || perDeviceMs.high < 0) {
    const params = { fixed: line.intercept.toFixed(2), perDevice: line.slope.toFixed(4) };
    return { noCost: fillAll(texts.shape, params) };
  }
  return {
    cost: {
      fixedMs: line.intercept,
      perDeviceMs: line.slope,
      r2: rSquared(samples, line),
      interval: { fixedMs, perDeviceMs },
    },
  };
}
