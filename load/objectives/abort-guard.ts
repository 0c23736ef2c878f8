import { performance } from 'node:perf_hooks';
import type { TokenState } from '../../contracts/exchange.ts';
import { goodOutcomes, noOutcomes, type Outcome } from '../../contracts/outcome.ts';
import type { AbortedOn } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import type { Judge } from '../judging/judge.ts';
import type { Measured, Metric } from './metrics.ts';
import { assess, type Objective } from './objectives.ts';

/** What is looked at: the requests that ended in the last second, or so many where those are fewer. */
const recent = { ms: 1000, atLeast: 20 } as const;

/** How often the conditions are looked at: with what is looked at, well within the two seconds that a stop may take. */
const lookEveryMs = 250;

/** One that ended: how, and after how long. One that was not sent, since too many were under way, has no outcome. */
interface Ended {
  readonly at: number;
  readonly outcome?: Outcome;
  /** What makes an answer good; valid where it is not given. */
  readonly token?: TokenState;
  readonly latencyMs: number;
}

function tokenOf({ token = 'valid' }: Ended): TokenState {
  return token;
}

/** Why a run is ended before its time. */
export class ConditionHeld {
  readonly condition: AbortedOn;

  constructor(condition: AbortedOn) {
    this.condition = condition;
  }
}

/** What is known of some requests with the same token: what a point knows, but for what takes a whole point to know. */
function measuredOf(requests: readonly Ended[]): Measured {
  const counts = { sent: 0, ...noOutcomes };
  const latencies = new LatencyHistogram();
  const token = requests[0] && tokenOf(requests[0]);
  const good = goodOutcomes(token);
  for (const { outcome, latencyMs } of requests) {
    if (outcome === undefined) continue;
    counts.sent += 1;
    counts[outcome] += 1;
    if (good.has(outcome)) latencies.recordMs(latencyMs);
  }
  const latencyMs = latencies.summaryMs();
  const overflow = requests.length - counts.sent;
  return { counts, ...(token && { token }), overflow, latencyMs, serviceLatencyMs: latencyMs };
}

const anyRequest = measuredOf([{ at: 0, outcome: 'success', latencyMs: 1 }]);

/** Whether a number is known while the load runs. */
export function isLive(metric: Metric): boolean {
  return metric.of(anyRequest) !== undefined;
}

/** Whether it takes some requests before a condition says anything: one error of one is 100 %. */
function takesSeveral({ metric, unit }: Objective): boolean {
  return metric.kind !== 'count' || unit !== '';
}

/** Looks at the last requests of a run, whether a condition holds that ends it. Moments are milliseconds of one clock. */
export class AbortGuard {
  readonly #conditions: readonly Objective[];
  #requests: Ended[] = [];

  constructor(conditions: readonly Objective[]) {
    this.#conditions = conditions;
  }

  /** A request that ended, or, without an outcome, was not sent. With another token a new point has begun. */
  add(request: Ended): void {
    if (request.outcome === 'aborted') return;
    const [last] = this.#requests;
    if (last && tokenOf(last) !== tokenOf(request)) this.#requests = [];
    this.#requests.push(request);
  }

  /** The first condition that holds now. */
  look(now: number): AbortedOn | undefined {
    const first = this.#requests.findIndex(({ at }) => at > now - recent.ms);
    const inTime = first < 0 ? 0 : this.#requests.length - first;
    this.#requests = this.#requests.slice(-Math.max(inTime, recent.atLeast));
    const requests = this.#requests.length;
    if (requests === 0) return undefined;
    const measured = measuredOf(this.#requests);
    for (const condition of this.#conditions) {
      if (takesSeveral(condition) && requests < recent.atLeast) continue;
      const { objective, measured: number, holds } = assess(condition, measured);
      if (holds && number !== null) return { objective, unit: condition.unit, measured: number, requests };
    }
    return undefined;
  }
}

/** Guards a run: a judge of whose judgements the guard hears, and `end` is called when a condition holds. */
export function guarded(
  judge: Judge,
  conditions: readonly Objective[],
  end: (reason: ConditionHeld) => void,
) {
  const guard = new AbortGuard(conditions);
  const looking = setInterval(() => {
    const condition = guard.look(performance.now());
    if (condition) end(new ConditionHeld(condition));
  }, lookEveryMs);
  const watched: Judge = {
    judge(exchange, onJudged) {
      judge.judge(exchange, (judgement) => {
        const { token, timings } = exchange;
        const { outcome } = judgement;
        guard.add({ at: performance.now(), outcome, token, latencyMs: timings.totalMs });
        onJudged(judgement);
      });
    },
    settled: () => judge.settled(),
  };
  return {
    judge: watched,
    onNotSent: () => guard.add({ at: performance.now(), latencyMs: 0 }),
    close: () => clearInterval(looking),
  };
}
