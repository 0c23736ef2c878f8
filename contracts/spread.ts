import { tolerable } from './limits.ts';
import type { Point } from './record.ts';
import { fillAll, type Text } from './text.ts';

type Spread = Pick<Point, 'processes'>;

const texts = {
  skewed: {
    en: 'the processes of the load generator started up to {skew} ms apart: they did not measure the same moments',
    zh: '压测端各进程的启动时刻最多相差 {skew} 毫秒，测量的不是同一时段',
  },
  lost: {
    en: '{lost} of {all} processes of the load generator ended early: what they did after they last reported is not in the books',
    zh: '压测端 {all} 个进程中有 {lost} 个提前退出，其最后一次上报之后的请求未能计入',
  },
} satisfies Record<string, Text>;

function lostOf({ processes }: Spread): number {
  return processes?.each.filter(({ isLost }) => isLost).length ?? 0;
}

function isSkewed({ processes }: Spread): boolean {
  return (processes?.startSkewMs ?? 0) > tolerable.startSkewMs;
}

/**
 * The verdict of a point that several processes measured. One that was lost took a part of the books along; windows that
 * did not open together are not one window.
 */
export function spreadVerdict(point: Spread & Pick<Point, 'verdict'>): Point['verdict'] {
  return lostOf(point) > 0 || isSkewed(point) ? 'failed' : point.verdict;
}

/** Why a point is not valid, if it is because several processes measured it. */
export function spreadReason(point: Spread): Text | undefined {
  const { processes } = point;
  const lost = lostOf(point);
  if (lost > 0) return fillAll(texts.lost, { lost, all: processes?.each.length ?? 0 });
  if (!isSkewed(point)) return undefined;
  return fillAll(texts.skewed, { skew: processes?.startSkewMs ?? 0 });
}
