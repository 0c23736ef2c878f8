import { noOutcomes, outcomes } from '../../contracts/outcome.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';

export function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Counts of several books as those of one. */
export function mergeCounts(all: readonly Counts[]): Counts {
  const merged = { sent: total(all.map(({ sent }) => sent)), ...noOutcomes };
  for (const outcome of outcomes) merged[outcome] = total(all.map((counts) => counts[outcome]));
  return merged;
}

/** Counts by code or status, added up. */
function mergeByName(all: readonly Point['codes'][]): Point['codes'] {
  const merged: Record<string, number> = {};
  for (const [name, count] of all.flatMap((counts) => Object.entries(counts)))
    merged[name] = (merged[name] ?? 0) + count;
  return merged;
}

/** Seconds of windows that opened at different moments, by the clock on the wall; slices of the longest there are. */
function mergeTimelines(
  points: readonly Point[],
  startedAt: number,
): Pick<Point, 'timeline' | 'timelineSeconds'> {
  const timelineSeconds = Math.max(1, ...points.map((point) => point.timelineSeconds ?? 1));
  const moments = points.flatMap((point) => {
    const later = Math.round((Date.parse(point.startedAt) - startedAt) / 1000);
    return point.timeline.map((moment) => ({ ...moment, second: moment.second + later }));
  });
  const length = Math.max(0, ...moments.map(({ second }) => second + 1));
  const merged = Array.from({ length: Math.ceil(length / timelineSeconds) }, (_, i) => ({
    ...{ second: i * timelineSeconds, answers: 0, good: 0, latencyMs: 0 },
  }));
  for (const { second, answers, good, meanMs = 0 } of moments) {
    const whole = merged[Math.floor(second / timelineSeconds)];
    if (!whole) continue;
    whole.answers += answers;
    whole.good += good;
    whole.latencyMs += meanMs * good;
  }
  const timeline = merged.map(({ latencyMs, ...slice }) => ({
    ...slice,
    ...(slice.good > 0 && { meanMs: latencyMs / slice.good }),
  }));
  return { timeline, timelineSeconds };
}

/** Latencies that were recorded apart, as if they had been recorded together: the same counts, the same encoding. */
export function mergeLatencies(
  points: readonly Point[],
  histogram: 'histogram' | 'serviceHistogram',
  latency: 'latencyMs' | 'serviceLatencyMs',
): LatencyHistogram {
  return LatencyHistogram.merged(
    points.flatMap((point) => point[histogram] ?? []),
    Math.max(0, ...points.map((point) => point[latency]?.max ?? 0)),
  );
}

/** How often something happened in windows, from how often a second it did: the division undone, whole numbers again. */
export function occurrences(points: readonly Point[], rate: 'requestsPerSecond' | 'bytesPerSecond'): number {
  return total(points.map((point) => Math.round((point[rate] * point.durationMs) / 1000)));
}

/** The books of windows that were open at the same time, as those of one that opened at a moment. */
export function mergeBooks(
  points: readonly Point[],
  startedAt: number,
): Pick<Point, 'counts' | 'codes' | 'statuses' | 'timeline' | 'timelineSeconds' | 'latencyMs' | 'histogram'> {
  const latencies = mergeLatencies(points, 'histogram', 'latencyMs');
  return {
    counts: mergeCounts(points.map(({ counts }) => counts)),
    codes: mergeByName(points.map(({ codes }) => codes)),
    statuses: mergeByName(points.map(({ statuses = {} }) => statuses)),
    ...mergeTimelines(points, startedAt),
    latencyMs: latencies.summaryMs(),
    histogram: latencies.encode(),
  };
}
