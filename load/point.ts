import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Judgement } from '../contracts/checks/registry.ts';
import type { Exchange, TokenState } from '../contracts/exchange.ts';
import { brokenOf } from '../contracts/outcome.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Counts, Point } from '../contracts/record.ts';
import { Books } from './books.ts';
import type { Ceiling } from './ceiling.ts';
import { startClosedLoop } from './closed-loop.ts';
import type { Endpoint } from './endpoint.ts';
import { watchGenerator } from './generator-health.ts';
import { stopOf } from './judging/contract-broken.ts';
import type { Judge } from './judging/judge.ts';
import type { Ended } from './shot.ts';
import type { ShotSource } from './shot-source.ts';
import { verdictOf } from './verdict.ts';

/** How long and with how many connections a point is measured. */
export interface PointPlan {
  readonly batchSize: number;
  readonly connections: number;
  readonly durationMs: number;
  readonly warmupMs: number;
  readonly timeoutMs: number;
  /** What token is sent, where refusals are measured, too. */
  readonly token?: TokenState;
}

export interface PointOptions {
  readonly plan: PointPlan;
  readonly endpoint: Endpoint;
  readonly ceiling?: Ceiling | undefined;
  /** What all connections send. */
  readonly source: ShotSource;
  readonly signal: AbortSignal;
  readonly judge: Judge;
  /** Called with every exchange that failed or has findings, inside and outside the window. */
  onBad(exchange: Exchange, judgement: Judgement): void;
  onProgress(counts: Counts): void;
}

const progressIntervalMs = 250;

function exchangeOf({ shot, sentAt, endedAt, response, failure, reason }: Ended): Exchange {
  return {
    ...shot.call,
    ...(response && { response }),
    ...(failure && { failure }),
    ...(reason !== undefined && { reason }),
    sentAt: Math.round(performance.timeOrigin + sentAt),
    timings: { totalMs: endedAt - sentAt },
  };
}

/** Resolves after `ms`, or at once when the signal is aborted. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

/**
 * Measures one point. Requests sent in the window count, and only they: the warm-up is left out, and the
 * window's last requests are waited for. Aborting ends it at once; what was in flight counts as aborted.
 */
export async function measurePoint(options: PointOptions): Promise<Point> {
  const { plan, endpoint, ceiling, source, signal, judge, onBad, onProgress } = options;
  const books = new Books(plan.token);
  let openedAt = Number.POSITIVE_INFINITY;
  let closedAt = Number.POSITIVE_INFINITY;
  const isInWindow = (moment: number) => moment >= openedAt && moment < closedAt;

  const loop = startClosedLoop({
    ...endpoint,
    ceiling,
    connections: plan.connections,
    timeoutMs: plan.timeoutMs,
    next: () => source.next(),
    onAnswer: (ended) => source.onAnswer?.(ended),
    onSent(sentAt) {
      if (isInWindow(sentAt)) books.open();
    },
    onEnded(ended) {
      const exchange = exchangeOf(ended);
      judge.judge(exchange, (judgement) => {
        if (judgement.findings.length > 0 || (ended.failure && ended.failure !== 'aborted'))
          onBad(exchange, judgement);
        if (!isInWindow(ended.sentAt)) return;
        books.close({
          outcome: judgement.outcome,
          code: judgement.code,
          sentAtMs: ended.sentAt - openedAt,
          latencyMs: exchange.timings.totalMs,
          bodyBytes: exchange.response?.body.length ?? 0,
        });
      });
    },
  });
  source.onWaiting?.(loop.askAgain);
  const progress = setInterval(() => onProgress(books.counts), progressIntervalMs);
  await pause(plan.warmupMs, signal);
  const startedAt = new Date().toISOString();
  const health = watchGenerator();
  const heldBefore = ceiling?.heldBack() ?? 0;
  openedAt = performance.now();
  await pause(plan.durationMs, signal);
  closedAt = performance.now();
  const worked = { ...health(), ...(ceiling && { heldBack: ceiling.heldBack() - heldBefore }) };
  if (signal.aborted) loop.abort();
  else loop.drain();
  const stop = () => loop.abort();
  signal.addEventListener('abort', stop, { once: true });
  await loop.done;
  signal.removeEventListener('abort', stop);
  const checking = await judge.settled();
  clearInterval(progress);

  const durationMs = closedAt - openedAt;
  const summary = books.summary(plan.batchSize, durationMs);
  const { latencyMs, requestsPerSecond } = summary;
  const littlesLawRatio = latencyMs ? (requestsPerSecond * latencyMs.mean) / 1000 / plan.connections : null;
  const generator = { ...worked, littlesLawRatio };
  const stopped = stopOf(signal);
  const isBroken = stopped.stoppedBy || brokenOf(summary.counts, plan.token) > 0;
  const verdict = isBroken ? 'failed' : verdictOf(summary.counts, books.good, generator);
  const token = plan.token && { token: plan.token };
  return {
    batchSize: plan.batchSize,
    ...token,
    connections: plan.connections,
    startedAt,
    durationMs,
    warmupMs: plan.warmupMs,
    ...summary,
    checking,
    generator,
    ...stopped,
    verdict,
    why: pointReason({ ...stopped, verdict, generator, ...token, ...summary }).en,
  };
}
