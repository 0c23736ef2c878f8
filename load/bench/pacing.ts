import type { Figures } from './order.ts';
import { type Pacing, pace } from './results.ts';
import { type Disturbance, undisturbed } from './undisturbed.ts';
import type { World } from './world.ts';

const servers = ['nginx', 'reference'] as const;
const checkings = ['checked', 'unchecked'] as const;

/** How many of these there are. */
export const pacingCells = servers.length * checkings.length * pace.batchSizes.length;

/** Drives the open loop at its rate, against each server, so many times in turn. */
export async function measurePacing(
  { generators, fixedCalls, serviceCalls }: World,
  runs: number,
  onStep: (batchSize: number, server: Pacing['server']) => void,
): Promise<Pacing[]> {
  const cells = servers.flatMap((server) =>
    pace.batchSizes.flatMap((batchSize) =>
      checkings.map((checks) => ({ server, batchSize, checks, runs: [] as (Figures & Disturbance)[] })),
    ),
  );
  for (let run = 0; run < runs; run++) {
    for (const cell of cells) {
      const { server, batchSize, checks } = cell;
      onStep(batchSize, server);
      const calls = server === 'nginx' ? fixedCalls('repeating', batchSize) : serviceCalls(batchSize);
      const { rate, warmupMs, durationMs } = pace;
      const order = { kind: 'paced', checks, calls, batchSize, rate, warmupMs, durationMs } as const;
      cell.runs.push(await undisturbed(() => generators[checks].carryOut(order)));
    }
  }
  return cells;
}
