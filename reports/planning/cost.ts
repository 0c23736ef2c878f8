import type { CostModel, LoadRecord } from '../../contracts/record.ts';
import type { Locale } from '../locale.ts';

type Costed = Pick<LoadRecord, 'cost' | 'noCost' | 'lowLoad'>;

/** What a call costs, as a sentence. */
export function sayCost({ fixedMs, perDeviceMs }: CostModel, { say, compact }: Locale): string {
  return say('cost', { fixed: compact(fixedMs), perDevice: compact(perDeviceMs) });
}

/** How sure the model is, and what its numbers are of; or why there is no model. Empty when nothing was tried. */
export function costNotes({ cost, noCost, lowLoad }: Costed, locale: Locale): string[] {
  const { say, compact, number, lang } = locale;
  if (!cost) return noCost ? [say('noCost', { why: noCost[lang] })] : [];
  const { fixedMs, perDeviceMs } = cost.interval;
  const way = lowLoad?.points[0]?.wayMs;
  const range = ({ low, high }: typeof fixedMs) => say('range', { low: compact(low), high: compact(high) });
  return [
    say('costSure', {
      fixed: range(fixedMs),
      perDevice: range(perDeviceMs),
      r2: number(cost.r2, 4),
    }),
    say('costNote', { calls: number(lowLoad?.calls ?? 0) }),
    way === undefined ? say('wayIncluded') : say('wayLeftOut', { way: compact(way) }),
  ];
}

/** Batch size, median and model of each size, in milliseconds, under their headings. */
export function costRows({ cost, lowLoad }: Costed, { say, number, compact }: Locale) {
  const heads = [say('batchSize'), say('measuredMs'), say('modelMs')];
  const rows = (lowLoad?.points ?? []).map(({ batchSize, medianMs }) => [
    number(batchSize),
    compact(medianMs),
    cost ? compact(cost.fixedMs + cost.perDeviceMs * batchSize) : '–',
  ]);
  return { heads, rows };
}
