import { performance } from 'node:perf_hooks';
import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Exchange } from '../../contracts/exchange.ts';
import { noOutcomes } from '../../contracts/outcome.ts';
import type { Counts } from '../../contracts/record.ts';
import { Books } from '../books.ts';
import type { Engine, Overseer } from '../engine.ts';
import { LatencyHistogram } from '../histogram.ts';
import { mergeCounts, mergePaced, mergeWindows } from '../merge-tallies.ts';
import type { PacedTally, PaceTally, WindowTally } from '../tally.ts';
import { type Child, startChild } from './child.ts';
import type { Hiring, Job } from './messages.ts';
import { dealt, dealtCycle, split } from './share.ts';

/** An engine of several processes. */
export interface SpreadEngine extends Engine {
  /** Of the processes. */
  pids(): (number | undefined)[];
  /** Ends the processes. */
  close(): Promise<void>;
}

/** From the order to start until they start: as long as the order may take to all of them. */
const leadMs = 100;

/** So long after the order to end, a process that does not obey is ended. */
const graceMs = 5000;

/** What a process that is gone last told: what was under way then will never be answered. */
function lastWords(counts: Counts, openedAt: number): WindowTally {
  const { sent, ...rest } = counts;
  const ended = Object.values(rest).reduce((sum, count) => sum + count, 0);
  return {
    startedAt: openedAt,
    windowMs: Math.max(0, Date.now() - openedAt),
    books: { ...new Books().tally(), counts: { ...counts, aborted: counts.aborted + sent - ended } },
    health: { cpu: 0, loopDelayP99Ms: 0 },
    isLost: true,
  };
}

function noPace(): PaceTally {
  const nothing = new LatencyHistogram().encoded();
  const returned = { answers: 0, bytes: 0 };
  return { overflow: 0, backlog: 0, serviceLatencies: nothing, sendLags: nothing, returned };
}

/** A process and its share of a point. */
interface Assigned {
  readonly child: Child;
  readonly job: Job;
}

/** All do their jobs from the same moment on, until all are done. One that is lost ends the work of the others. */
async function together(
  team: readonly Assigned[],
  warmupMs: number,
  { signal, onProgress }: Overseer,
): Promise<(WindowTally | PacedTally)[]> {
  await Promise.all(team.map(({ child, job }) => child.prepare(job)));
  const startAt = performance.timeOrigin + performance.now() + leadMs;
  const told = team.map((): Counts => ({ sent: 0, ...noOutcomes }));
  let end: NodeJS.Timeout | undefined;
  const kill = () => {
    for (const { child } of team) child.kill();
  };
  const stop = () => {
    end ??= setTimeout(kill, graceMs);
    for (const { child } of team) child.abort();
  };
  const work = team.map(async ({ child }, i) => {
    const tally = await child.measure(startAt, (counts) => {
      told[i] = counts;
      onProgress(mergeCounts(told));
    });
    if (tally) return tally;
    stop();
    return lastWords(told[i] ?? mergeCounts([]), startAt + warmupMs);
  });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return await Promise.all(work).finally(() => {
    signal.removeEventListener('abort', stop);
    clearTimeout(end);
  });
}

/**
 * Starts processes that measure together, each with its own event loop and engine. Every point is split up between them,
 * and added up to what one process would have measured. Throws when one does not start.
 */
export async function openSpread(
  processes: number,
  hiring: Hiring,
  onBad: (exchange: Exchange, judgement: Judgement) => void,
): Promise<SpreadEngine> {
  const hire = () => startChild(hiring, onBad);
  let children = await Promise.all(Array.from({ length: processes }, hire));
  const close = async () => {
    await Promise.all(children.map((child) => child.close()));
  };
  if (!children.every((child) => child.isAlive())) {
    await close();
    throw new Error('a process of the load generator ended before it was up');
  }
  /** Gives each job to a process; those that were lost are replaced. */
  const assigned = async (jobs: readonly Job[]): Promise<Assigned[]> => {
    children = await Promise.all(children.map((child) => (child.isAlive() ? child : hire())));
    return children.flatMap((child, hand) => jobs.slice(hand, hand + 1).map((job) => ({ child, job })));
  };
  return {
    async closed(plan, calls, overseer) {
      const hands = Math.min(processes, plan.connections);
      const jobs = split(plan.connections, hands).map((connections, hand): Job => {
        return { loop: 'closed', plan: { ...plan, connections }, calls: dealtCycle(calls, hand, hands) };
      });
      return mergeWindows(await together(await assigned(jobs), plan.warmupMs, overseer));
    },
    async paced({ moments, startAt: _, ...plan }, calls, overseer) {
      const hands = Math.min(processes, plan.maxInFlight);
      const bounds = split(plan.maxInFlight, hands);
      const jobs = dealt(moments, hands).map((moments, hand): Job => {
        const share = { ...plan, maxInFlight: bounds[hand] ?? 0 };
        return { loop: 'paced', plan: share, moments, calls: dealtCycle(calls, hand, hands) };
      });
      const tallies = await together(await assigned(jobs), plan.warmupMs, overseer);
      return mergePaced(tallies.map((tally) => ('pace' in tally ? tally : { ...tally, pace: noPace() })));
    },
    pids: () => children.map(({ pid }) => pid),
    close,
  };
}
