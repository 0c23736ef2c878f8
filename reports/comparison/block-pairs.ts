import { grouped } from '../../contracts/grouped.ts';
import { countsInBlock } from '../../contracts/load-exit.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import type { Estimate } from './change.ts';
import { type Metric, type Pair, percentileNames } from './figure.ts';

/** Fewer differences say nothing of how much they vary. */
const minBlocks = 4;

/** Both sides in one block under one load. */
interface Block {
  readonly base: Point;
  readonly head: Point;
}

/** How many blocks take no part, since a side could not be measured in them. */
export function blocksLeftOut(points: readonly Point[]): number {
  const all = grouped(points, ({ batchSize, connections, block }) =>
    [batchSize, connections, block].join(' '),
  );
  return [...all.values()].filter((both) => !both.every(countsInBlock)).length;
}

function blocksOf(points: readonly Point[]): Block[] {
  return [...grouped(points, ({ block }) => block).values()].flatMap((both) => {
    const [base, head] = [both.find(({ side }) => side === 'base'), both.find(({ side }) => side === 'head')];
    return base && head && countsInBlock(base) && countsInBlock(head) ? [{ base, head }] : [];
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The mean of ln(head / base) over the blocks. What a block did to both sides is in no difference; what is left differs
 * from block to block by chance. The effect is Cohen's d of the differences.
 */
function estimateOf(logs: readonly number[]): Estimate | undefined {
  const count = logs.length;
  if (count < minBlocks || !logs.every(Number.isFinite)) return undefined;
  const mean = meanOf(logs);
  const deviation = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (count - 1));
  return {
    ...{ log: mean, error: deviation / Math.sqrt(count), degrees: count - 1 },
    ...(deviation > 0 && { effect: mean / deviation }),
  };
}

/** Geometric means, so that the change of the means is the mean change. */
function pairOf(
  blocks: readonly Block[],
  metric: Metric,
  value: (point: Point) => number,
): Omit<Pair, 'load'> {
  const [bases, heads] = [
    blocks.map(({ base }) => Math.log(value(base))),
    blocks.map(({ head }) => Math.log(value(head))),
  ];
  return {
    metric,
    base: blocks.length > 0 ? Math.exp(meanOf(bases)) : undefined,
    head: blocks.length > 0 ? Math.exp(meanOf(heads)) : undefined,
    estimate: estimateOf(heads.map((log, i) => log - (bases[i] ?? 0))),
  };
}

/** The figures of a comparison in blocks, of each load by itself. */
export function blockPairs({ points }: Pick<LoadRecord, 'points'>): Pair[] {
  const loads = grouped(points, ({ batchSize, connections }) => `${batchSize} ${connections}`);
  return [...loads.values()]
    .toSorted(([a], [b]) => (a?.batchSize ?? 0) - (b?.batchSize ?? 0))
    .flatMap((ofLoad) => {
      const [first] = ofLoad;
      if (!first) return [];
      const { batchSize, connections } = first;
      const blocks = blocksOf(ofLoad);
      const pairs = [
        pairOf(blocks, 'throughput', ({ devicesPerSecond }) => devicesPerSecond),
        ...percentileNames.map((name) => pairOf(blocks, name, ({ latencyMs }) => latencyMs?.[name] ?? 0)),
      ];
      const load = { batchSize, ...(connections !== undefined && { connections }) };
      return pairs.map((pair) => ({ load, ...pair }));
    });
}
