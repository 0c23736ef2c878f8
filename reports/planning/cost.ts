import type { CostModel, LoadRecord, LowLoad } from '../../contracts/record.ts';
import type { Locale } from '../locale.ts';
import type { Table } from '../table.ts';
import { gainOfDoubling, residualsOf, worthwhileGain, worthwhileSize } from './cost-model.ts';
import { sayDeviation } from './deviation.ts';

export type Costed = Pick<LoadRecord, 'cost' | 'noCost' | 'lowLoad'>;

/** What a call costs, as a sentence. */
export function sayCost({ fixedMs, perDeviceMs }: CostModel, { say, compact }: Locale): string {
  return say('cost', { fixed: compact(fixedMs), perDevice: compact(perDeviceMs) });
}

/** From which batch size on a larger one gains little; nothing where a device may cost nothing, for all that is known. */
function sayBestSize(cost: CostModel, { points }: LowLoad, { say, number, percent }: Locale): string {
  if (cost.interval.perDeviceMs.low <= 0) return '';
  const sizes = points.map(({ batchSize }) => batchSize);
  const size = worthwhileSize(cost, sizes);
  if (size !== undefined) return say('worthwhileSize', { size: number(size), gain: percent(worthwhileGain) });
  const largest = Math.max(...sizes);
  return say('worthwhileBeyond', {
    size: number(largest),
    gain: percent(gainOfDoubling(cost, largest)),
    wanted: percent(worthwhileGain),
  });
}

/** How far the medians are from the line. */
function sayResiduals(cost: CostModel, lowLoad: LowLoad, { say, number, compact }: Locale): string {
  const [worst] = residualsOf(cost, lowLoad).toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
  if (!worst) return '';
  return say('largestResidual', {
    size: number(worst.batchSize),
    residual: compact(Math.abs(worst.residualMs)),
    share: number(Math.abs(worst.share) * 100, 1),
  });
}

/** How sure the model is, and what its numbers are of; or why there is no model. Empty when nothing was tried. */
export function costNotes({ cost, noCost, lowLoad }: Costed, locale: Locale): string[] {
  const { say, compact, number, lang } = locale;
  if (!cost) return noCost ? [say('noCost', { why: noCost[lang] })] : [];
  const { fixedMs, perDeviceMs } = cost.interval;
  const way = lowLoad?.points[0]?.wayMs;
  const range = ({ low, high }: typeof fixedMs) => say('range', { low: compact(low), high: compact(high) });
  return [
    ...(lowLoad ? [sayBestSize(cost, lowLoad, locale)] : []),
    say('costSure', {
      fixed: range(fixedMs),
      perDevice: range(perDeviceMs),
      r2: number(cost.r2, 4),
    }),
    ...(lowLoad ? [sayResiduals(cost, lowLoad, locale)] : []),
    say('costNote', { calls: number(lowLoad?.calls ?? 0) }),
    way === undefined ? say('wayIncluded') : say('wayLeftOut', { way: compact(way) }),
  ].filter((note) => note !== '');
}

/** Batch size, median and model of each size, in milliseconds, and how far they are apart. */
export function costRows({ cost, lowLoad }: Costed, locale: Locale): Table {
  const { say, number, compact } = locale;
  if (!cost || !lowLoad) {
    const rows = (lowLoad?.points ?? []).map(({ batchSize, medianMs }) => [
      number(batchSize),
      compact(medianMs),
    ]);
    return { heads: [say('batchSize'), say('measuredMs')], rows };
  }
  return {
    heads: [say('batchSize'), say('measuredMs'), say('modelMs'), say('residualPercent')],
    rows: residualsOf(cost, lowLoad).map(({ batchSize, medianMs, modelMs, share }) => [
      number(batchSize),
      compact(medianMs),
      compact(modelMs),
      sayDeviation(share, locale),
    ]),
  };
}
