import { type FreezeRun, freeze, scenario } from './freezing.ts';
import type { Generator } from './generator.ts';
import type { Order } from './order.ts';
import { type FreezeWay, freezeWays } from './results.ts';
import type { Size } from './size.ts';
import { type Disturbance, undisturbed } from './undisturbed.ts';
import type { World } from './world.ts';

const { rate, durationMs } = scenario;

/** Of the open loop. Autocannon has none; it has been hot since its throughput was measured. */
const warmupMs = 1000;
const connections = 10;

/** What one run takes. */
export const freezeMs = warmupMs + durationMs;

/** When the server stops, in milliseconds from the beginning of the window: another moment in each run. */
function stopAfterMs(run: number): number {
  return 500 + ((run * 211) % 3500);
}

/** Lets the server stop so many times for each way to measure it. */
export async function measureFreezing(
  { generators, stopping }: World,
  { freezes, bareFreezes }: Size,
  onStep: (way: FreezeWay) => void,
): Promise<Record<FreezeWay, (FreezeRun & Disturbance)[]>> {
  const runs: Record<FreezeWay, (FreezeRun & Disturbance)[]> = {
    openLoop: [],
    corrected: [],
    uncorrected: [],
  };
  const what = { calls: stopping.calls, batchSize: 1, rate, durationMs };
  const bare = { ...what, kind: 'bare', connections, warmupMs: 0 } as const;
  const paced = { ...what, kind: 'paced', checks: 'checked', warmupMs, keepsConnections: true } as const;
  const ways: Record<FreezeWay, { order: Order; generator: Generator }> = {
    openLoop: { order: paced, generator: generators.checked },
    corrected: { order: { ...bare, isCorrected: true }, generator: generators.bare },
    uncorrected: { order: { ...bare, isCorrected: false }, generator: generators.bare },
  };
  // Accepting 500 connections takes a server long, which is no part of the truth: it has them from a stop before.
  onStep('openLoop');
  await freeze(generators.checked, paced, stopping.pid, stopAfterMs(0));
  for (let run = 0; run < freezes; run++) {
    for (const way of freezeWays) {
      if (way !== 'openLoop' && run >= bareFreezes) continue;
      onStep(way);
      const { order, generator } = ways[way];
      const once = () => freeze(generator, order, stopping.pid, stopAfterMs(run));
      runs[way].push(await undisturbed(once));
    }
  }
  return runs;
}
