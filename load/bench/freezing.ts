import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Generator } from './generator.ts';
import type { Figures, Order } from './order.ts';

/** A server that takes 50 ms for each request is sent 100 of them a second, for six, and stops for one of these; more of them would keep it busy afterwards. */
export const scenario = { rate: 100, durationMs: 6000, serviceMs: 50, stopMs: 1000 } as const;

/** What is looked at. */
export const quantiles = ['p50', 'p90', 'p99', 'max'] as const;

export type Latencies = Readonly<Record<(typeof quantiles)[number], number>>;

const shares = { p50: 0.5, p90: 0.9, p99: 0.99, max: 1 } as const;

/**
 * What is true of a server that stopped for so long: requests come evenly, and one that comes while it stands waits for the
 * rest of it, and is then served. One that was being served when it stopped is answered when it goes on: of these there are
 * as many as come in a service time. So a latency x is exceeded by (stop + 2 service - x) / duration of all, and from x = stop
 * on, where both kinds are, by 2 (stop + service - x) / duration.
 */
export function truthOf(stoppedMs: number): Latencies {
  const { durationMs, serviceMs } = scenario;
  const at = (share: number) => {
    const slowestMs = (1 - share) * durationMs;
    const waitedMs = slowestMs < 2 * serviceMs ? slowestMs / 2 : slowestMs - serviceMs;
    return serviceMs + Math.max(0, stoppedMs - waitedMs);
  };
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
