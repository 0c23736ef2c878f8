import { tokenNames } from '../../contracts/exchange.ts';
import { fill } from '../../contracts/text.ts';
import { elapsed, type Locale, sharedDecimals } from '../locale.ts';
import { phaseNames } from '../point-name.ts';
import { sayPlan } from '../run-rows.ts';
import { metricTexts, metricUnits } from '../texts/history.ts';
import type { Common } from './comparable.ts';
import { type Metric, metrics } from './metric.ts';
import type { Shift } from './shift.ts';

/** A metric as the subject of a sentence: `p99, batch size 100`. */
export function sayMetric({ name, batchSize, token, phase, of }: Metric, locale: Locale): string {
  const { lang, say, number, list } = locale;
  const parts = [
    ...(batchSize === undefined ? [] : [say('historySized', { size: number(batchSize) })]),
    ...(token ? [tokenNames[token][lang]] : []),
    ...(phase ? [say(phaseNames[phase])] : []),
    ...(of === undefined ? [] : [of]),
  ];
  const said = fill(metricTexts[name], lang);
  return parts.length > 0 ? say('historyPart', { name: said, part: list(parts) }) : said;
}

/** A value of a metric, without its unit. */
export function sayNumber({ name }: Metric, value: number, locale: Locale): string {
  const { unit } = metrics[name];
  if (unit === 'percent') return locale.percent(value, 1);
  if (unit === 'count') return locale.number(value);
  // Three digits at least.
  return locale.number(value, value >= 100 ? 0 : Math.min(4, sharedDecimals([value]) + 1));
}

/** A value of a metric with its unit. */
export function sayValue(metric: Metric, value: number, locale: Locale): string {
  if (metrics[metric.name].unit === 'seconds') return elapsed(value * 1000);
  return [sayNumber(metric, value, locale), unitOf(metric, locale)].filter(Boolean).join(' ');
}

/** The unit of a metric; empty where there is none. */
export function unitOf({ name }: Metric, { lang }: Locale): string {
  return metricUnits[metrics[name].unit][lang];
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text.replace('-', '−');
}

/** A change of a metric, with its sign. */
export function sayShift(metric: Metric, { isShare }: Shift, value: number, locale: Locale): string {
  return signed(isShare ? locale.percent(value, 1) : sayNumber(metric, value, locale), value);
}

/** The ends of the 95 % interval of a change. */
export function sayInterval(metric: Metric, shift: Shift, locale: Locale): { low: string; high: string } {
  return {
    low: sayShift(metric, shift, shift.low, locale),
    high: sayShift(metric, shift, shift.high, locale),
  };
}

/** What the runs of a track have in common, in short: `load sweep · staging.example.com`. */
export function sayTrack({ kind, load, target }: Common, { say }: Locale): string {
  const names = {
    suite: say('historySuites'),
    faults: say('historyFaults'),
    load: say('historyLoad', { scenario: load?.scenario ?? '' }),
  };
  return `${names[kind]} · ${target.referenceService ? say('referenceService') : target.label}`;
}

/** The rest of what they have in common. */
export function sayCommon({ load, planned, shard, machine, target }: Common, locale: Locale): string {
  const { say, number } = locale;
  return [
    ...(target.url === undefined ? [] : [target.url]),
    ...(load ? [sayPlan(load, locale)] : []),
    ...(planned === undefined ? [] : [say('historyCases', { count: number(planned) })]),
    ...(shard ? [say('historyShard', { current: shard.current, total: shard.total })] : []),
    ...(machine === undefined ? [] : [machine]),
  ].join(' · ');
}
