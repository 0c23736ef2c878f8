import { performance } from 'node:perf_hooks';
import { goodOf, noOutcomes } from '../../contracts/outcome.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import { Books } from '../books/books.ts';
import { mergeCounts } from '../books/merge-books.ts';
import { mergePoints, type Share } from '../books/merge-points.ts';
import { spaced } from '../closed/ceiling.ts';
import type { Harness } from '../harness.ts';
import { stopOf } from '../judging/contract-broken.ts';
import { type Child, startChild } from './child.ts';
import type { Hiring, Job } from './messages.ts';
import { dealt, dealtCycle, split } from './share.ts';

/** Processes that measure points together. */
export interface Spread extends Pick<Harness, 'closedPoint' | 'pacedPoint'> {
  pids(): (number | undefined)[];
  /** Ends the processes. */
  close(): Promise<void>;
}

/** From the order to start until they start: as long as the order may take to all of them. */
const leadMs = 100;

/** So long after the order to end, a process that does not obey is ended. */
const graceMs = 5000;

/** What a process that is gone last told: what was under way then will never be answered. */
function lastWords({ loop, plan }: Job, { sent, ...ended }: Counts, openedAt: number): Point {
  const durationMs = Math.max(0, Date.now() - openedAt);
  const open = sent - Object.values(ended).reduce((sum, count) => sum + count, 0);
  const counts = { sent, ...ended, aborted: ended.aborted + open };
  const token = loop === 'closed' ? plan.token : undefined;
  const requestsPerSecond = durationMs > 0 ? (goodOf(counts, token) * 1000) / durationMs : 0;
  const { batchSize, warmupMs } = plan;
  return {
    batchSize,
    ...(token && { token }),
    ...(loop === 'closed' ? { connections: plan.connections } : { offeredRate: 0 }),
    ...new Books().summary(batchSize, durationMs),
    ...{ startedAt: new Date(openedAt).toISOString(), durationMs, warmupMs, counts, requestsPerSecond },
    generator: { cpu: 0, loopDelayP99Ms: 0, littlesLawRatio: null },
    ...{ verdict: 'failed', why: '' },
  };
}

/** A process and its share of a point. */
interface Assigned {
  readonly child: Child;
  readonly job: Job;
}

/** All do their jobs from the same moment on, until all are done. One that is lost ends the work of the others. */
async function together(
  team: readonly [Assigned, ...Assigned[]],
  signal: AbortSignal,
  onProgress: (counts: Counts) => void,
): Promise<Point> {
  await Promise.all(team.map(({ child, job }) => child.prepare(job)));
  const startAt = performance.timeOrigin + performance.now() + leadMs;
  const told = team.map((): Counts => ({ sent: 0, ...noOutcomes }));
  let end: NodeJS.Timeout | undefined;
  const kill = () => {
    for (const { child } of team) child.kill();
  };
  const stop = () => {
    end ??= setTimeout(kill, graceMs);
    for (const { child } of team) child.abort(stopOf(signal).stoppedBy);
  };
  const shareOf = async ({ child, job }: Assigned, i: number): Promise<Share> => {
    const point = await child.measure(startAt, (counts) => {
      told[i] = counts;
      onProgress(mergeCounts(told));
    });
    if (point) return { point };
    stop();
    return { point: lastWords(job, told[i] ?? mergeCounts([]), startAt + job.plan.warmupMs), isLost: true };
  };
  const [first, ...others] = team;
  const work = [shareOf(first, 0), ...others.map((one, i) => shareOf(one, i + 1))] as const;
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const shares = await Promise.all(work).finally(() => {
    signal.removeEventListener('abort', stop);
    clearTimeout(end);
  });
  return mergePoints(shares);
}

/**
 * Starts processes that measure together, each with its own event loop and a harness of its own. Every point is split up
 * between them, and merged to that of one. Throws when one does not start.
 */
export async function openSpread(
  harness: Pick<Harness, 'signal' | 'onBad'>,
  processes: number,
  { target, settings }: Hiring,
): Promise<Spread> {
  const { url, label, referenceService, operationUrl, token, expiredToken, refreshToken } = target;
  const { seed, tokenErrorStatus, allowHosts, caFile, insecure, maxRate } = settings;
  const hiring: Hiring = {
    target: { url, label, referenceService, operationUrl, token, expiredToken, refreshToken },
    settings: { seed, tokenErrorStatus, allowHosts, caFile, insecure },
  };
  const hire = () => startChild(hiring, harness.onBad);
  let children = await Promise.all(Array.from({ length: processes }, hire));
  const close = async () => {
    await Promise.all(children.map((child) => child.close()));
  };
  if (!children.every((child) => child.isAlive())) {
    await close();
    throw new Error('a process of the load generator ended before it was up');
  }
  /** Gives each job to a process; those that were lost are replaced. */
  const share = async (jobs: readonly Job[], onProgress: (counts: Counts) => void) => {
    children = await Promise.all(children.map((child) => (child.isAlive() ? child : hire())));
    const team = jobs.flatMap((job, hand) => children.slice(hand, hand + 1).map((child) => ({ child, job })));
    const [first, ...others] = team;
    if (!first) throw new RangeError('a point without a job');
    return together([first, ...others], harness.signal, onProgress);
  };
  return {
    closedPoint(plan, calls, onProgress) {
      const hands = Math.min(processes, plan.connections);
      const jobs = split(plan.connections, hands).map((connections, hand): Job => {
        const limit = maxRate === undefined ? undefined : maxRate / hands;
        const part = { ...plan, connections };
        return { loop: 'closed', plan: part, maxRate: limit, calls: dealtCycle(calls, hand, hands) };
      });
      return share(jobs, onProgress);
    },
    pacedPoint({ moments, ...plan }, calls, onProgress) {
      const hands = Math.min(processes, plan.maxInFlight);
      const bounds = split(plan.maxInFlight, hands);
      const endMs = plan.warmupMs + plan.durationMs;
      const allowed = maxRate === undefined ? moments : spaced(moments, maxRate, endMs);
      const jobs = dealt(allowed, hands).map((moments, hand): Job => {
        const part = { ...plan, maxInFlight: bounds[hand] ?? 0 };
        return { loop: 'paced', plan: part, moments, calls: dealtCycle(calls, hand, hands) };
      });
      return share(jobs, onProgress);
    },
    pids: () => children.map(({ pid }) => pid),
    close,
  };
}

/** Does work with a harness that measures with so many processes: this one alone, or others. */
export async function spreadOver<T>(
  harness: Harness,
  processes: number,
  hiring: Hiring,
  work: (harness: Harness) => Promise<T>,
): Promise<T> {
  if (processes === 1) return work(harness);
  const { closedPoint, pacedPoint, close } = await openSpread(harness, processes, hiring);
  return work({ ...harness, closedPoint, pacedPoint }).finally(close);
}
