import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from 'hdr-histogram-js';
import { reasonOf, ToolkitError } from '../errors.ts';
import type { Point } from '../record.ts';

function decoded(encoded: string): Histogram {
  try {
    return decodeFromCompressedBase64(encoded, 64, false);
  } catch (error) {
    throw new ToolkitError('HISTOGRAM_DAMAGED', { reason: reasonOf(error) });
  }
}

/** Latencies in whole microseconds, three significant digits, up to an hour. Reading one throws HISTOGRAM_DAMAGED. */
export class LatencyHistogram {
  readonly #histogram: Histogram;
  #maxMs: number | undefined;

  constructor(encoded?: string) {
    this.#histogram = encoded
      ? decoded(encoded)
      : build({
          lowestDiscernibleValue: 1,
          highestTrackableValue: 3_600_000_000,
          numberOfSignificantValueDigits: 3,
        });
  }

  /** What was recorded in parts, as if all of it had been in one. An encoding keeps three digits of the maximum; `maxMs` has all. */
  static merged(encoded: readonly string[], maxMs?: number): LatencyHistogram {
    const all = new LatencyHistogram();
    for (const part of encoded) all.#histogram.add(new LatencyHistogram(part).#histogram);
    all.#maxMs = maxMs;
    return all;
  }

  recordMs(latencyMs: number): void {
    this.#histogram.recordValue(Math.max(1, Math.round(latencyMs * 1000)));
  }

  get count(): number {
    return this.#histogram.totalCount;
  }

  /** `null` when nothing was recorded. */
  summaryMs(): Point['latencyMs'] {
    if (this.count === 0) return null;
    const at = (percentile: number) => this.atPercentileMs(percentile);
    return {
      mean: this.#histogram.mean / 1000,
      p50: at(50),
      p90: at(90),
      p95: at(95),
      p99: at(99),
      p999: at(99.9),
      max: this.#longestMs,
    };
  }

  /** The latency that so many of a hundred do not exceed; 0 when nothing was recorded. */
  atPercentileMs(percentile: number): number {
    return Math.min(this.#longestMs, this.#histogram.getValueAtPercentile(percentile) / 1000);
  }

  get #longestMs(): number {
    return this.#maxMs ?? this.#histogram.maxValue / 1000;
  }

  /** Standard deviation. */
  get deviationMs(): number {
    return this.#histogram.stdDeviation / 1000;
  }

  /** HDR V2, compressed, base64. */
  encode(): string {
    return encodeIntoCompressedBase64(this.#histogram);
  }
}
