import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { LowLoad } from '../contracts/record.ts';
import type { Transport } from '../contracts/send.ts';
import { type RandomStream, shuffle } from '../generators/random.ts';
import { Books, isGood } from './books.ts';
import { type LowLoadTimes, mediansOf } from './models/cost.ts';

/** More rounds than this make the intervals no narrower than the model is true. */
const maxRounds = 100;

/** Rounds that the intervals should rest on, if they can be had in the longer time. */
const wantedRounds = 10;

/** A round has begun at most this long after the first, for each size: usually, and where calls are slow. */
const usualMsPerSize = 500;
const longestMsPerSize = 2000;

/** A service that breaks so many rounds in a row is left alone. */
const maxBroken = 3;

/** How long calls one after another take, if the service is not slow. */
export function lowLoadMs(sizes: number): number {
  return sizes * usualMsPerSize;
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
  judge(exchange: Exchange): Judgement;
  onBad(exchange: Exchange, judgement: Judgement): void;
  onProgress(msLeft: number): void;
}

export interface LowLoadMeasured {
  readonly lowLoad: LowLoad;
  readonly times: LowLoadTimes;
}

/**
 * Sends calls one after another, each when the one before was answered and checked, so that none waits for
 * another: the latency is the service's own, and the way's. The sizes take turns in random order, so that what
 * slows the service for a while slows all of them. A round ends with a call that fails, and has no times then; nor
 * has the first, which opens the connection.
 */
export async function measureLowLoad(options: LowLoadOptions): Promise<LowLoadMeasured> {
  const { batchSizes, transport, signal, stream, now, judge, onBad, onProgress } = options;
  const calls = batchSizes.map(options.callsOf);
  const books = new Books();
  const rounds: number[][] = [];
  const startedAt = new Date().toISOString();
  const start = now();
  const elapsedMs = () => now() - start;

  /** The latency of a good answer. */
  const latencyOf = async (call: Call): Promise<number | undefined> => {
    books.open();
    const exchange = await transport.send(call, signal);
    const judgement = judge(exchange);
    const { totalMs } = exchange.timings;
    if (judgement.findings.length > 0 || (exchange.failure && exchange.failure !== 'aborted'))
      onBad(exchange, judgement);
    books.close({ ...judgement, sentAtMs: elapsedMs() - totalMs, latencyMs: totalMs, bodyBytes: 0 });
    return isGood(judgement.outcome) ? totalMs : undefined;
  };

  const order = batchSizes.map((_, i) => i);
  const isTime = () =>
    elapsedMs() < batchSizes.length * (rounds.length < wantedRounds ? longestMsPerSize : usualMsPerSize);
  let broken = 0;
  for (let turn = 0; rounds.length < maxRounds && broken < maxBroken && isTime(); turn++) {
    shuffle(order, stream);
    const latencies = new Map<number, number>();
    for (const i of order) {
      const call = calls[i]?.[turn % (calls[i]?.length ?? 1)];
      const latency = call && !signal.aborted ? await latencyOf(call) : undefined;
      if (latency === undefined) break;
      latencies.set(i, latency);
    }
    const round = batchSizes.flatMap((_, i) => latencies.get(i) ?? []);
    const isWhole = round.length === batchSizes.length;
    broken = isWhole ? 0 : broken + 1;
    if (signal.aborted) break;
    if (isWhole && turn > 0) rounds.push(round);
    onProgress(Math.max(0, lowLoadMs(batchSizes.length) - elapsedMs()));
  }
  const times = { batchSizes, rounds };
  const points = rounds.length > 0 ? mediansOf(times) : [];
  const lowLoad = { startedAt, durationMs: elapsedMs(), counts: books.counts, calls: rounds.length, points };
  return { lowLoad, times };
}
