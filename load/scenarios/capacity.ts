import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { ToolkitError } from '../../contracts/errors.ts';
import { textOf } from '../../contracts/flags.ts';
import { parseNumber } from '../../contracts/numbers.ts';
import type { Capacity, Point, SizeCapacity } from '../../contracts/record.ts';
import { fillAll, type Text } from '../../contracts/text.ts';
import { longestCostMs, measureCost } from '../cost/measure-cost.ts';
import { parseObjectives } from '../objectives/objectives.ts';
import { parseDuration, planPoints } from '../plan.ts';
import { maxProbes } from '../search/search.ts';
import { type SearchClock, type SizeSearch, searchSize } from '../search/search-size.ts';
import { leastMsPerSize, searchTimes } from '../search/times.ts';
import { parseArrivals } from './rate.ts';
import type { Scenario } from './scenario.ts';

const usualSlo = 'p99<250ms,violations=0,tokenInvalid=0';
const usualBatchSizes: readonly number[] = [1, 10, 100];
const usualBudget = '2m';

/** More than one generator sends. */
const usualMaxRate = 20_000;

/** An answer that takes longer is a time-out. */
const timeoutMs = 10_000;

const texts = {
  objective: { en: 'Objective: {slo}', zh: '目标：{slo}' },
  sizes: {
    en: 'Batch sizes: {sizes}, at most {seconds} s each; {arrivals} arrivals, never more than {maxRate} requests/s',
    zh: '批大小：{sizes}，每个至多 {seconds} 秒；{arrivals} 到达，速率不超过每秒 {maxRate} 个请求',
  },
  probes: {
    en: 'Each size: short closed loops for a first guess, then at most {most} probes of {look} s or, to confirm, {confirmation} s',
    zh: '每个批大小：先用短时闭环估计，再做至多 {most} 次试探，每次 {look} 秒，确认时 {confirmation} 秒',
  },
  cost: {
    en: 'Then calls one after another, for what a call costs: at most {seconds} s',
    zh: '最后逐个调用，测量单次调用的耗时：至多 {seconds} 秒',
  },
  total: { en: 'At most {seconds} s in all', zh: '总计至多 {seconds} 秒' },
} satisfies Record<string, Text>;

const realTime: SearchClock = {
  now: () => performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
};

function seconds(ms: number): string {
  return (ms / 1000).toFixed(ms < 10_000 ? 1 : 0);
}

/** The size that carries the most devices, and what all came to. */
export function capacityOf(slo: string, perSize: readonly SizeCapacity[]): Capacity {
  const [best] = perSize.toSorted((a, b) => (b.devicesPerSecond ?? 0) - (a.devicesPerSecond ?? 0));
  if (best?.requestsPerSecond === undefined) return { slo, perSize };
  const { batchSize, requestsPerSecond, limitedBy, interval } = best;
  const { low = 0, high } = interval ?? {};
  return {
    ...{ slo, batchSize, requestsPerSecond, limitedBy, perSize },
    devicesPerSecond: requestsPerSecond * batchSize,
    interval: { low: low * batchSize, ...(high !== undefined && { high: high * batchSize }) },
  };
}

interface SearchBudget {
  readonly batchSizes: readonly number[];
  readonly budgetMs: number;
  /** What the scenario has to do afterwards. */
  readonly msAfter?: number;
}

/** Searches one size after the other; what one leaves of its time the next ones share. */
export async function searchSizes(
  { batchSizes, budgetMs, msAfter = 0 }: SearchBudget,
  search: Omit<SizeSearch, 'batchSize' | 'deadline' | 'msAfter' | 'points'>,
): Promise<{ points: Point[]; perSize: SizeCapacity[] }> {
  const { clock, harness } = search;
  const end = clock.now() + budgetMs;
  const points: Point[] = [];
  const perSize: SizeCapacity[] = [];
  for (const [i, batchSize] of batchSizes.entries()) {
    if (harness.signal.aborted) break;
    const share = (end - clock.now()) / (batchSizes.length - i);
    const deadline = clock.now() + share;
    const msLater = end - deadline + msAfter;
    perSize.push(await searchSize({ ...search, batchSize, deadline, msAfter: msLater, points }));
  }
  return { points, perSize };
}

/**
 * `capacity`: the highest rate that holds an objective, at each batch size, and which size carries the most devices; and
 * then what a call costs.
 */
export const capacity: Scenario = (flags, pools) => {
  const slo = textOf(flags, 'slo') ?? usualSlo;
  const objectives = parseObjectives('--slo', slo);
  const { batchSizes, mix } = planPoints(flags, usualBatchSizes, pools);
  const budget = textOf(flags, 'budget') ?? usualBudget;
  const budgetMs = parseDuration('--budget', budget);
  const costMs = longestCostMs(batchSizes.length);
  const least = leastMsPerSize * batchSizes.length + costMs;
  if (budgetMs < least) {
    const params = { value: budget, sizes: batchSizes.length, least: Math.ceil(least / 1000) };
    throw new ToolkitError('BUDGET_TOO_SMALL', params);
  }
  const arrivals = parseArrivals(flags);
  const allowed = textOf(flags, 'maxRate');
  const maxRate = allowed === undefined ? usualMaxRate : parseNumber('--max-rate', allowed, 0.01, 100_000);
  const searchMs = budgetMs - costMs;
  const { lookMs, confirmationMs, warmupMs } = searchTimes(searchMs / batchSizes.length);
  return {
    scenario: 'capacity',
    plan: {
      ...{ slo, batchSizes, budgetMs, arrivals, maxRate, durationMs: confirmationMs, warmupMs, timeoutMs },
      ...(mix && { mix }),
    },
    peakRate: undefined,
    expectedMs: budgetMs,
    outline: [
      fillAll(texts.objective, { slo }),
      fillAll(texts.sizes, {
        sizes: batchSizes.join(', '),
        seconds: seconds(searchMs / batchSizes.length),
        arrivals,
        maxRate,
      }),
      fillAll(texts.probes, {
        most: maxProbes,
        look: seconds(warmupMs + lookMs),
        confirmation: seconds(warmupMs + confirmationMs),
      }),
      ...(costMs > 0 ? [fillAll(texts.cost, { seconds: seconds(costMs) })] : []),
      fillAll(texts.total, { seconds: seconds(budgetMs) }),
    ],
    async measure(harness, watch) {
      const highest = Math.min(maxRate, harness.maxRate ?? maxRate);
      const question = { objectives, arrivals, maxRate: highest, timeoutMs };
      const { points, perSize } = await searchSizes(
        { batchSizes, budgetMs: searchMs, msAfter: costMs },
        { harness, watch, clock: realTime, question },
      );
      const found = { points, capacity: capacityOf(slo, perSize) };
      if (harness.signal.aborted) return found;
      return { ...found, ...(await measureCost(points, harness, watch.onLowLoad)) };
    },
  };
};
