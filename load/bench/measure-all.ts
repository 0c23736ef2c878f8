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

/** What a measurement takes besides its time: messages, opening connections, the last answers. */
const overheadMs = 100;

/** Measures everything, one thing at a time; `results` takes each part when it is done. */
export async function measureAll(
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
  let msLeft =
    (against.nginx.length + against.reference.length) * batchSizes.length * rounds * loopMs +
    pacingCells * size.pacings * paceMs +
    (size.freezes + 2 * size.bareFreezes) * freezeMs;
  const step = (what: TextName, batchSize: number, ms: number) => {
    onStep(what, batchSize, msLeft);
    msLeft -= ms;
  };
  const onLoop = (batchSize: number, name: TextName) => step(name, batchSize, loopMs);
  results.nginx = await compare({ contenders: against.nginx, batchSizes, rounds, onStep: onLoop });
  results.reference = await compare({ contenders: against.reference, batchSizes, rounds, onStep: onLoop });
  results.pacing = await measurePacing(world, size.pacings, (batchSize, server) =>
    step(server, batchSize, paceMs),
  );
  results.freezing = await measureFreezing(world, size, (way) => step(way, 1, freezeMs));
}
