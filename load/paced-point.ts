import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Counts, Point } from '../contracts/record.ts';
import type { Launcher } from '../contracts/send.ts';
import { Books, isGood } from './books.ts';
import type { Clock } from './clock.ts';
import { LatencyHistogram } from './histogram.ts';
import { littlesLawRatio } from './in-flight.ts';
import { stopOf } from './judging/contract-broken.ts';
import type { Judge } from './judging/judge.ts';
import { startPacer } from './pacer.ts';
import { Pulse } from './pulse.ts';
import { verdictOf } from './verdict.ts';
import { warmupTickMs } from './warm-up.ts';

/** What is sent when, and how long. */
export interface PacedPointPlan {
  readonly batchSize: number;
  /** The longest, if it is to be found. */
  readonly warmupMs: number;
  readonly findsWarmup?: boolean | undefined;
  readonly durationMs: number;
  /** An answer that takes longer is a time-out. */
  readonly timeoutMs: number;
  readonly maxInFlight: number;
  /** Of the warm-up and the window together, in milliseconds from the start; what lies behind the window is not sent. */
  readonly moments: Iterator<number, void>;
}

export interface PacedPointOptions {
  readonly plan: PacedPointPlan;
  readonly clock: Clock;
  readonly launcher: Pick<Launcher, 'launch' | 'abort'>;
  /** Sent in turn. */
  readonly calls: readonly Call[];
  readonly signal: AbortSignal;
  readonly judge: Judge;
  /** Called with every exchange that failed or has findings, inside and outside the window. */
  onBad(exchange: Exchange, judgement: Judgement): void;
  onProgress(counts: Counts): void;
}

const progressIntervalMs = 250;

/** What came back within a window, whenever it was sent: under a rate, throughput is what the service carries then. */
class Returns {
  #answers = 0;
  #bytes = 0;

  add(bodyBytes: number): void {
    this.#answers += 1;
    this.#bytes += bodyBytes;
  }

  rates(
    batchSize: number,
    windowMs: number,
  ): Pick<Point, 'requestsPerSecond' | 'devicesPerSecond' | 'bytesPerSecond'> {
    const perSecond = windowMs > 0 ? 1000 / windowMs : 0;
    return {
      requestsPerSecond: this.#answers * perSecond,
      devicesPerSecond: this.#answers * batchSize * perSecond,
      bytesPerSecond: this.#bytes * perSecond,
    };
  }
}

/** Resolves at the moment, or at once when the signal is aborted. */
function reached(clock: Clock, moment: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.at(moment, () => {
      signal.removeEventListener('abort', give);
      resolve();
    });
    const give = () => {
      cancel();
      resolve();
    };
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

/**
 * Measures one point of an open loop. The requests planned for the window count, and only they; the last of them are
 * waited for. Latency is from the planned moment. Aborting ends the window then and there; what was under way counts
 * as aborted.
 */
export async function measurePaced(options: PacedPointOptions): Promise<Point> {
  const { plan, clock, launcher, calls, signal, judge, onBad, onProgress } = options;
  const { batchSize, warmupMs, findsWarmup, durationMs, moments, maxInFlight } = plan;
  const books = new Books();
  const serviceLatencies = new LatencyHistogram();
  const lags = new LatencyHistogram();
  const returns = new Returns();
  const pulse = new Pulse('open', 1, clock);
  let overflow = 0;
  let turn = 0;
  let openedAt = Number.POSITIVE_INFINITY;
  let closedAt = Number.POSITIVE_INFINITY;
  const isInWindow = (moment: number) => moment >= openedAt && moment < closedAt;

  const pacer = startPacer<Exchange>({
    moments,
    clock,
    maxInFlight,
    send(onEnded) {
      const call = calls[turn++ % calls.length];
      if (call) launcher.launch(call, onEnded);
    },
    onSent(plannedAt, sentAt) {
      pulse.sent(sentAt);
      if (!isInWindow(plannedAt)) return;
      books.open();
      lags.recordMs(sentAt - plannedAt);
    },
    onOverflow(plannedAt) {
      if (isInWindow(plannedAt)) overflow += 1;
    },
    onEnded({ plannedAt, sentAt, endedAt, result: exchange }) {
      const { response, timings } = exchange;
      const serviceMs = timings.totalMs;
      pulse.ended({ endedAt, latencyMs: endedAt - plannedAt, serviceMs, isAnswer: response !== undefined });
      judge.judge(exchange, (judgement) => {
        const { outcome, code } = judgement;
        if (judgement.findings.length > 0 || (exchange.failure && exchange.failure !== 'aborted'))
          onBad(exchange, judgement);
        const bodyBytes = response?.body.length ?? 0;
        if (isInWindow(endedAt) && isGood(outcome)) returns.add(bodyBytes);
        if (!isInWindow(plannedAt)) return;
        books.close({
          outcome,
          code,
          sentAtMs: plannedAt - openedAt,
          latencyMs: endedAt - plannedAt,
          bodyBytes,
        });
        if (isGood(outcome)) serviceLatencies.recordMs(endedAt - sentAt);
      });
    },
  });

  const progress = setInterval(() => onProgress(books.counts), progressIntervalMs);
  const placeAt = (moment: number) => {
    openedAt = moment;
    closedAt = moment + durationMs;
    pacer.stopAt(closedAt);
  };
  placeAt(pacer.startedAt + warmupMs);
  const latest = openedAt;
  for (let look = pacer.startedAt + warmupTickMs; findsWarmup && look < latest; look += warmupTickMs) {
    await reached(clock, look, signal);
    if (signal.aborted) break;
    if (!pulse.isWarm()) continue;
    // Just after now: what is planned for this very moment may have been sent.
    placeAt(Math.min(latest, clock.now() + 0.001));
    break;
  }
  await reached(clock, openedAt, signal);
  const startedAt = new Date().toISOString();
  pulse.openAt(openedAt);
  const inFlightBefore = pacer.inFlight();
  await reached(clock, closedAt, signal);
  pulse.closeAt(Math.max(openedAt, Math.min(closedAt, clock.now())));
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
  const checking = await judge.settled();
  clearInterval(progress);

  const windowMs = closedAt - openedAt;
  const { counts, ...summary } = books.summary(batchSize, windowMs);
  const { worked, inFlight, steadiness } = pulse.signs;
  const generator = {
    ...worked,
    sendLagP99Ms: lags.summaryMs()?.p99 ?? 0,
    littlesLawRatio: littlesLawRatio(inFlight.timed, inFlight.counted),
  };
  const point = {
    batchSize,
    offeredRate: windowMs > 0 ? ((counts.sent + overflow) * 1000) / windowMs : 0,
    overflow,
    backlog,
    startedAt,
    durationMs: windowMs,
    warmupMs: openedAt - pacer.startedAt,
    ...summary,
    ...returns.rates(batchSize, windowMs),
    counts,
    checking,
    serviceLatencyMs: serviceLatencies.summaryMs(),
    generator,
    ...(steadiness && { steadiness }),
    ...stopOf(signal),
  };
  const verdict = verdictOf(point, books.good);
  return { ...point, verdict, why: pointReason({ ...point, verdict }).en };
}
