import { isHeldBack } from '../../contracts/generator-faults.ts';
import { tolerable, tolerableBacklog, tolerableLagMs, tolerableStallMs } from '../../contracts/limits.ts';
import { brokenOf, goodOf } from '../../contracts/outcome.ts';
import type { Point } from '../../contracts/record.ts';
import { isPaced } from '../model.ts';
import type { TextKey } from '../texts.ts';

/** A figure by which it is judged whether the numbers of a point are the service's. */
export interface Sign {
  readonly heading: TextKey;
  readonly unit: 'share' | 'ms' | 'count' | 'ratio';
  /** None where the point does not have it. */
  of(point: Point): number | undefined;
  /** How far it may go; none where it is told and not judged. */
  limit?(point: Point): number | undefined;
  /** How far it went, if that is not the figure itself. */
  distance?(figure: number): number;
}

const awayFromOne = (ratio: number) => Math.abs(ratio - 1);

/** In the order of a table. */
export const signs: readonly Sign[] = [
  {
    heading: 'achieved',
    unit: 'share',
    of: ({ offeredRate, requestsPerSecond }) =>
      offeredRate === undefined || offeredRate === 0 ? undefined : requestsPerSecond / offeredRate,
  },
  {
    heading: 'sendLag',
    unit: 'ms',
    of: ({ generator }) => generator.sendLagP99Ms,
    limit: tolerableLagMs,
  },
  {
    heading: 'loopDelay',
    unit: 'ms',
    of: ({ generator }) => generator.loopDelayP99Ms,
    limit: tolerableStallMs,
  },
  {
    heading: 'gcShare',
    unit: 'share',
    of: ({ generator }) => generator.gcShare,
    limit: () => tolerable.garbage,
  },
  { heading: 'stolenCores', unit: 'share', of: ({ generator }) => generator.stolenCores },
  {
    heading: 'loopBusy',
    unit: 'share',
    // The pacer of an open loop waits by asking the clock, and is always busy.
    of: (point) => (isPaced(point) ? undefined : point.generator.loopBusy),
    limit: () => tolerable.work,
  },
  {
    heading: 'cpu',
    unit: 'share',
    of: ({ generator }) => generator.cpu,
    limit: (point) => (isPaced(point) || point.generator.loopBusy !== undefined ? undefined : tolerable.work),
  },
  {
    heading: 'heldBack',
    unit: 'share',
    of: ({ generator, counts }) =>
      generator.heldBack === undefined ? undefined : generator.heldBack / Math.max(1, counts.sent),
    limit: () => tolerable.heldBack,
  },
  {
    heading: 'littlesLaw',
    unit: 'ratio',
    of: ({ generator }) => generator.littlesLawRatio ?? undefined,
    limit: (point) => (isHeldBack(point) ? undefined : tolerable.residual),
    distance: awayFromOne,
  },
  {
    heading: 'latencyDrift',
    unit: 'share',
    of: ({ steadiness }) => steadiness?.latencyDrift,
    limit: () => tolerable.drift,
    distance: Math.abs,
  },
  {
    heading: 'throughputDrift',
    unit: 'share',
    of: ({ steadiness }) => steadiness?.throughputDrift,
    limit: () => tolerable.drift,
    distance: Math.abs,
  },
  {
    heading: 'timeLost',
    unit: 'share',
    of: ({ steadiness }) => steadiness?.timeLost,
    limit: () => tolerable.timeLost,
  },
  {
    heading: 'overflow',
    unit: 'count',
    of: ({ overflow }) => overflow,
    limit: ({ counts, overflow = 0 }) => tolerable.overflow * (counts.sent + overflow),
  },
  {
    heading: 'backlog',
    unit: 'count',
    of: ({ backlog }) => backlog,
    limit: tolerableBacklog,
  },
  {
    heading: 'unanswered',
    unit: 'count',
    of: ({ counts }) => counts.timeout + counts.socketError + counts.aborted,
  },
  {
    heading: 'badAnswers',
    unit: 'share',
    of: ({ counts, token }) => {
      const ended = counts.sent - counts.aborted;
      return ended > 0 ? 1 - goodOf(counts, token) / ended : undefined;
    },
    limit: () => tolerable.badAnswers,
  },
  {
    heading: 'brokenAnswers',
    unit: 'count',
    of: ({ counts, token }) => brokenOf(counts, token),
    limit: () => 0,
  },
  {
    heading: 'startSkew',
    unit: 'ms',
    of: ({ processes }) => processes?.startSkewMs,
    limit: () => tolerable.startSkewMs,
  },
  {
    heading: 'shareSkew',
    unit: 'share',
    of: ({ processes }) => {
      const sent = processes?.each.map((one) => one.sent) ?? [];
      const mean = sent.reduce((sum, one) => sum + one, 0) / sent.length;
      return mean > 0 ? Math.max(...sent) / mean - 1 : undefined;
    },
  },
];

/** Whether a figure is beyond its limit. */
export function isBeyond({ of, limit, distance = (figure) => figure }: Sign, point: Point): boolean {
  const [figure, bound] = [of(point), limit?.(point)];
  return figure !== undefined && bound !== undefined && distance(figure) > bound;
}
