import type { Point } from './record.ts';

/** What the figures of a point may be: who judges points and who shows why share it. Shares, if no unit is named. */
export const tolerable = {
  /** A generator whose event loop, or core, is busier than this may itself be the limit of a closed loop. */
  work: 0.9,
  /** Of the time, for collecting garbage. */
  garbage: 0.1,
  /** How far latencies may be from what was under way, by Little's law. */
  residual: 0.03,
  /** If more than this waited for the highest rate that is allowed, that rate was measured, and not the service. */
  heldBack: 0.01,
  /** How far the later half of a window may lie from the earlier one: 6 % for a straight drift over the window. */
  drift: 0.03,
  /** Of a window, for one slow spell. */
  timeLost: 0.03,
  /** More bad answers than this, and the point says nothing of the service's capacity. */
  badAnswers: 0.01,
  /** A plan of which more than this was not sent is another plan. */
  overflow: 0.001,
  /** The windows of the processes of the generator may open so far apart and still be one. */
  startSkewMs: 250,
} as const;

/** What a host takes is no fault in itself, and from here on may explain one: less is taken from any virtual machine at times. */
export const noticeableStolenCores = 0.02;

/**
 * What the generator itself adds to latencies may be this share of them, at the 99th percentile, or of the latency that is
 * asked for: the tolerance of a capacity number; what nobody can tell from a late timer is never held against it.
 */
const addedShare = 0.05;
const addedLagMs = 1;
const addedStallMs = 2;

type Asked = Pick<Point, 'latencyMs' | 'objectiveMs'>;

function addedMs({ latencyMs, objectiveMs = 0 }: Asked): number {
  return addedShare * Math.max(objectiveMs, latencyMs?.p99 ?? 0);
}

/** How late an open loop may send, at the 99th percentile. */
export function tolerableLagMs(point: Asked): number {
  return Math.max(addedLagMs, addedMs(point));
}

/** How long an answer may wait for the generator's event loop, at the 99th percentile. */
export function tolerableStallMs(point: Asked): number {
  return Math.max(addedStallMs, addedMs(point));
}

/** How many more requests may be under way at the end of a window than at its start: they come and go. */
export function tolerableBacklog({ counts }: Pick<Point, 'counts'>): number {
  return Math.max(20, 0.05 * counts.sent);
}
