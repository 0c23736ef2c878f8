import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Generator } from './generator.ts';
import type { Figures, Order } from './order.ts';

/** A server that takes 20 ms for each request is sent 100 of them a second, for six, and stops for one of these; more of them would keep it busy afterwards. */
export const scenario = { rate: 100, durationMs: 6000, serviceMs: 20, stopMs: 1000 } as const;

/** What is looked at. */
export const quantiles = ['p50', 'p90', 'p99', 'max'] as const;

export type Latencies = Readonly<Record<(typeof quantiles)[number], number>>;

const shares = { p50: 0.5, p90: 0.9, p99: 0.99, max: 1 } as const;

/**
 * What is true of a server that stopped for so long: requests come evenly, and one that comes while it stands waits for
 * the rest of it, so that a latency of service + x is exceeded by (stop - x) / duration of all.
 */
export function truthOf(stoppedMs: number): Latencies {
  const { durationMs, serviceMs } = scenario;
  const at = (share: number) => serviceMs + Math.max(0, stoppedMs - (1 - share) * durationMs);
  return { p50: at(shares.p50), p90: at(shares.p90), p99: at(shares.p99), max: at(shares.max) };
}

/** How far off the farthest of them is, as a share of the truth. */
export function deviationOf(latencies: Latencies | null, truth: Latencies): number {
  if (!latencies) return Number.POSITIVE_INFINITY;
  return Math.max(...quantiles.map((name) => Math.abs(latencies[name] / truth[name] - 1)));
}

export interface FreezeRun {
  readonly figures: Figures;
  readonly truth: Latencies;
}

/** Carries out an order against a server, whose process is stopped for a second, so long after the order's window began. */
export async function freeze(
  generator: Generator,
  order: Order,
  serverPid: number,
  stopAfterMs: number,
): Promise<FreezeRun> {
  const working = generator.carryOut(order);
  // It may fail while the server stands.
  working.catch(() => undefined);
  await sleep(order.warmupMs + stopAfterMs);
  process.kill(serverPid, 'SIGSTOP');
  const stoppedAt = performance.now();
  try {
    await sleep(scenario.stopMs);
  } finally {
    process.kill(serverPid, 'SIGCONT');
  }
  const truth = truthOf(performance.now() - stoppedAt);
  return { figures: await working, truth };
}
