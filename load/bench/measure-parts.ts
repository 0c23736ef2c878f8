import { nginxContenders, referenceContenders } from './contenders.ts';
import { freezeMs, measureFreezing } from './freeze-runs.ts';
import { measurePacing, pacingCells } from './pacing.ts';
import { pace, type Results } from './results.ts';
import type { Size } from './size.ts';
import type { TextName } from './texts.ts';
import { compare } from './throughput.ts';
import type { World } from './world.ts';

/** Before a measurement begins, with how long all that are left will take. */
export type OnStep = (what: TextName, batchSize: number, msLeft: number) => void;

/** What is measured, in this order. */
export const parts = ['nginx', 'reference', 'pacing', 'freezing'] as const;

export type Part = (typeof parts)[number];

/** What a measurement takes besides its time: messages, opening connections, the last answers. */
const overheadMs = 100;

/** Measures parts, one thing at a time; `results` takes each when it is done. */
export async function measureParts(
  wanted: readonly Part[],
  world: World,
  wrkBinary: string,
  size: Size,
  onStep: OnStep,
  results: Results,
): Promise<void> {
  const { batchSizes, rounds } = size;
  const against = {
    nginx: nginxContenders(world, wrkBinary, size),
    reference: referenceContenders(world, wrkBinary, size),
  };
  const loopMs = size.warmupMs + size.durationMs + overheadMs;
  const paceMs = pace.warmupMs + pace.durationMs + overheadMs;
  const partMs: Readonly<Record<Part, number>> = {
    nginx: against.nginx.length * batchSizes.length * rounds * loopMs,
    reference: against.reference.length * batchSizes.length * rounds * loopMs,
    pacing: pacingCells * size.pacings * paceMs,
    freezing: (1 + size.freezes + 2 * size.bareFreezes) * freezeMs,
  };
  let msLeft = wanted.reduce((sum, part) => sum + partMs[part], 0);
  const step = (what: TextName, batchSize: number, ms: number) => {
    onStep(what, batchSize, msLeft);
    msLeft -= ms;
  };
  const onLoop = (batchSize: number, name: TextName) => step(name, batchSize, loopMs);
  const loops = { batchSizes, rounds, onStep: onLoop };
  const measure: Readonly<Record<Part, () => Promise<void>>> = {
    async nginx() {
      results.nginx = await compare({ contenders: against.nginx, ...loops });
    },
    async reference() {
      results.reference = await compare({ contenders: against.reference, ...loops });
    },
    async pacing() {
      const onStep = (batchSize: number, server: TextName) => step(server, batchSize, paceMs);
      results.pacing = await measurePacing(world, size.pacings, onStep);
    },
    async freezing() {
      results.freezing = await measureFreezing(world, size, (way) => step(way, 1, freezeMs));
    },
  };
  for (const part of parts) if (wanted.includes(part)) await measure[part]();
}
