import type { TokenState } from '../../contracts/exchange.ts';
import { goodOutcomes, noOutcomes, type Outcome } from '../../contracts/outcome.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { Timeline } from './timeline.ts';

/** Whether an answer did the job: every device was answered for. */
export function isGood(outcome: Outcome): boolean {
  return goodOutcomes().has(outcome);
}

/** One ended request of the window. Moments are milliseconds since the window opened. */
export interface Entry {
  readonly outcome: Outcome;
  readonly code?: number | undefined;
  /** Of HTTP; none where no answer came. */
  readonly status?: number | undefined;
  readonly sentAtMs: number;
  readonly latencyMs: number;
  readonly bodyBytes: number;
}

function countOne(counts: Map<number, number>, name: number | undefined): void {
  if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** The books of one point: every request sent in its window, each with exactly one outcome. */
export class Books {
  readonly #counts = { ...noOutcomes };
  readonly #codes = new Map<number, number>();
  readonly #statuses = new Map<number, number>();
  readonly #timeline = new Timeline();
  readonly #latencies = new LatencyHistogram();
  readonly #good: ReadonlySet<Outcome>;
  #sent = 0;
  #bytes = 0;

  /** Of requests with this token, whose good answers are those that it must get. */
  constructor(token?: TokenState) {
    this.#good = goodOutcomes(token);
  }

  /** A request left. Counted apart from how it ends, so that a lost one shows. */
  open(): void {
    this.#sent += 1;
  }

  close({ outcome, code, status, sentAtMs, latencyMs, bodyBytes }: Entry): void {
    this.#counts[outcome] += 1;
    countOne(this.#codes, code);
    countOne(this.#statuses, status);
    if (outcome === 'aborted') return;
    const hasDoneTheJob = this.#good.has(outcome);
    this.#timeline.add(sentAtMs, hasDoneTheJob, latencyMs);
    if (!hasDoneTheJob) return;
    this.#bytes += bodyBytes;
    this.#latencies.recordMs(latencyMs);
  }

  get counts(): Counts {
    return { sent: this.#sent, ...this.#counts };
  }

  /** Good answers. */
  get good(): number {
    return this.#latencies.count;
  }

  /** Everything a point says of its requests; in a closed loop, as many are sent in a window as are answered. */
  summary(
    batchSize: number,
    windowMs: number,
  ): Pick<
    Point,
    | 'requestsPerSecond'
    | 'devicesPerSecond'
    | 'bytesPerSecond'
    | 'counts'
    | 'latencyMs'
    | 'histogram'
    | 'codes'
    | 'statuses'
    | 'timeline'
    | 'timelineSeconds'
  > {
    const perSecond = windowMs > 0 ? 1000 / windowMs : 0;
    return {
      requestsPerSecond: this.good * perSecond,
      devicesPerSecond: this.good * batchSize * perSecond,
      bytesPerSecond: this.#bytes * perSecond,
      counts: this.counts,
      latencyMs: this.#latencies.summaryMs(),
      histogram: this.#latencies.encode(),
      codes: Object.fromEntries(this.#codes),
      statuses: Object.fromEntries(this.#statuses),
      ...this.#timeline.summary(),
    };
  }
}
