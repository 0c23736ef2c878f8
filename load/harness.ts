import { readFileSync } from 'node:fs';
import { type Judgement, judge } from '../contracts/checks/registry.ts';
import type { Call, Exchange } from '../contracts/exchange.ts';
import type { Counts, Point, RecordedExchange } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import type { Redactor } from '../contracts/secrets.ts';
import { openLauncher, type Transport } from '../contracts/send.ts';
import { drawBatch } from '../generators/batch.ts';
import { prepareCall } from '../generators/request.ts';
import { callOf, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { realClock } from './clock.ts';
import { brokenBy, ContractBroken } from './judging/contract-broken.ts';
import { LoadJudge } from './judging/judge.ts';
import { measurePaced, type PacedPointPlan } from './paced-point.ts';
import { measurePoint, type PointPlan } from './point.ts';

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
  /** An answer that breaks the contract does not end what is measured. */
  readonly keepGoing?: boolean;
}

type OnCounts = (counts: Counts) => void;

/** What scenarios measure with: one target, one seed, every answer judged, an example kept of each way to be bad. */
export interface Harness {
  readonly seed: number;
  /** Aborted by Ctrl-C, and, with `ContractBroken` as the reason, by an answer that breaks the contract. */
  readonly signal: AbortSignal;
  readonly transport: Transport;
  /** Different batches of the account's own devices, the same for a seed and a size. */
  callsOf(batchSize: number): readonly Call[];
  /** The same call without its token, which must be refused. */
  withoutToken(call: Call): Call;
  /** Judges an exchange that nothing else waits for. */
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

/** Makes a harness; `examples` are the bad exchanges it has kept so far. */
export function openHarness({ target, transport, settings, signal: interrupt, keepGoing }: HarnessOptions) {
  const { examples, keep } = exampleKeeper(tokenRedactor(target));
  const { seed, tokenErrorStatus, caFile, insecure } = settings;
  const checkSettings = { tokenErrorStatus, secrets: [target.token] };
  const url = new URL(target.operationUrl);
  const ca = caFile === undefined ? undefined : readFileSync(caFile);
  const broken = new AbortController();
  const signal = AbortSignal.any([interrupt, broken.signal]);
  const loadJudge = new LoadJudge(checkSettings);
  const onBad = (exchange: Exchange, judgement: Judgement) => {
    keep(exchange, judgement);
    const rule = keepGoing ? undefined : brokenBy(judgement);
    if (rule) broken.abort(new ContractBroken(rule));
  };
  const measuring = { judge: loadJudge, onBad, signal };
  const harness: Harness = {
    ...{ seed, signal, transport, onBad },
    callsOf: (batchSize) =>
      Array.from({ length: batchesOf(batchSize) }, (_, i) =>
        callOf(target, drawBatch(target.pools, { own: batchSize }, seed, batchSize * 1000 + i)),
      ),
    judge: (exchange) => judge(exchange, checkSettings),
    withoutToken: ({ batch }) => prepareCall({ url: url.href, token: 'missing', ...(batch && { batch }) }),
    closedPoint: (plan, calls, onProgress) =>
      measurePoint({ plan, endpoint: { url, ca, insecure }, calls, ...measuring, onProgress }),
    async pacedPoint(plan, calls, onProgress) {
      // Connections of its own for each point: none inherits what the last one left behind.
      const launcher = openLauncher(url.origin, { ...settings, timeoutMs: plan.timeoutMs });
      const options = { plan, launcher, calls, clock: realClock, ...measuring, onProgress };
      return await measurePaced(options).finally(() => launcher.close());
    },
  };
  return { harness, examples, close: () => loadJudge.close() };
}
