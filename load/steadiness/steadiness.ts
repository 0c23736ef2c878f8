import type { Steadiness } from '../../contracts/record.ts';
import { driftOf } from '../models/drift.ts';
import { timeLost } from '../models/spell.ts';
import type { Round } from './rounds.ts';

/** How long each round took, from a moment on. */
export function durationsOf(rounds: readonly Round[], openedAt: number): number[] {
  return rounds.map(({ endedAt }, i) => endedAt - (rounds[i - 1]?.endedAt ?? openedAt));
}

/** The mean latency of each round. */
export function latenciesOf(rounds: readonly Round[]): number[] {
  return rounds.map(({ count, latencySumMs }) => latencySumMs / count);
}

/**
 * How evenly a service worked in a window. In a closed loop its throughput can drift, and a slow spell counts: while the
 * service stands still nothing is sent, so that neither throughput nor latency is that of the time before and after. In
 * an open loop throughput is the plan's, and what a spell does stands in the latencies of all who met it.
 */
export function steadinessOf(
  rounds: readonly Round[],
  { openedAt, closedAt }: { readonly openedAt: number; readonly closedAt: number },
  loop: 'closed' | 'open',
): Steadiness | undefined {
  const latencyDrift = driftOf(latenciesOf(rounds));
  if (latencyDrift === undefined) return undefined;
  if (loop === 'open') return { latencyDrift };
  const durations = durationsOf(rounds, openedAt);
  const unfinishedMs = closedAt - (rounds.at(-1)?.endedAt ?? openedAt);
  return {
    latencyDrift,
    throughputDrift: 1 / (1 + (driftOf(durations) ?? 0)) - 1,
    timeLost: timeLost([...durations, Math.max(unfinishedMs, Math.min(...durations))]),
  };
}

/** Of several processes that saw the same service at the same time: the largest of each. */
export function leastSteady(all: readonly (Steadiness | undefined)[]): Steadiness | undefined {
  const known = all.filter((one) => one !== undefined);
  const largest = (name: keyof Steadiness) =>
    known.reduce<number | undefined>((worst, one) => {
      const value = one[name];
      return value !== undefined && Math.abs(value) >= Math.abs(worst ?? 0) ? value : worst;
    }, undefined);
  const latencyDrift = largest('latencyDrift');
  if (latencyDrift === undefined) return undefined;
  const throughputDrift = largest('throughputDrift');
  const lost = largest('timeLost');
  return {
    latencyDrift,
    ...(throughputDrift !== undefined && { throughputDrift }),
    ...(lost !== undefined && { timeLost: lost }),
  };
}
