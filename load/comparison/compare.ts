import { type Flags, textOf } from '../../contracts/flags.ts';
import { parseInteger } from '../../contracts/numbers.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import { fillAll, type Text } from '../../contracts/text.ts';
import type { Pools } from '../../generators/batch.ts';
import { randomStream } from '../../generators/random.ts';
import type { Harness, openHarness } from '../harness.ts';
import { measureInTurn, type Step } from '../in-turn.ts';
import { expectedMs, parseConnections, planPoints } from '../plan.ts';
import type { PlannedScenario, Watch } from '../scenarios/scenario.ts';
import { unspoilt } from '../unspoilt.ts';
import { type Turn, turnsOf } from './turns.ts';

const usualBatchSizes: readonly number[] = [1, 100];
const usualTimes = { duration: '2s', warmup: '500ms' };
const usualBlocks = 12;

/** Fewer blocks say nothing of how much blocks differ. */
const minBlocks = 4;

/** What is measured before everything else and forgotten, unless it ends the run: code that is cold, here and there. */
const coldBlocks = 1;

const texts = {
  blocks: {
    en: '{blocks} blocks: in each, base and head one right after the other, in changing order, {seconds} s each',
    zh: '{blocks} 个区组：每组内基线与对比方紧接着测量，先后轮换，每次 {seconds} 秒',
  },
  loads: {
    en: 'Batch sizes {sizes}, connections {connections}; about {seconds} s in all',
    zh: '批大小 {sizes}，连接数 {connections}；总计约 {seconds} 秒',
  },
} satisfies Record<string, Text>;

/** The side that is not the target of the run. */
export type BaseSide = ReturnType<typeof openHarness> & { readonly target: LoadRecord['target'] };

interface Sides {
  readonly base: Harness;
  readonly head: Harness;
}

type ComparisonPlan = ReturnType<typeof planOf>;

function planOf(flags: Flags, pools: Pools) {
  return {
    ...planPoints(flags, usualBatchSizes, pools, usualTimes),
    connections: parseConnections(flags, 10),
    blocks: parseInteger('--blocks', textOf(flags, 'blocks') ?? String(usualBlocks), minBlocks, 1000),
  };
}

/** Measures one side after the other, until either is stopped. */
async function measureTurns(
  turns: readonly Turn[],
  { base, head }: Sides,
  plan: ComparisonPlan,
  watch: Watch,
): Promise<Point[]> {
  const points: Point[] = [];
  const eachMs = expectedMs(plan);
  for (const [i, { block, side, batchSize, connections }] of turns.entries()) {
    if (base.signal.aborted || head.signal.aborted) break;
    const harness = side === 'base' ? base : head;
    const step: Step<Point> = {
      ...{ batchSize, connections, expectedMs: eachMs },
      measure: (calls, onProgress) =>
        harness.closedPoint({ ...plan, batchSize, connections }, calls, onProgress),
    };
    const place = { point: i + 1, points: turns.length };
    const told: Watch = {
      ...watch,
      onPoint: () => undefined,
      onProgress: (progress) => watch.onProgress({ ...progress, ...place }),
    };
    const measured = await measureInTurn(
      harness,
      [unspoilt(step, harness.signal)],
      told,
      (turns.length - i - 1) * eachMs,
    );
    const isCold = block <= coldBlocks && !harness.signal.aborted;
    if (isCold) continue;
    for (const one of measured) {
      const point = { ...one, side, block: Math.max(1, block - coldBlocks) };
      points.push(point);
      watch.onPoint(point);
    }
  }
  return points;
}

/**
 * `compare`: two services in turn, so that whatever else changes with time meets both. The target of the run is the head;
 * `openBase` opens the other one, whose measuring ends with the signal.
 */
export function planComparison(
  flags: Flags,
  pools: Pools,
  openBase: (signal: AbortSignal) => BaseSide,
): PlannedScenario {
  const plan = planOf(flags, pools);
  const turns = (plan.blocks + coldBlocks) * 2 * plan.batchSizes.length * plan.connections.length;
  const allMs = turns * expectedMs(plan);
  const seconds = (ms: number) => (ms / 1000).toFixed(ms < 10_000 ? 1 : 0);
  return {
    scenario: 'compare',
    plan,
    peakRate: undefined,
    expectedMs: allMs,
    outline: [
      fillAll(texts.blocks, { blocks: plan.blocks, seconds: seconds(plan.durationMs) }),
      fillAll(texts.loads, {
        sizes: plan.batchSizes.join(', '),
        connections: plan.connections.join(', '),
        seconds: seconds(allMs),
      }),
    ],
    async measure(head, watch) {
      const { harness: base, examples, close, target } = openBase(head.signal);
      const order = turnsOf(plan, plan.blocks + coldBlocks, randomStream(head.seed, 0));
      const points = await measureTurns(order, { base, head }, plan, watch).finally(close);
      const exchanges = [...examples.values()].map((one) => ({ ...one, id: `base-${one.id}` }));
      return { points, base: target, exchanges };
    },
  };
}
