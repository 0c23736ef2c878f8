import type { LoadRecord, Point } from '../../contracts/record.ts';
import { bestPoint } from '../model.ts';
import { curvesOf } from './curves.ts';

/** What came of a stretch of time. */
export interface Slice {
  /** When it begins, in seconds since the first window opened. */
  readonly second: number;
  readonly seconds: number;
  readonly goodPerSecond: number;
  readonly badPerSecond: number;
  readonly meanMs?: number | undefined;
}

/** A run, or the window of a point, in the course of time. */
export interface Course {
  /** The point, if it is only one. */
  readonly point?: Point;
  readonly slices: readonly Slice[];
  /** Length of all but the last slices of windows. */
  readonly seconds: number;
}

/** Fewer have no course. */
const minSlices = 3;

/** More than this are finer than what is drawn, and are joined. */
const maxSlices = 120;

function slicesOf(point: Point, beganAt: number): Slice[] {
  const { timeline, timelineSeconds = 1, durationMs, startedAt } = point;
  const later = Math.max(0, (Date.parse(startedAt) - beganAt) / 1000);
  return timeline.flatMap(({ second, answers, good, meanMs }) => {
    // The window may end within its last slice.
    const seconds = Math.min(timelineSeconds, durationMs / 1000 - second);
    if (seconds <= 0) return [];
    const perSecond = { goodPerSecond: good / seconds, badPerSecond: (answers - good) / seconds };
    return [{ second: later + second, seconds, ...perSecond, ...(meanMs !== undefined && { meanMs }) }];
  });
}

/** Neighbours as one: rates by time, latencies by good answers. */
function joined(slices: readonly Slice[]): Slice {
  const sum = (of: (slice: Slice) => number) => slices.reduce((total, slice) => total + of(slice), 0);
  const seconds = sum((slice) => slice.seconds);
  const good = sum((slice) => slice.goodPerSecond * slice.seconds);
  const bad = sum((slice) => slice.badPerSecond * slice.seconds);
  const latency = sum(({ meanMs = 0, goodPerSecond, seconds }) => meanMs * goodPerSecond * seconds);
  return {
    second: slices[0]?.second ?? 0,
    seconds,
    goodPerSecond: good / seconds,
    badPerSecond: bad / seconds,
    ...(good > 0 && { meanMs: latency / good }),
  };
}

function thinned(slices: readonly Slice[]): Slice[] {
  const length = Math.ceil(slices.length / maxSlices);
  return Array.from({ length: Math.ceil(slices.length / length) }, (_, i) =>
    joined(slices.slice(i * length, (i + 1) * length)),
  );
}

/** Of a search the point that it found; of a rate that changes or lasts all windows one after the other; else the best point. */
function courseOfPoints(load: LoadRecord): readonly Point[] {
  if (load.scenario === 'ramp' || load.scenario === 'spike' || load.scenario === 'soak') return load.points;
  const found = curvesOf(load).find(({ batchSize }) => batchSize === load.capacity?.batchSize)?.lastGood
    ?.point;
  const point = found ?? bestPoint(load);
  return point ? [point] : [];
}

/** `undefined` where too little time was measured. */
export function courseOf(load: LoadRecord): Course | undefined {
  const points = courseOfPoints(load);
  const beganAt = Math.min(...points.map(({ startedAt }) => Date.parse(startedAt)));
  const all = points.flatMap((point) => slicesOf(point, beganAt));
  if (all.length < minSlices) return undefined;
  const slices = thinned(all);
  const [point] = points;
  return { slices, seconds: slices[0]?.seconds ?? 1, ...(points.length === 1 && point && { point }) };
}
