import { performance } from 'node:perf_hooks';
import type { Judgement } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import { pointReason } from '../contracts/point-reason.ts';
import type { Counts, LoadRecord, Point } from '../contracts/record.ts';
import type { Transport } from '../contracts/send.ts';
import { Books } from './books.ts';

/** What all plans say: which points, and how long each. */
export type SweepPlan = LoadRecord['plan'];

/** Where a sweep is, for whoever watches it. */
export interface SweepProgress {
  readonly batchSize: number;
  readonly point: number;
  readonly points: number;
  readonly counts: Counts;
  readonly msLeft: number;
}

export interface SweepOptions {
  readonly plan: SweepPlan;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** The calls of a point, made before its clock starts. */
  callsOf(batchSize: number): readonly Call[];
  judge(exchange: Exchange): Judgement;
  /** Measures a size that is not refused. */
  measure(batchSize: number, calls: readonly Call[], onProgress: (counts: Counts) => void): Promise<Point>;
  onProgress(progress: SweepProgress): void;
  onPoint(point: Point): void;
}

/** The point of a size that the service refused when asked once, politely. */
function refusedPoint(batchSize: number, plan: SweepPlan, exchange: Exchange, judgement: Judgement): Point {
  const books = new Books();
  books.open();
  books.close({ ...judgement, sentAtMs: 0, latencyMs: exchange.timings.totalMs, bodyBytes: 0 });
  const summary = books.summary(batchSize, 0);
  const generator = { cpu: 0, loopDelayP99Ms: 0, littlesLawRatio: null };
  return {
    batchSize,
    ...(plan.connections !== undefined && { connections: plan.connections }),
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

/** Measures every batch size in turn. A size the service refuses is not measured. Ends early when aborted. */
export async function sweep(options: SweepOptions): Promise<Point[]> {
  const { plan, transport, signal, judge, measure, onProgress, onPoint } = options;
  const pointMs = plan.warmupMs + plan.durationMs;
  const points: Point[] = [];
  for (const [i, batchSize] of plan.batchSizes.entries()) {
    if (signal.aborted) break;
    const calls = options.callsOf(batchSize);
    const [probe] = calls;
    if (!probe) continue;
    const exchange = await transport.send(probe, signal);
    const judgement = judge(exchange);
    const start = performance.now();
    const point = isRefusal(exchange, judgement)
      ? refusedPoint(batchSize, plan, exchange, judgement)
      : await measure(batchSize, calls, (counts) => {
          const pointLeft = Math.max(0, pointMs - (performance.now() - start));
          const msLeft = pointLeft + (plan.batchSizes.length - i - 1) * pointMs;
          onProgress({ batchSize, point: i + 1, points: plan.batchSizes.length, counts, msLeft });
        });
    points.push(point);
    onPoint(point);
  }
  return points;
}
