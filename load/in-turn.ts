import { performance } from 'node:perf_hooks';
import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange, TokenState } from '../contracts/exchange.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Counts, Point } from '../contracts/record.ts';
import { Books } from './books/books.ts';
import type { Harness } from './harness.ts';
import { brokenBy, stopOf } from './judging/contract-broken.ts';
import type { Watch } from './scenarios/scenario.ts';

/** A point that is to be measured. */
export interface Step<Measured extends Point | readonly Point[] = Point | readonly Point[]> {
  readonly batchSize: number;
  /** Where refusals are measured, too. */
  readonly token?: TokenState;
  /** Of a closed loop. */
  readonly connections?: number;
  readonly expectedMs: number;
  /** More points than one when they are parts of one run. */
  measure(calls: readonly Call[], onProgress: (counts: Counts) => void): Promise<Measured>;
}

type Asked = Pick<Step, 'batchSize' | 'token' | 'connections'>;

type Worth = Pick<Point, 'verdict' | 'stoppedBy'>;

function askedPoint(
  { batchSize, token, connections }: Asked,
  exchange: Exchange,
  judgement: Judgement,
  worth: Worth,
): Point {
  const books = new Books(token);
  books.open();
  books.close({ ...judgement, sentAtMs: 0, latencyMs: exchange.timings.totalMs, bodyBytes: 0 });
  const summary = books.summary(batchSize, 0);
  const generator = { cpu: 0, loopDelayP99Ms: 0, littlesLawRatio: null };
  return {
    batchSize,
    ...(token && { token }),
    ...(connections !== undefined && { connections }),
    startedAt: new Date(exchange.sentAt).toISOString(),
    durationMs: 0,
    warmupMs: 0,
    ...summary,
    generator,
    ...worth,
    why: pointReason({ ...worth, generator, ...summary }).en,
  };
}

function isRefusal({ response }: Exchange, { outcome }: Judgement): boolean {
  const status = response?.status ?? 0;
  return outcome === 'otherCode' || (outcome === 'httpError' && status >= 400 && status < 500);
}

/** Why a size is not measured, if so. */
function worthOf(exchange: Exchange, judgement: Judgement, signal: AbortSignal): Worth | undefined {
  if (isRefusal(exchange, judgement)) return { verdict: 'refused' };
  const stopped = stopOf(signal);
  return stopped.stoppedBy && { verdict: 'failed', ...stopped };
}

/** The point of a size that is not measured, for what the service says when asked once, politely; nothing if it may be. */
export async function unmeasuredPoint(
  { transport, signal, judge, onBad }: Pick<Harness, 'signal' | 'transport' | 'judge' | 'onBad'>,
  asked: Asked,
  call: Call,
): Promise<Point | undefined> {
  const exchange = await transport.send(call, signal);
  const judgement = judge(exchange);
  if (brokenBy(judgement)) onBad(exchange, judgement);
  const worth = worthOf(exchange, judgement, signal);
  return worth && askedPoint(asked, exchange, judgement, worth);
}

/**
 * Measures one point after the other. A size that the service refuses is not measured. Ends early when aborted;
 * `msAfter` is what the scenario has to do afterwards.
 */
export async function measureInTurn(
  harness: Pick<Harness, 'signal' | 'transport' | 'callsOf' | 'judge' | 'onBad'>,
  steps: readonly Step[],
  watch: Watch,
  msAfter = 0,
): Promise<Point[]> {
  const { signal, callsOf } = harness;
  const points: Point[] = [];
  for (const [i, step] of steps.entries()) {
    if (signal.aborted) break;
    const calls = callsOf(step.batchSize, step.token);
    const [probe] = calls;
    if (!probe) continue;
    const unmeasured = await unmeasuredPoint(harness, step, probe);
    const msLater = steps.slice(i + 1).reduce((sum, { expectedMs }) => sum + expectedMs, msAfter);
    const start = performance.now();
    const measure = () =>
      step.measure(calls, (counts) => {
        const msLeft = Math.max(0, step.expectedMs - (performance.now() - start)) + msLater;
        watch.onProgress({ batchSize: step.batchSize, point: i + 1, points: steps.length, counts, msLeft });
      });
    const measured = unmeasured ?? (await measure());
    for (const point of [measured].flat()) {
      points.push(point);
      watch.onPoint(point);
    }
  }
  return points;
}
