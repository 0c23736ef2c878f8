import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Exchange, TokenState } from '../../contracts/exchange.ts';
import { pointReason } from '../../contracts/point-reason.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import { Books } from '../books/books.ts';
import { realClock } from '../clock.ts';
import { isBad } from '../judging/bad.ts';
import { stopOf } from '../judging/contract-broken.ts';
import type { Judge } from '../judging/judge.ts';
import { littlesLawRatio } from '../steadiness/in-flight.ts';
import { Pulse } from '../steadiness/pulse.ts';
import { warmupTickMs } from '../steadiness/warm-up.ts';
import { verdictOf } from '../verdict.ts';
import type { Ceiling } from './ceiling.ts';
import { startClosedLoop } from './closed-loop.ts';
import type { Endpoint } from './endpoint.ts';
import type { Ended } from './shot.ts';
import type { ShotSource } from './shot-source.ts';

/** How long and with how many connections a point is measured. */
export interface PointPlan {
  readonly batchSize: number;
  readonly connections: number;
  readonly durationMs: number;
  /** The longest, if it is to be found. */
  readonly warmupMs: number;
  readonly findsWarmup?: boolean | undefined;
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
  /** What changes in the window is what was asked for: it is not held against the point. */
  readonly asksForTrend?: boolean;
}

const progressIntervalMs = 250;

function exchangeOf({ shot, sentAt, endedAt, response, failure, reason }: Ended): Exchange {
  const timed = {
    sentAt: Math.round(performance.timeOrigin + sentAt),
    timings: { totalMs: endedAt - sentAt },
  };
  // Properties that follow a spread make V8 leave its fast path: 4 µs for an object, and 0.2 when it comes last.
  return response
    ? { response, ...timed, ...shot.call }
    : { ...(failure && { failure }), ...(reason !== undefined && { reason }), ...timed, ...shot.call };
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
  const pulse = new Pulse('closed', plan.connections, realClock);
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
      pulse.sent(sentAt);
      if (isInWindow(sentAt)) books.open();
    },
    onEnded(ended) {
      const exchange = exchangeOf(ended);
      const { sentAt, endedAt, response } = ended;
      const latencyMs = endedAt - sentAt;
      pulse.ended({ endedAt, latencyMs, serviceMs: latencyMs, isAnswer: response !== undefined });
      judge.judge(exchange, (judgement) => {
        if (isBad(exchange, judgement)) onBad(exchange, judgement);
        if (!isInWindow(sentAt)) return;
        books.close({
          outcome: judgement.outcome,
          code: judgement.code,
          status: response?.status,
          sentAtMs: sentAt - openedAt,
          latencyMs,
          bodyBytes: response?.body.length ?? 0,
        });
      });
    },
  });
  source.onWaiting?.(loop.askAgain);
  const progress = setInterval(() => onProgress(books.counts), progressIntervalMs);
  const begunAt = performance.now();
  const leftMs = () => plan.warmupMs - (performance.now() - begunAt);
  while (leftMs() > 0 && !signal.aborted && !(plan.findsWarmup && pulse.isWarm()))
    await pause(plan.findsWarmup ? Math.min(warmupTickMs, leftMs()) : leftMs(), signal);
  const startedAt = new Date().toISOString();
  const health = realClock.watch();
  const heldBefore = ceiling?.heldBack() ?? 0;
  openedAt = performance.now();
  pulse.openAt(openedAt);
  await pause(plan.durationMs, signal);
  closedAt = performance.now();
  pulse.closeAt(closedAt);
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
  const { warmupMs, inFlight, steadiness } = pulse.signs;
  // Connections that wait for a shot are idle by intent.
  const busy = source.onWaiting ? inFlight.counted : plan.connections;
  const generator = { ...worked, littlesLawRatio: littlesLawRatio(inFlight.timed, busy) };
  const token = plan.token && { token: plan.token };
  const point = {
    batchSize: plan.batchSize,
    ...token,
    connections: plan.connections,
    startedAt,
    durationMs,
    warmupMs,
    ...summary,
    checking,
    generator,
    ...(steadiness && !options.asksForTrend && { steadiness }),
    ...stopOf(signal),
  };
  const verdict = verdictOf(point, books.good);
  return { ...point, verdict, why: pointReason({ ...point, verdict }).en };
}
