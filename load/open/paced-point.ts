import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import type { Launcher } from '../../contracts/send.ts';
import { isGood } from '../books/books.ts';
import { mergeCounts } from '../books/merge-books.ts';
import type { Clock } from '../clock.ts';
import { isBad } from '../judging/bad.ts';
import { stopOf } from '../judging/contract-broken.ts';
import type { Checking, Judge } from '../judging/judge.ts';
import { littlesLawRatio } from '../steadiness/in-flight.ts';
import { Pulse } from '../steadiness/pulse.ts';
import { warmupTickMs } from '../steadiness/warm-up.ts';
import { PacedWindow } from './paced-window.ts';
import { startPacer } from './pacer.ts';

/** What is sent when. */
export interface PacedPlan {
  readonly batchSize: number;
  /** The longest, if it is to be found. */
  readonly warmupMs: number;
  /** Only of a plan with one window. */
  readonly findsWarmup?: boolean | undefined;
  /** An answer that takes longer is a time-out. */
  readonly timeoutMs: number;
  readonly maxInFlight: number;
  /** The moment of the clock that the planned ones count from; now, if it is not given. */
  readonly startAt?: number | undefined;
  /** Of the warm-up and the windows together, in milliseconds from the start; what lies behind the windows is not sent. */
  readonly moments: Iterator<number, void>;
}

/** The same, in one window. */
export interface PacedPointPlan extends PacedPlan {
  readonly durationMs: number;
  /** The latency that is asked for, if one is: what the generator adds to latencies is judged by it. */
  readonly objectiveMs?: number | undefined;
}

export interface PacedOptions {
  readonly plan: PacedPlan;
  readonly clock: Clock;
  readonly launcher: Pick<Launcher, 'launch' | 'abort'>;
  /** Sent in turn. */
  readonly calls: readonly Call[];
  readonly signal: AbortSignal;
  readonly judge: Judge;
  /** Called with every exchange that failed or has findings, inside and outside the windows. */
  onBad(exchange: Exchange, judgement: Judgement): void;
  onProgress(counts: Counts): void;
  /** Called with every request that was not sent, since too many were under way. */
  onNotSent?(): void;
}

export interface PacedPointOptions extends PacedOptions {
  readonly plan: PacedPointPlan;
}

const progressIntervalMs = 250;

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
 * Sends what was planned and counts it in windows that follow each other after the warm-up; the last requests are waited
 * for. Aborting ends the window then and there; what was under way counts as aborted, and the windows after it never begin.
 */
async function measureWindows(
  options: PacedOptions,
  windows: readonly PacedWindow[],
  pulse?: Pulse,
): Promise<Checking> {
  const { plan, clock, launcher, calls, signal, judge, onBad, onProgress } = options;
  let turn = 0;
  const windowOf = (moment: number) => windows.find((window) => window.has(moment));

  const pacer = startPacer<Exchange>({
    moments: plan.moments,
    clock,
    startAt: plan.startAt,
    maxInFlight: plan.maxInFlight,
    send(onEnded) {
      const call = calls[turn++ % calls.length];
      if (call) launcher.launch(call, onEnded);
    },
    onSent(plannedAt, sentAt) {
      pulse?.sent(sentAt);
      windowOf(plannedAt)?.countSent(plannedAt, sentAt);
    },
    onOverflow(plannedAt) {
      windowOf(plannedAt)?.countNotSent(plannedAt);
      options.onNotSent?.();
    },
    onEnded({ result: exchange, ...moments }) {
      const { endedAt, plannedAt } = moments;
      const serviceMs = exchange.timings.totalMs;
      const isAnswer = exchange.response !== undefined;
      pulse?.ended({ endedAt, latencyMs: endedAt - plannedAt, serviceMs, isAnswer });
      judge.judge(exchange, (judgement) => {
        const { outcome, code } = judgement;
        if (isBad(exchange, judgement)) onBad(exchange, judgement);
        const bodyBytes = exchange.response?.body.length ?? 0;
        if (isGood(outcome)) windowOf(endedAt)?.countReturn(bodyBytes);
        const status = exchange.response?.status;
        windowOf(plannedAt)?.countEnd({ outcome, code, status, bodyBytes, ...moments });
      });
    },
  });
  const placeAt = (openedAt: number) =>
    pacer.stopAt(windows.reduce((moment, window) => window.placeAt(moment), openedAt));
  const latest = pacer.startedAt + plan.warmupMs;
  placeAt(latest);

  const progress = setInterval(
    () => onProgress(mergeCounts(windows.map(({ counts }) => counts))),
    progressIntervalMs,
  );
  const looksFor = plan.findsWarmup ? pulse : undefined;
  for (let look = pacer.startedAt + warmupTickMs; looksFor && look < latest; look += warmupTickMs) {
    await reached(clock, look, signal);
    if (signal.aborted) break;
    if (!looksFor.isWarm()) continue;
    // Just after now: what is planned for this very moment may have been sent.
    placeAt(Math.min(latest, clock.now() + 0.001));
    break;
  }
  for (const window of windows) {
    await reached(clock, window.openedAt, signal);
    window.begin(pacer.inFlight(), clock.watch());
    pulse?.openAt(window.openedAt);
    await reached(clock, window.closedAt, signal);
    window.end(pacer.inFlight());
    pulse?.closeAt(Math.max(window.openedAt, Math.min(window.closedAt, clock.now())));
    if (signal.aborted) break;
  }
  const stop = () => {
    for (const window of windows) window.cutAt(clock.now());
    pacer.stop();
    launcher.abort();
  };
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
  await pacer.done;
  signal.removeEventListener('abort', stop);
  const checking = await judge.settled();
  clearInterval(progress);
  return checking;
}

/** Measures one point of an open loop: the requests planned for its window, and only they. */
export async function measurePaced(options: PacedPointOptions): Promise<Point> {
  const { batchSize, durationMs, objectiveMs } = options.plan;
  const window = new PacedWindow(durationMs);
  const pulse = new Pulse('open', 1, options.clock);
  const checking = await measureWindows(options, [window], pulse);
  const { warmupMs, inFlight, steadiness } = pulse.signs;
  return window.point({
    ...{ batchSize, warmupMs, checking },
    ...(objectiveMs !== undefined && { objectiveMs }),
    littlesLawRatio: littlesLawRatio(inFlight.timed, inFlight.counted),
    ...(steadiness && { steadiness }),
    ...stopOf(options.signal),
  });
}

/** Measures a point for each of some windows; what stopped the load, and how answers were checked, is told of the last. */
export async function measureParts(options: PacedOptions, windows: readonly PacedWindow[]): Promise<Point[]> {
  const checking = await measureWindows(options, windows);
  const begun = windows.filter(({ wasBegun }) => wasBegun);
  return begun.map((window, i) =>
    window.point({
      batchSize: options.plan.batchSize,
      warmupMs: i === 0 ? options.plan.warmupMs : 0,
      ...(i === begun.length - 1 && { checking, ...stopOf(options.signal) }),
    }),
  );
}
