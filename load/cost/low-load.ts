import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import type { LowLoad } from '../../contracts/record.ts';
import type { Transport } from '../../contracts/send.ts';
import { median } from '../../contracts/statistics/quantile.ts';
import { type RandomStream, shuffle } from '../../generators/random.ts';
import { Books, isGood } from '../books/books.ts';
import { isBad } from '../judging/bad.ts';
import { type LowLoadTimes, mediansOf } from '../models/cost.ts';

/** More rounds than this make the intervals no narrower than the model is true. */
const maxRounds = 100;

/** Rounds that the intervals should rest on, if they can be had in the longer time. */
const wantedRounds = 10;

/** A round has begun at most this long after the first, for each size: usually, and where calls are slow. */
const usualMsPerSize = 1000;
const longestMsPerSize = 2000;

/** A service that breaks so many rounds in a row is left alone. */
const maxBroken = 3;

/** How long calls one after another take, if the service is not slow. */
export function lowLoadMs(sizes: number): number {
  return sizes * usualMsPerSize;
}

/** How long they take at most, but for the round that is under way then. */
export function longestLowLoadMs(sizes: number): number {
  return sizes * longestMsPerSize;
}

export interface LowLoadOptions {
  /** Sizes that the service carries. */
  readonly batchSizes: readonly number[];
  readonly transport: Transport;
  readonly signal: AbortSignal;
  readonly stream: RandomStream;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** Calls of a size, sent in turn. */
  callsOf(batchSize: number): readonly Call[];
  /** The same call without its token. */
  withoutToken(call: Call): Call;
  judge(exchange: Exchange): Judgement;
  onBad(exchange: Exchange, judgement: Judgement): void;
  onProgress(msLeft: number): void;
}

/** One call of a size: what it took, and what it took to be refused for want of a token, if it was refused. */
interface Timed {
  readonly totalMs: number;
  readonly wayMs: number | undefined;
}

export interface LowLoadMeasured {
  readonly lowLoad: LowLoad;
  readonly times: LowLoadTimes;
}

/**
 * Sends calls one after another, each when the one before was answered and checked, so that none waits for
 * another. After each goes the same call without its token: what a service takes to refuse it is the way there and
 * back, and no work. Such a call goes before it, too: after a pause both ends take longer, and only the first of two calls
 * would pay for it. The sizes take turns in random order, so that what slows the service for a while slows all of
 * them. A round ends with a call that fails, and has no times then; nor has the first, which opens the connection, and
 * shows whether such calls are refused.
 */
export async function measureLowLoad(options: LowLoadOptions): Promise<LowLoadMeasured> {
  const { batchSizes, transport, signal, stream, now, judge, onBad, onProgress } = options;
  const calls = batchSizes.map((size) => options.callsOf(size));
  const books = new Books();
  const rounds: Timed[][] = [];
  const startedAt = new Date().toISOString();
  const start = now();
  const elapsedMs = () => now() - start;
  let isWayKnown: boolean | undefined;

  const send = async (call: Call) => {
    books.open();
    const exchange = await transport.send(call, signal);
    const judgement = judge(exchange);
    const { totalMs } = exchange.timings;
    if (isBad(exchange, judgement)) onBad(exchange, judgement);
    books.close({ ...judgement, sentAtMs: elapsedMs() - totalMs, latencyMs: totalMs, bodyBytes: 0 });
    return { outcome: judgement.outcome, totalMs };
  };
  /** What the way takes; undefined when the call was not refused. A service that lets the first one pass is not asked again. */
  const timeWay = async (call: Call): Promise<number | undefined> => {
    if (isWayKnown === false || signal.aborted) return undefined;
    const { outcome, totalMs } = await send(options.withoutToken(call));
    const isRefused = outcome === 'tokenMissing';
    isWayKnown ??= isRefused;
    return isRefused ? totalMs : undefined;
  };
  /** Undefined when the call did not do its job. */
  const time = async (call: Call): Promise<Timed | undefined> => {
    await timeWay(call);
    const { outcome, totalMs } = await send(call);
    return isGood(outcome) ? { totalMs, wayMs: await timeWay(call) } : undefined;
  };

  const order = batchSizes.map((_, i) => i);
  const isTime = () =>
    elapsedMs() < (rounds.length < wantedRounds ? longestLowLoadMs : lowLoadMs)(batchSizes.length);
  let broken = 0;
  for (let turn = 0; rounds.length < maxRounds && broken < maxBroken && isTime(); turn++) {
    shuffle(order, stream);
    const timed = new Map<number, Timed>();
    for (const i of order) {
      const call = calls[i]?.[turn % (calls[i]?.length ?? 1)];
      const one = call && !signal.aborted ? await time(call) : undefined;
      if (one === undefined) break;
      timed.set(i, one);
    }
    if (signal.aborted) break;
    const round = batchSizes.flatMap((_, i) => timed.get(i) ?? []);
    const isWhole =
      round.length === batchSizes.length && round.every(({ wayMs }) => !isWayKnown || wayMs !== undefined);
    broken = isWhole ? 0 : broken + 1;
    if (isWhole && turn > 0) rounds.push(round);
    onProgress(Math.max(0, lowLoadMs(batchSizes.length) - elapsedMs()));
  }
  const times = {
    batchSizes,
    rounds: rounds.map((round) => round.map(({ totalMs, wayMs = 0 }) => totalMs - wayMs)),
  };
  const wayOf = (i: number) => median(rounds.flatMap((round) => round[i]?.wayMs ?? []));
  const points =
    rounds.length === 0
      ? []
      : mediansOf(times).map((point, i) => ({ ...point, ...(isWayKnown && { wayMs: wayOf(i) }) }));
  const lowLoad = { startedAt, durationMs: elapsedMs(), counts: books.counts, calls: rounds.length, points };
  return { lowLoad, times };
}
