import { performance } from 'node:perf_hooks';
import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Counts, Point } from '../contracts/record.ts';
import { Books } from './books.ts';
import type { Harness } from './harness.ts';
import type { Watch } from './scenarios/scenario.ts';

/** A point that is to be measured. */
export interface Step {
  readonly batchSize: number;
  /** Of a closed loop. */
  readonly connections?: number;
  readonly expectedMs: number;
  measure(calls: readonly Call[], onProgress: (counts: Counts) => void): Promise<Point>;
}

/** What is asked about. */
type Asked = Pick<Step, 'batchSize' | 'connections'>;

function refusedPoint({ batchSize, connections }: Asked, exchange: Exchange, judgement: Judgement): Point {
  const books = new Books();
  books.open();
  books.close({ ...judgement, sentAtMs: 0, latencyMs: exchange.timings.totalMs, bodyBytes: 0 });
  const summary = books.summary(batchSize, 0);
  const generator = { cpu: 0, loopDelayP99Ms: 0, littlesLawRatio: null };
  return {
    batchSize,
    ...(connections !== undefined && { connections }),
    startedAt: new Date(exchange.sentAt).toISOString(),
    durationMs: 0,
    warmupMs: 0,
    ...summary,
    generator,
    verdict: 'refused',
    why: pointReason({ verdict: 'refused', generator, ...summary }).en,
  };
}

function isRefusal({ response }: Exchange, { outcome }: Judgement): boolean {
  const status = response?.status ?? 0;
  return outcome === 'otherCode' || (outcome === 'httpError' && status >= 400 && status < 500);
}

/** The point of a size that the service refuses when asked once, politely; nothing if it does not. */
export async function refusalOf(
  { transport, signal, judge }: Pick<Harness, 'signal' | 'transport' | 'judge'>,
  asked: Asked,
  call: Call,
): Promise<Point | undefined> {
  const exchange = await transport.send(call, signal);
  const judgement = judge(exchange);
  return isRefusal(exchange, judgement) ? refusedPoint(asked, exchange, judgement) : undefined;
}

/**
 * Measures one point after the other. A size that the service refuses is not measured. Ends early when aborted;
 * `msAfter` is what the scenario has to do afterwards.
 */
export async function measureInTurn(
  harness: Pick<Harness, 'signal' | 'transport' | 'callsOf' | 'judge'>,
  steps: readonly Step[],
  watch: Watch,
  msAfter = 0,
): Promise<Point[]> {
  const { signal, callsOf } = harness;
  const points: Point[] = [];
  for (const [i, step] of steps.entries()) {
    if (signal.aborted) break;
    const calls = callsOf(step.batchSize);
    const [probe] = calls;
    if (!probe) continue;
    const refused = await refusalOf(harness, step, probe);
    const msLater = steps.slice(i + 1).reduce((sum, { expectedMs }) => sum + expectedMs, msAfter);
    const start = performance.now();
    const point =
      refused ??
      (await step.measure(calls, (counts) => {
        const msLeft = Math.max(0, step.expectedMs - (performance.now() - start)) + msLater;
        watch.onProgress({ batchSize: step.batchSize, point: i + 1, points: steps.length, counts, msLeft });
      }));
    points.push(point);
    watch.onPoint(point);
  }
  return points;
}
