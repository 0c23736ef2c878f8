import { noOutcomes, type Outcome } from '../contracts/outcome.ts';
import type { Counts, Point } from '../contracts/record.ts';
import { LatencyHistogram } from './histogram.ts';

const goodOutcomes: ReadonlySet<Outcome> = new Set(['success', 'partial', 'allFailed']);

/** Whether an answer did the job: every device was answered for. */
export function isGood(outcome: Outcome): boolean {
  return goodOutcomes.has(outcome);
}

/** Answers that did the job. */
export function goodOf({ success, partial, allFailed }: Counts): number {
  return success + partial + allFailed;
}

/** One ended request of the window. Moments are milliseconds since the window opened. */
export interface Entry {
  readonly outcome: Outcome;
  readonly code?: number | undefined;
  readonly sentAtMs: number;
  readonly latencyMs: number;
  readonly bodyBytes: number;
}

/** The books of one point: every request sent in its window, each with exactly one outcome. */
export class Books {
  readonly #counts = { ...noOutcomes };
  readonly #codes = new Map<number, number>();
  readonly #timeline: { second: number; answers: number; good: number }[] = [];
  readonly #latencies = new LatencyHistogram();
  #sent = 0;
  #bytes = 0;

  /** A request left. Counted apart from how it ends, so that a lost one shows. */
  open(): void {
    this.#sent += 1;
  }

  close({ outcome, code, sentAtMs, latencyMs, bodyBytes }: Entry): void {
    this.#counts[outcome] += 1;
    if (code !== undefined) this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    if (outcome === 'aborted') return;
    const second = Math.floor(sentAtMs / 1000);
    for (let next = this.#timeline.length; next <= second; next++) {
      this.#timeline.push({ second: next, answers: 0, good: 0 });
    }
    const moment = this.#timeline[second];
    if (moment) moment.answers += 1;
    if (moment && isGood(outcome)) moment.good += 1;
    if (!isGood(outcome)) return;
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
    | 'timeline'
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
      timeline: this.#timeline,
    };
  }
}
