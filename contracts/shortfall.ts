import { tolerable, tolerableBacklog } from './limits.ts';
import type { Point } from './record.ts';
import { fillAll, type Text } from './text.ts';

type Planned = Pick<Point, 'counts' | 'overflow' | 'backlog'>;

const texts = {
  overflow: {
    en: '{overflow} of {planned} planned requests were not sent, as many as --max-in-flight allows being under way: the service does not keep up with the rate',
    zh: '{planned} 个计划请求中有 {overflow} 个未发送：未完成的请求已达 --max-in-flight 上限，服务跟不上该速率',
  },
  backlog: {
    en: 'the service does not keep up with the rate: {backlog} more requests were under way at the end than at the start',
    zh: '服务跟不上该速率：结束时未完成的请求比开始时多 {backlog} 个',
  },
} satisfies Record<string, Text>;

/** Whether the service did not carry the rate of an open loop: too much was not sent, or more was sent than came back. */
export function isShort({ counts, overflow = 0, backlog = 0 }: Planned): boolean {
  return overflow > tolerable.overflow * (counts.sent + overflow) || backlog > tolerableBacklog({ counts });
}

/** What is missing of the plan, as a share of it. */
export function missingShare({ counts, overflow = 0, backlog = 0 }: Planned): number {
  return (overflow + Math.max(0, backlog)) / Math.max(1, counts.sent + overflow);
}

/** How the plan of an open loop was not carried; nothing when it was. */
export function shortfall(point: Planned): Text[] {
  const { counts, overflow = 0, backlog = 0 } = point;
  if (overflow > 0) return [fillAll(texts.overflow, { overflow, planned: counts.sent + overflow })];
  return isShort(point) ? [fillAll(texts.backlog, { backlog })] : [];
}
