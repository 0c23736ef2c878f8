import { expect, test } from 'vitest';
import type { Point } from '../../contracts/record.ts';
import { type RandomStream, randomStream } from '../../generators/random.ts';
import { turnsOf } from '../../load/comparison/turns.ts';
import { normal } from '../../load/models/simulated.ts';
import { point } from '../sample-sweeps.ts';
import { blockPairs } from './block-pairs.ts';
import { figuresOf } from './compare.ts';
import type { Figure } from './figure.ts';
import { failedBy, parseConditions } from './gate.ts';

/**
 * The noise of simulated blocks, as standard deviations of logarithms. `own` is what a measurement has by itself: two reference
 * services on one machine with two cores had 0.3 to 0.6 % in throughput, 2 to 6 % in p50, p90 and p95 and 3 to 17 % in
 * p99, in windows of 1.2 to 1.5 s; more is taken. The rest is added: what lasts for several measurements, and an even drift.
 */
const noise = {
  own: { throughput: 0.012, p50: 0.07, p90: 0.05, p95: 0.06, p99: 0.17 },
  /** Of the machine: a process of the first order, from one measurement to the next. */
  lasting: { deviation: 0.02, likeness: 0.8 },
  /** From the first measurement to the last. */
  drift: 0.1,
};

/** Of variance 1, with heavy tails: one draw in ten has three times the deviation of the others. */
function heavy(stream: RandomStream): number {
  return (normal(stream) * (stream.below(10) === 0 ? 3 : 1)) / Math.sqrt(1.8);
}

/** A comparison whose head takes `1 + slowdown` times as long as the base. */
function compared(seed: number, blocks: number, slowdown: number): Figure[] {
  const stream = randomStream(seed, 1);
  const turns = turnsOf({ batchSizes: [1, 10, 100], connections: [10] }, blocks, randomStream(seed, 0));
  const { deviation, likeness } = noise.lasting;
  let lasting = deviation * normal(stream);
  const points = turns.map(({ side, block, batchSize, connections }, i): Point => {
    lasting = likeness * lasting + Math.sqrt(1 - likeness ** 2) * deviation * normal(stream);
    const slower = (side === 'head' ? Math.log1p(slowdown) : 0) + lasting + (noise.drift * i) / turns.length;
    const of = (deviationOfIt: number) => Math.exp(slower + deviationOfIt * heavy(stream));
    const { own } = noise;
    const plain = point(batchSize, 1000 / of(own.throughput), { side, block, connections });
    const latencyMs = {
      p50: 4 * of(own.p50),
      p90: 5 * of(own.p90),
      p95: 6 * of(own.p95),
      p99: 9 * of(own.p99),
    };
    return { ...plain, latencyMs: { mean: 4, p999: 12, max: 20, ...latencyMs } };
  });
  return figuresOf(blockPairs({ points }));
}

const isTold = ({ word }: Figure) => word !== 'cantTell';

test('of 1,000 comparisons of equal services at most 2 % find a difference in any of 15 figures', () => {
  const all = Array.from({ length: 1000 }, (_, seed) => compared(seed, 12, 0));
  expect(all.filter((figures) => figures.some(isTold)).length).toBeLessThanOrEqual(20);
});

test('12 blocks show in at least 90 % of the comparisons that a service is slower by 5 %, under each load; the gate sees it', () => {
  const all = Array.from({ length: 200 }, (_, seed) => compared(seed, 12, 0.05));
  const throughputs = all.flat().filter(({ metric }) => metric === 'throughput');
  expect(throughputs).toHaveLength(600);
  expect(throughputs.filter(({ word }) => word === 'slower').length).toBeGreaterThanOrEqual(540);
  expect(all.flat().filter(({ word }) => word === 'faster')).toEqual([]);
  const gate = parseConditions('slower:5%');
  const side = { label: '', url: '', startedAt: '', runs: [] };
  const failed = all.filter(
    (figures) => failedBy({ base: side, head: side, reservations: [], figures }, gate).length > 0,
  );
  expect(failed.length).toBeGreaterThanOrEqual(180);
});

test('a side that measured nothing good, or too few blocks, is not told apart from the other', () => {
  expect(compared(1, 3, 0.5).map(({ change }) => change)).toEqual(Array(15).fill(undefined));
  const dead = [1, 2, 3, 4, 5].flatMap((block) =>
    (['base', 'head'] as const).map((side) => point(1, side === 'head' ? 0 : 100, { side, block })),
  );
  const [throughput] = figuresOf(blockPairs({ points: dead }));
  expect(throughput).toMatchObject({ word: 'cantTell' });
  const refused = dead.map((one): Point => ({ ...one, verdict: 'failed' }));
  expect(figuresOf(blockPairs({ points: refused }))[0]).toMatchObject({ base: undefined, word: 'cantTell' });
});

test('each side comes first equally often, in mirrored pairs of blocks', () => {
  const turns = turnsOf({ batchSizes: [1, 50], connections: [4] }, 12, randomStream(5, 0));
  expect(turns).toHaveLength(48);
  const ofSize = turns.filter(({ batchSize }) => batchSize === 50);
  const firsts = ofSize.filter((_, i) => i % 2 === 0).map(({ side }) => side);
  for (let pair = 0; pair < 12; pair += 2) expect(firsts[pair]).not.toBe(firsts[pair + 1]);
  expect(new Set(firsts.filter((_, i) => i % 2 === 0)).size).toBe(2);
  for (let i = 0; i < 24; i += 2) expect(ofSize[i]?.block).toBe(ofSize[i + 1]?.block);
});
