import { type Judgement, judge } from '../contracts/checks/registry.ts';
import type { CheckSettings } from '../contracts/checks/view.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { Counts, Point, RecordedExchange } from '../contracts/record.ts';
import type { Transport } from '../contracts/send.ts';
import { drawBatch } from '../generators/batch.ts';
import { callOf, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { type Engine, localEngine } from './engine.ts';
import { exampleKeeper } from './examples.ts';
import { type PacedPointPlan, pacedPointOf } from './paced-point.ts';
import { closedPointOf, type PointPlan } from './point.ts';
import { openSpread } from './processes/spread.ts';

/** The settings that load depends on. */
export interface LoadSettings {
  readonly seed: number;
  readonly tokenErrorStatus: number;
  readonly allowHosts: readonly string[];
  readonly caFile: string | undefined;
  readonly insecure: boolean;
}

export interface HarnessOptions {
  readonly target: Target;
  readonly transport: Transport;
  readonly settings: LoadSettings;
  /** Ctrl-C: ends what is measured, and what was measured counts. */
  readonly signal: AbortSignal;
  /** Of the load generator: this one, or so many others. */
  readonly processes?: number | undefined;
}

type OnCounts = (counts: Counts) => void;

/** What scenarios measure with: one target, one seed, every answer judged, an example kept of each way to be bad. */
export interface Harness {
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly transport: Transport;
  /** Different batches of the account's own devices, the same for a seed and a size. */
  callsOf(batchSize: number): readonly Call[];
  judge(exchange: Exchange): Judgement;
  onBad(exchange: Exchange, judgement: Judgement): void;
  /** As much as the connections carry. */
  closedPoint(plan: PointPlan, calls: readonly Call[], onProgress: OnCounts): Promise<Point>;
  /** What was planned, whatever the answers do, over connections of its own. */
  pacedPoint(plan: PacedPointPlan, calls: readonly Call[], onProgress: OnCounts): Promise<Point>;
}

/** Different batches of a point: enough to spread over the account's devices, few enough to hold in memory. */
function batchesOf(batchSize: number): number {
  return Math.min(64, Math.max(8, Math.ceil(20_000 / batchSize)));
}

/** A harness, with the bad exchanges it has kept so far. */
export interface OpenHarness {
  readonly harness: Harness;
  readonly examples: ReadonlyMap<string, RecordedExchange>;
  close(): Promise<void>;
}

/** Makes a harness, and starts the processes that it measures with, if there are to be several. */
export async function openHarness(options: HarnessOptions): Promise<OpenHarness> {
  const { target, transport, settings, signal, processes = 1 } = options;
  const { examples, keep: onBad } = exampleKeeper(tokenRedactor(target));
  const { seed, tokenErrorStatus, caFile, insecure } = settings;
  const checkSettings: CheckSettings = { tokenErrorStatus, secrets: [target.token] };
  const judging = { judge: (exchange: Exchange) => judge(exchange, checkSettings), onBad };
  const where = { operationUrl: target.operationUrl, caFile, insecure };
  const spread = processes > 1 ? await openSpread(processes, { ...where, checkSettings }, onBad) : undefined;
  const engine: Engine = spread ?? localEngine({ ...where, ...judging });
  const harness: Harness = {
    ...{ seed, signal, transport, ...judging },
    callsOf: (batchSize) =>
      Array.from({ length: batchesOf(batchSize) }, (_, i) =>
        callOf(target, drawBatch(target.pools, { own: batchSize }, seed, batchSize * 1000 + i)),
      ),
    closedPoint: async (plan, calls, onProgress) =>
      closedPointOf(plan, await engine.closed(plan, calls, { signal, onProgress })),
    pacedPoint: async (plan, calls, onProgress) =>
      pacedPointOf(plan, await engine.paced(plan, calls, { signal, onProgress })),
  };
  return { harness, examples, close: async () => spread?.close() };
}
