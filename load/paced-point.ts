import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Counts, Point } from '../contracts/record.ts';
import type { Launcher } from '../contracts/send.ts';
import { Books, goodOf, isGood, summaryOf } from './books.ts';
import { type Clock, reached } from './clock.ts';
import { watchGenerator } from './generator-health.ts';
import { LatencyHistogram } from './histogram.ts';
import { startPacer } from './pacer.ts';
import type { PacedTally } from './tally.ts';
import { paceVerdictOf, spreadVerdict } from './verdict.ts';

/** What is sent when, and how long. */
export interface PacedPointPlan {
  readonly batchSize: number;
  readonly warmupMs: number;
  readonly durationMs: number;
  /** An answer that takes longer is a time-out. */
  readonly timeoutMs: number;
  readonly maxInFlight: number;
  /** The moment of the clock that all others count from; now, unless several processes start together. */
  readonly startAt?: number;
  /** Of the warm-up and the window together, in milliseconds from the start. */
  readonly moments: Iterator<number, void>;
}

export interface PacedPointOptions {
  readonly plan: PacedPointPlan;
  readonly clock: Clock;
  readonly launcher: Pick<Launcher, 'launch' | 'abort'>;
  /** Sent in turn. */
  readonly calls: readonly Call[];
  readonly signal: AbortSignal;
  judge(exchange: Exchange): Judgement;
  /** Called with every exchange that failed or has findings, inside and outside the window. */
  onBad(exchange: Exchange, judgement: Judgement): void;
  onProgress(counts: Counts): void;
}

const progressIntervalMs = 250;

/** What a point of an open loop came to; its throughput is what the service carried while the window was open. */
export function pacedPointOf(
  { batchSize, warmupMs }: Pick<PacedPointPlan, 'batchSize' | 'warmupMs'>,
  { startedAt, windowMs, books, health, processes, pace }: PacedTally,
): Point {
  const { overflow, backlog, returned } = pace;
  const perSecond = windowMs > 0 ? 1000 / windowMs : 0;
  const { counts, ...summary } = summaryOf(books, batchSize, windowMs);
  const sendLagP99Ms = LatencyHistogram.merged([pace.sendLags]).summaryMs()?.p99 ?? 0;
  const point = {
    batchSize,
    offeredRate: (counts.sent + overflow) * perSecond,
    overflow,
    backlog,
    startedAt: new Date(startedAt).toISOString(),
    durationMs: windowMs,
    warmupMs,
    ...summary,
    requestsPerSecond: returned.answers * perSecond,
    devicesPerSecond: returned.answers * batchSize * perSecond,
    bytesPerSecond: returned.bytes * perSecond,
    counts,
    serviceLatencyMs: LatencyHistogram.merged([pace.serviceLatencies]).summaryMs(),
    generator: { ...health, sendLagP99Ms, littlesLawRatio: null },
    ...(processes && { processes }),
  };
  const verdict = spreadVerdict(paceVerdictOf(point, goodOf(counts)), processes);
  return { ...point, verdict, why: pointReason({ ...point, verdict }).en };
}

/** Measures one point of an open loop. */
export async function measurePaced(options: PacedPointOptions): Promise<Point> {
  return pacedPointOf(options.plan, await tallyPaced(options));
}

/**
 * Measures the window of an open loop. The requests planned for the window count, and only they; the last of them are
 * waited for. Latency is from the planned moment. Aborting ends the window then and there; what was under way counts
 * as aborted.
 */
export async function tallyPaced(options: PacedPointOptions): Promise<PacedTally> {
  const { plan, clock, launcher, calls, signal, judge, onBad, onProgress } = options;
  const { warmupMs, durationMs, moments, maxInFlight, startAt } = plan;
  const books = new Books();
  const serviceLatencies = new LatencyHistogram();
  const lags = new LatencyHistogram();
  const returned = { answers: 0, bytes: 0 };
  let overflow = 0;
  let turn = 0;
  let openedAt = Number.POSITIVE_INFINITY;
  let closedAt = Number.POSITIVE_INFINITY;
  const isInWindow = (moment: number) => moment >= openedAt && moment < closedAt;

  const pacer = startPacer<Exchange>({
    moments,
    clock,
    maxInFlight,
    ...(startAt !== undefined && { startAt }),
    send(onEnded) {
      const call = calls[turn++ % calls.length];
      if (call) launcher.launch(call, onEnded);
    },
    onSent(plannedAt, sentAt) {
      if (!isInWindow(plannedAt)) return;
      books.open();
      lags.recordMs(sentAt - plannedAt);
    },
    onOverflow(plannedAt) {
      if (isInWindow(plannedAt)) overflow += 1;
    },
    onEnded({ plannedAt, sentAt, endedAt, result: exchange }) {
      const judgement = judge(exchange);
      const { outcome, code } = judgement;
      if (judgement.findings.length > 0 || (exchange.failure && exchange.failure !== 'aborted'))
        onBad(exchange, judgement);
      const bodyBytes = exchange.response?.body.length ?? 0;
      if (isInWindow(endedAt) && isGood(outcome)) {
        returned.answers += 1;
        returned.bytes += bodyBytes;
      }
      if (!isInWindow(plannedAt)) return;
      books.close({
        outcome,
        code,
        sentAtMs: plannedAt - openedAt,
        latencyMs: endedAt - plannedAt,
        bodyBytes,
      });
      if (isGood(outcome)) serviceLatencies.recordMs(endedAt - sentAt);
    },
  });
  openedAt = pacer.startedAt + warmupMs;
  closedAt = openedAt + durationMs;

  const progress = setInterval(() => onProgress(books.counts), progressIntervalMs);
  await reached(clock, openedAt, signal);
  const startedAt = Date.now();
  const health = watchGenerator();
  const inFlightBefore = pacer.inFlight();
  await reached(clock, closedAt, signal);
  const worked = health();
  const backlog = pacer.inFlight() - inFlightBefore;
  const stop = () => {
    closedAt = Math.max(openedAt, Math.min(closedAt, clock.now()));
    pacer.stop();
    launcher.abort();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  await pacer.done;
  signal.removeEventListener('abort', stop);
  clearInterval(progress);

  const latencies = { serviceLatencies: serviceLatencies.encoded(), sendLags: lags.encoded() };
  return {
    startedAt,
    windowMs: closedAt - openedAt,
    books: books.tally(),
    health: worked,
    pace: { overflow, backlog, ...latencies, returned },
  };
}
