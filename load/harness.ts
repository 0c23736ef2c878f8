import { another } from '../contracts/access/another.ts';
import type { LoginAccount } from '../contracts/access/login-form.ts';
import { TokenKeeper } from '../contracts/access/token-keeper.ts';
import { type Judgement, judge } from '../contracts/checks/registry.ts';
import { connectOptions } from '../contracts/connect.ts';
import { type Call, type Exchange, type TokenState, tokenStates } from '../contracts/exchange.ts';
import type { Mix } from '../contracts/mix.ts';
import type { Counts, LoadRecord, Point, RecordedExchange } from '../contracts/record.ts';
import { recordedExchange } from '../contracts/recorded.ts';
import type { Redactor } from '../contracts/secrets.ts';
import { type Launcher, launched, openLauncher, type Transport } from '../contracts/send.ts';
import { drawMix } from '../generators/batch.ts';
import { usualMix } from '../generators/mix.ts';
import { prepareCall } from '../generators/request.ts';
import { callIn, hasToken, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { realClock } from './clock.ts';
import { openCeiling, spaced, underCeiling } from './closed/ceiling.ts';
import { measurePoint, type PointPlan } from './closed/point.ts';
import { inTurn } from './closed/shot-source.ts';
import { TokenWatch } from './closed/token-watch.ts';
import { letSenderGoFirst } from './health/sender-first.ts';
import { brokenBy, ContractBroken } from './judging/contract-broken.ts';
import type { LoadCheckSettings } from './judging/handed-on.ts';
import { LoadJudge } from './judging/judge.ts';
import { guarded } from './objectives/abort-guard.ts';
import type { Objective } from './objectives/objectives.ts';
import { measurePaced, measureParts, type PacedPlan, type PacedPointPlan } from './open/paced-point.ts';
import { lengthOf, type PacedWindow } from './open/paced-window.ts';
import { loadableLookup } from './safety/allow.ts';

/** The settings that load depends on. */
export interface LoadSettings {
  readonly seed: number;
  readonly tokenErrorStatus: number;
  readonly allowHosts: readonly string[];
  readonly caFile: string | undefined;
  readonly insecure: boolean;
  /** Where a soak gets another token, if it has no refresh token. */
  readonly login?: LoginAccount | undefined;
  /** Requests per second that nothing may exceed. */
  readonly maxRate?: number | undefined;
}

export interface HarnessOptions {
  readonly target: Target;
  readonly transport: Transport;
  readonly settings: LoadSettings;
  /** Whose devices the batches have: the account's own, if nothing is said. */
  readonly mix?: Mix | undefined;
  /** Ctrl-C: ends what is measured, and what was measured counts. */
  readonly signal: AbortSignal;
  /** An answer that breaks the contract does not end what is measured. */
  readonly keepGoing?: boolean;
  /** Called with every bad exchange, once it is kept. */
  onBad?(exchange: Exchange, judgement: Judgement): void;
  /** What ends what is measured as soon as it holds. */
  readonly abortOn?: readonly Objective[];
}

/** What came of a point whose token was kept alive. */
export type Soaked = { readonly point: Point } & Pick<LoadRecord, 'renewals' | 'lost'>;

type OnCounts = (counts: Counts) => void;

/** What scenarios measure with: one target, one seed, every answer judged, an example kept of each way to be bad. */
export interface Harness {
  readonly seed: number;
  /**
   * Aborted by Ctrl-C; with `ContractBroken` as the reason, by an answer that breaks the contract; with `ConditionHeld`,
   * by a condition of `--abort-on`.
   */
  readonly signal: AbortSignal;
  readonly transport: Transport;
  /** Requests per second that nothing exceeds. */
  readonly maxRate: number | undefined;
  /** The states in which there is a token to send. */
  readonly tokens: readonly TokenState[];
  /** Different batches of the mix, the same for a seed and a size. */
  callsOf(batchSize: number, token?: TokenState): readonly Call[];
  /** The same call without its token, which must be refused. */
  withoutToken(call: Call): Call;
  /** Judges an exchange that nothing else waits for. */
  judge(exchange: Exchange): Judgement;
  onBad(exchange: Exchange, judgement: Judgement): void;
  /** Calls one by one, over a connection of their own that does next to nothing beside. */
  oneByOne<T>(measure: (transport: Transport) => Promise<T>): Promise<T>;
  /** As much as the connections carry. */
  closedPoint(plan: PointPlan, calls: readonly Call[], onProgress: OnCounts): Promise<Point>;
  /** The same, with a token that is replaced before it expires, or when it dies. */
  soakPoint(plan: PointPlan, calls: readonly Call[], onProgress: OnCounts): Promise<Soaked>;
  /** What was planned, whatever the answers do, over connections of its own. */
  pacedPoint(plan: PacedPointPlan, calls: readonly Call[], onProgress: OnCounts): Promise<Point>;
  /** The same, in windows that follow each other: a point of each. */
  pacedParts(
    plan: PacedPlan,
    windows: readonly PacedWindow[],
    calls: readonly Call[],
    onProgress: OnCounts,
  ): Promise<Point[]>;
}

/**
 * Different batches of a point: enough to spread over the account's devices, few enough to hold in memory. Small
 * batches of a mix are many, since only many of them together have its shares.
 */
function batchesOf(batchSize: number, mix: Mix | undefined): number {
  return Math.min(mix ? 1000 : 64, Math.max(8, Math.ceil(20_000 / batchSize)));
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
 * Makes a harness; `examples` are the bad exchanges it has kept so far. Whatever it sends goes where load is allowed,
 * and keeps to the highest rate. Throws HOST_NOT_ALLOWED.
 */
export function openHarness(options: HarnessOptions) {
  const { target, settings, mix, signal: interrupt, keepGoing, abortOn = [] } = options;
  letSenderGoFirst();
  const redactor = tokenRedactor(target);
  const { examples, keep } = exampleKeeper(redactor);
  const { seed, tokenErrorStatus, maxRate, login } = settings;
  let checkSettings: LoadCheckSettings = { tokenErrorStatus, secrets: [target.token] };
  const url = new URL(target.operationUrl);
  const reach = { ...settings, lookup: loadableLookup(url.href, settings.allowHosts) };
  const endpoint = { url, connect: connectOptions(reach) };
  const ceiling = maxRate === undefined ? undefined : openCeiling(maxRate, realClock);
  const limited = (inner: Transport) => (ceiling ? underCeiling(inner, ceiling) : inner);
  const transport = limited(options.transport);
  const ended = new AbortController();
  const signal = AbortSignal.any([interrupt, ended.signal]);
  const loadJudge = new LoadJudge(checkSettings);
  const onBad = (exchange: Exchange, judgement: Judgement) => {
    keep(exchange, judgement);
    options.onBad?.(exchange, judgement);
    const rule = keepGoing ? undefined : brokenBy(judgement);
    if (rule) ended.abort(new ContractBroken(rule));
  };
  const guard = abortOn.length > 0 ? guarded(loadJudge, abortOn, (reason) => ended.abort(reason)) : undefined;
  const measuring = { judge: guard?.judge ?? loadJudge, onBad, signal };
  const pacing = { ...measuring, clock: realClock, ...(guard && { onNotSent: guard.onNotSent }) };
  /** A plan within the highest rate, over connections of its own: none inherits what the last run left behind. */
  const paced = async <T>(
    { moments, ...plan }: PacedPlan,
    lengthMs: number,
    measure: (launcher: Launcher, moments: PacedPlan['moments']) => Promise<T>,
  ) => {
    const launcher = openLauncher(url.origin, { ...reach, timeoutMs: plan.timeoutMs });
    const allowed = maxRate === undefined ? moments : spaced(moments, maxRate, plan.warmupMs + lengthMs);
    return await measure(launcher, allowed).finally(() => launcher.close());
  };
  /** The token in use, and the one before it: answers to that one may still be under way. */
  const learnToken = (token: string) => {
    redactor.learnToken(token, '$PKDK_TOKEN');
    checkSettings = { ...checkSettings, secrets: [...checkSettings.secrets.slice(-1), token] };
    loadJudge.renew(checkSettings);
  };
  const harness: Harness = {
    ...{ seed, signal, maxRate, transport, onBad },
    tokens: tokenStates.filter((state) => hasToken(target, state)),
    callsOf: (batchSize, token = 'valid') =>
      Array.from({ length: batchesOf(batchSize, mix) }, (_, i) =>
        callIn(target, token, drawMix(target.pools, batchSize, mix ?? usualMix, seed, batchSize * 1000 + i)),
      ),
    withoutToken: ({ batch }) => prepareCall({ url: url.href, token: 'missing', ...(batch && { batch }) }),
    judge: (exchange) => judge(exchange, checkSettings),
    async oneByOne(measure) {
      const own = limited(launched(openLauncher(url.origin, reach)));
      return await measure(own).finally(() => own.close());
    },
    closedPoint: (plan, calls, onProgress) =>
      measurePoint({ plan, endpoint, ceiling, source: inTurn(calls), ...measuring, onProgress }),
    async soakPoint(plan, calls, onProgress) {
      const lost = new AbortController();
      const source = new TokenWatch({
        keeper: new TokenKeeper(target, (access) => another(transport, target.url, access, login)),
        calls,
        transport,
        onToken: learnToken,
        onLost: () => lost.abort(),
      });
      const untilLost = AbortSignal.any([signal, lost.signal]);
      const watched = { ...measuring, signal: untilLost, asksForTrend: true };
      const point = await measurePoint({ plan, endpoint, ceiling, source, ...watched, onProgress }).finally(
        () => source.end(),
      );
      return { point, renewals: source.renewals, ...(lost.signal.aborted && { lost: 'credentials' }) };
    },
    pacedPoint: (plan, calls, onProgress) =>
      paced(plan, plan.durationMs, (launcher, moments) =>
        measurePaced({ ...pacing, launcher, plan: { ...plan, moments }, calls, onProgress }),
      ),
    pacedParts: (plan, windows, calls, onProgress) =>
      paced(plan, lengthOf(windows), (launcher, moments) =>
        measureParts({ ...pacing, launcher, plan: { ...plan, moments }, calls, onProgress }, windows),
      ),
  };
  const close = async () => {
    guard?.close();
    await loadJudge.close();
  };
  return { harness, examples, close };
}
