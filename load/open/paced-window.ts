import { pointReason } from '../../contracts/point-reason.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { Books, type Entry, isGood } from '../books/books.ts';
import type { Health } from '../health/generator-health.ts';
import { verdictOf } from '../verdict.ts';

/** One planned request of a window: when it fell due, counted from the window's opening, and how long it took from then. */
export interface Timed {
  readonly plannedMs: number;
  /** Infinite when no good answer came, or it was not sent. */
  readonly latencyMs: number;
}

/** What a point says of its window that the window does not know. */
export type WindowFacts = Pick<
  Point,
  'batchSize' | 'warmupMs' | 'objectiveMs' | 'checking' | 'steadiness' | 'stoppedBy'
> &
  Partial<Pick<Point['generator'], 'littlesLawRatio'>>;

/** How a planned request of a window ended. Moments are those of the clock. */
export interface PacedEnd extends Pick<Entry, 'outcome' | 'code' | 'status' | 'bodyBytes'> {
  readonly plannedAt: number;
  readonly sentAt: number;
  readonly endedAt: number;
}

/**
 * A part of an open loop that is counted for itself: the requests planned for it, whenever their answers come. Only its
 * throughput is what came back within it, whenever it was sent: under a rate, that is what the service carries.
 */
export class PacedWindow {
  readonly durationMs: number;
  readonly #keepsSeries: boolean;
  readonly #books = new Books();
  readonly #serviceLatencies = new LatencyHistogram();
  readonly #lags = new LatencyHistogram();
  readonly #series: Timed[] = [];
  #answers = 0;
  #bytes = 0;
  #overflow = 0;
  #openedAt = Number.POSITIVE_INFINITY;
  #closedAt = Number.POSITIVE_INFINITY;
  #startedAt = '';
  #health: () => Health = () => ({ cpu: 0, loopDelayP99Ms: 0 });
  #worked = this.#health();
  #inFlightBefore = 0;
  #backlog = 0;

  constructor(durationMs: number, keepsSeries = false) {
    this.durationMs = durationMs;
    this.#keepsSeries = keepsSeries;
  }

  get openedAt(): number {
    return this.#openedAt;
  }

  get closedAt(): number {
    return this.#closedAt;
  }

  get counts(): Counts {
    return this.#books.counts;
  }

  /** Of a window that was asked to keep it. */
  get series(): readonly Timed[] {
    return this.#series;
  }

  /** Whether the load came so far. */
  get wasBegun(): boolean {
    return this.#startedAt !== '';
  }

  has(moment: number): boolean {
    return moment >= this.#openedAt && moment < this.#closedAt;
  }

  /** Puts the window where it belongs, and tells where it ends. */
  placeAt(openedAt: number): number {
    this.#openedAt = openedAt;
    this.#closedAt = openedAt + this.durationMs;
    return this.#closedAt;
  }

  /** The window opens; `health` tells how the generator fares from then on. */
  begin(inFlight: number, health: () => Health): void {
    this.#startedAt = new Date().toISOString();
    this.#inFlightBefore = inFlight;
    this.#health = health;
  }

  end(inFlight: number): void {
    this.#worked = this.#health();
    this.#backlog = inFlight - this.#inFlightBefore;
  }

  /** The load ends at a moment: so does the window, if it has not yet. */
  cutAt(moment: number): void {
    this.#closedAt = Math.max(this.#openedAt, Math.min(this.#closedAt, moment));
  }

  countSent(plannedAt: number, sentAt: number): void {
    this.#books.open();
    this.#lags.recordMs(sentAt - plannedAt);
  }

  countNotSent(plannedAt: number): void {
    this.#overflow += 1;
    this.#time(plannedAt, Number.POSITIVE_INFINITY);
  }

  countEnd({ plannedAt, sentAt, endedAt, ...entry }: PacedEnd): void {
    const latencyMs = endedAt - plannedAt;
    const isFine = isGood(entry.outcome);
    this.#books.close({ ...entry, sentAtMs: plannedAt - this.#openedAt, latencyMs });
    if (isFine) this.#serviceLatencies.recordMs(endedAt - sentAt);
    if (entry.outcome !== 'aborted') this.#time(plannedAt, isFine ? latencyMs : Number.POSITIVE_INFINITY);
  }

  /** A good answer came back within the window. */
  countReturn(bodyBytes: number): void {
    this.#answers += 1;
    this.#bytes += bodyBytes;
  }

  #time(plannedAt: number, latencyMs: number): void {
    if (this.#keepsSeries) this.#series.push({ plannedMs: plannedAt - this.#openedAt, latencyMs });
  }

  /** What the window came to; `more` is what is known of it elsewhere. */
  point({ batchSize, warmupMs, littlesLawRatio = null, ...more }: WindowFacts): Point {
    const windowMs = this.#closedAt - this.#openedAt;
    const perSecond = windowMs > 0 ? 1000 / windowMs : 0;
    const { counts, ...summary } = this.#books.summary(batchSize, windowMs);
    const generator = {
      ...this.#worked,
      sendLagP99Ms: this.#lags.summaryMs()?.p99 ?? 0,
      littlesLawRatio,
    };
    const point = {
      batchSize,
      offeredRate: (counts.sent + this.#overflow) * perSecond,
      overflow: this.#overflow,
      backlog: this.#backlog,
      startedAt: this.#startedAt,
      durationMs: windowMs,
      warmupMs,
      ...summary,
      requestsPerSecond: this.#answers * perSecond,
      devicesPerSecond: this.#answers * batchSize * perSecond,
      bytesPerSecond: this.#bytes * perSecond,
      counts,
      serviceLatencyMs: this.#serviceLatencies.summaryMs(),
      serviceHistogram: this.#serviceLatencies.encode(),
      sendLagHistogram: this.#lags.encode(),
      generator,
      ...more,
    };
    const verdict = verdictOf(point, this.#books.good);
    return { ...point, verdict, why: pointReason({ ...point, verdict }).en };
  }
}

/** How long windows last together. */
export function lengthOf(windows: readonly PacedWindow[]): number {
  return windows.reduce((sum, { durationMs }) => sum + durationMs, 0);
}
