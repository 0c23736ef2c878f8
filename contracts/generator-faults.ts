import { noticeableStolenCores, tolerable, tolerableLagMs, tolerableStallMs } from './limits.ts';
import type { Point } from './record.ts';
import { isShort, missingShare, shortfall } from './shortfall.ts';
import { unsteadiness } from './steadiness.ts';
import { fillAll, type Text } from './text.ts';

/** Whether a closed loop sent less than the service carries, since it was not allowed more. */
export function isHeldBack({ counts, generator }: Pick<Point, 'counts' | 'generator'>): boolean {
  return (generator.heldBack ?? 0) > tolerable.heldBack * counts.sent;
}

/** Whether a closed loop had no time left. The pacer of an open loop waits by asking the clock, and is always busy. */
function isBusy({
  offeredRate,
  generator: { cpu, loopBusy },
}: Pick<Point, 'offeredRate' | 'generator'>): boolean {
  return offeredRate === undefined && (loopBusy ?? cpu) > tolerable.work;
}

const texts = {
  heldBack: {
    en: '{heldBack} of {sent} requests waited for --max-rate: the service carries at least this',
    zh: '{sent} 个请求中有 {heldBack} 个因 --max-rate 而等待：服务的能力不低于此值',
  },
  busy: {
    en: 'the load generator used {percent} % of a core: the service carries at least this',
    zh: '压测端占用了单核的 {percent}%：服务的能力不低于此值',
  },
  busyLoop: {
    en: 'the event loop of the load generator was busy for {percent} % of the time: the service carries at least this',
    zh: '压测端的事件循环有 {percent}% 的时间处于忙碌：服务的能力不低于此值',
  },
  late: {
    en: 'the load generator itself sent late, by {lag} ms at the 99th percentile, which is part of the latency',
    zh: '压测端自身发送滞后（p99 为 {lag} ms），并计入了延迟',
  },
  stalled: {
    en: 'the load generator stood still: an answer waited for it {delay} ms at the 99th percentile, {longest} ms at most, which is part of the latency',
    zh: '压测端自身停顿：应答等待其处理的时间 p99 为 {delay} ms，最长 {longest} ms，并计入了延迟',
  },
  garbage: {
    en: 'the load generator spent {percent} % of the time collecting garbage',
    zh: '压测端有 {percent}% 的时间用于垃圾回收',
  },
  stolen: {
    en: 'the host of this virtual machine gave {percent} % of a core to others meanwhile, which may be the cause',
    zh: '其间虚拟机的宿主机将单核的 {percent}% 让给了其他负载，可能是原因',
  },
  residual: {
    en: "the latencies do not account for what was under way (Little's law: {ratio} instead of 1): connections were idle, or latencies are wrong",
    zh: '延迟与在途请求数不符（利特尔定律：{ratio}，应为 1）：连接存在空闲，或延迟有误',
  },
} satisfies Record<string, Text>;

function percent(share: number): number {
  return Math.round(share * 100);
}

/** Whether the host of a virtual machine took enough to explain what is wrong with a window. */
export function isDisturbed({ stolenCores = 0 }: Pick<Point['generator'], 'stolenCores'>): boolean {
  return stolenCores > noticeableStolenCores;
}

type Judged = Pick<
  Point,
  'counts' | 'generator' | 'latencyMs' | 'offeredRate' | 'objectiveMs' | 'steadiness' | 'overflow' | 'backlog'
>;

/** What is wrong with the window of a disturbed point, unless more is missing of it than the host took. */
function mayBeTheHosts(point: Judged): Text[] {
  if (!isShort(point)) return unsteadiness(point);
  return missingShare(point) > (point.generator.stolenCores ?? 0) ? [] : shortfall(point);
}

/** What was wrong with the load generator itself while it measured a point. */
function ownFaults(point: Judged): Text[] {
  const { counts, generator } = point;
  const { cpu, loopBusy, loopDelayP99Ms, loopDelayMaxMs = loopDelayP99Ms } = generator;
  const { gcShare = 0, sendLagP99Ms = 0, littlesLawRatio } = generator;
  const faults: Text[] = [];
  const isHeld = isHeldBack(point);
  if (isHeld) faults.push(fillAll(texts.heldBack, { heldBack: generator.heldBack ?? 0, sent: counts.sent }));
  if (isBusy(point))
    faults.push(
      loopBusy === undefined
        ? fillAll(texts.busy, { percent: percent(cpu) })
        : fillAll(texts.busyLoop, { percent: percent(loopBusy) }),
    );
  if (sendLagP99Ms > tolerableLagMs(point))
    faults.push(fillAll(texts.late, { lag: sendLagP99Ms.toFixed(1) }));
  if (loopDelayP99Ms > tolerableStallMs(point))
    faults.push(
      fillAll(texts.stalled, { delay: loopDelayP99Ms.toFixed(1), longest: loopDelayMaxMs.toFixed(1) }),
    );
  if (gcShare > tolerable.garbage) faults.push(fillAll(texts.garbage, { percent: percent(gcShare) }));
  // Connections that wait for the highest rate are idle by intent.
  if (!isHeld && littlesLawRatio !== null && Math.abs(littlesLawRatio - 1) > tolerable.residual)
    faults.push(fillAll(texts.residual, { ratio: littlesLawRatio.toFixed(2) }));
  return faults;
}

/** What was wrong with the load generator or its machine while it measured a point; nothing when its numbers are the service's. */
export function generatorFaults(point: Judged): Text[] {
  const own = ownFaults(point);
  if (!isDisturbed(point.generator)) return own;
  const faults = own.length > 0 ? own : mayBeTheHosts(point);
  const { stolenCores = 0 } = point.generator;
  return faults.length > 0 ? [...faults, fillAll(texts.stolen, { percent: percent(stolenCores) })] : [];
}

/** Whether the generator may have spoilt a point by chance, as where its machine stood still; what it lacks it lacks again. */
export function isSpoiltByChance(
  point: Pick<Point, 'verdict' | 'counts' | 'offeredRate' | 'generator'>,
): boolean {
  return point.verdict === 'generator-limited' && !isHeldBack(point) && !isBusy(point);
}
