import { tolerable } from './limits.ts';
import type { Point } from './record.ts';
import { fillAll, type Text } from './text.ts';

/** Whether a drift is of a size that matters. */
export function isSizable(drift: number): boolean {
  return Math.abs(drift) > tolerable.drift;
}

const texts = {
  latencyRose: {
    en: 'latency was {percent} % higher in the later half of the window than in the earlier one',
    zh: '窗口后半段的延迟比前半段高 {percent}%',
  },
  latencyFell: {
    en: 'latency was {percent} % lower in the later half of the window than in the earlier one',
    zh: '窗口后半段的延迟比前半段低 {percent}%',
  },
  throughputRose: {
    en: 'throughput was {percent} % higher in the later half of the window than in the earlier one',
    zh: '窗口后半段的吞吐量比前半段高 {percent}%',
  },
  throughputFell: {
    en: 'throughput was {percent} % lower in the later half of the window than in the earlier one',
    zh: '窗口后半段的吞吐量比前半段低 {percent}%',
  },
  spell: {
    en: 'one slow spell cost {percent} % of the window',
    zh: '一段异常缓慢的时间占去了窗口的 {percent}%',
  },
} satisfies Record<string, Text>;

/** What was not steady in the window of a point; nothing when it was. */
export function unsteadiness({ steadiness }: Pick<Point, 'steadiness'>): Text[] {
  if (!steadiness) return [];
  const { throughputDrift = 0, latencyDrift, timeLost = 0 } = steadiness;
  const said = (text: Text, share: number) => fillAll(text, { percent: Math.round(Math.abs(share) * 100) });
  const found: Text[] = [];
  if (isSizable(throughputDrift))
    found.push(said(throughputDrift > 0 ? texts.throughputRose : texts.throughputFell, throughputDrift));
  if (isSizable(latencyDrift))
    found.push(said(latencyDrift > 0 ? texts.latencyRose : texts.latencyFell, latencyDrift));
  if (timeLost > tolerable.timeLost) found.push(said(texts.spell, timeLost));
  return found;
}
