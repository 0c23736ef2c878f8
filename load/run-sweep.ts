import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { type Judgement, judge } from '../contracts/checks/registry.ts';
import type { CheckSettings } from '../contracts/checks/view.ts';
import type { Exchange } from '../contracts/exchange.ts';
import type { LoadRecord, Point, RecordedExchange, RecordHead } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import type { Redactor } from '../contracts/secrets.ts';
import type { Transport } from '../contracts/send.ts';
import { drawBatch } from '../generators/batch.ts';
import { callOf, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { assertLoadable } from './allow.ts';
import { lowLoadMs } from './low-load.ts';
import { type CostFields, measureCost } from './measure-cost.ts';
import { type SweepOptions, type SweepPlan, type SweepProgress, sweep } from './sweep.ts';

export interface SweepRun {
  readonly head: RecordHead;
  readonly plan: SweepPlan;
  readonly target: Target;
  readonly transport: Transport;
  readonly settings: SweepSettings;
  readonly signal: AbortSignal;
  onProgress(progress: SweepProgress): void;
  onPoint(point: Point): void;
  /** While calls are sent one after another, for the cost model. */
  onLowLoad(msLeft: number): void;
}

/** The settings a sweep depends on. */
export interface SweepSettings {
  readonly seed: number;
  readonly tokenErrorStatus: number;
  readonly allowHosts: readonly string[];
  readonly caFile: string | undefined;
  readonly insecure: boolean;
}

/** Different batches of a point: enough to spread over the account's devices, few enough to hold in memory. */
function batchesOf(batchSize: number): number {
  return Math.min(64, Math.max(8, Math.ceil(20_000 / batchSize)));
}

/** Keeps one example of each way in which answers were bad. */
function exampleKeeper(redactor: Redactor) {
  const examples = new Map<string, RecordedExchange>();
  return {
    examples,
    keep(exchange: Exchange, judgement: Judgement): void {
      const [first] = judgement.findings;
      const kind = first ? `${first.rule} ${first.params.kind}` : judgement.outcome;
      if (examples.has(kind)) return;
      examples.set(kind, recordedExchange(`load-${examples.size + 1}`, exchange, judgement, redactor));
    },
  };
}

/**
 * Runs a sweep with the account's own devices and gives its record, also when it was aborted.
 * Throws HOST_NOT_ALLOWED before anything is sent.
 */
export async function runSweep(run: SweepRun): Promise<LoadRecord> {
  const { head, plan, target, transport, settings, signal } = run;
  assertLoadable(target.url, settings.allowHosts);
  const { examples, keep } = exampleKeeper(tokenRedactor(target));
  const checkSettings: CheckSettings = {
    tokenErrorStatus: settings.tokenErrorStatus,
    secrets: [target.token],
  };
  const sending: Pick<SweepOptions, 'transport' | 'signal' | 'callsOf' | 'judge' | 'onBad'> = {
    transport,
    signal,
    callsOf: (batchSize) =>
      Array.from({ length: batchesOf(batchSize) }, (_, i) => {
        return callOf(
          target,
          drawBatch(target.pools, { own: batchSize }, settings.seed, batchSize * 1000 + i),
        );
      }),
    judge: (exchange) => judge(exchange, checkSettings),
    onBad: keep,
  };
  const points = await sweep({
    ...sending,
    plan,
    endpoint: {
      url: new URL(target.operationUrl),
      ca: settings.caFile === undefined ? undefined : readFileSync(settings.caFile),
      insecure: settings.insecure,
    },
    onProgress(progress) {
      run.onProgress({ ...progress, msLeft: progress.msLeft + lowLoadMs(plan.batchSizes.length) });
    },
    onPoint: run.onPoint,
  });
  const cost: CostFields = signal.aborted
    ? {}
    : await measureCost(points, settings.seed, {
        ...sending,
        now: () => performance.now(),
        onProgress: run.onLowLoad,
      });
  return {
    ...head,
    kind: 'load',
    finishedAt: new Date().toISOString(),
    interrupted: signal.aborted,
    scenario: 'sweep',
    plan,
    points,
    ...cost,
    exchanges: [...examples.values()],
  };
}
