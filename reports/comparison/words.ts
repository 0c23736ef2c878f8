import { tokenNames } from '../../contracts/exchange.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import { languageTags, type TextKey } from '../texts.ts';
import type { Figure, Load, Metric, Word } from './figure.ts';

/** The words for a change, with a mark for the eye. */
export const wordKeys = {
  slower: 'isSlower',
  faster: 'isFaster',
  cantTell: 'cantTell',
} as const satisfies Record<Word, TextKey>;

export const wordMarks: Readonly<Record<Word, string>> = { slower: '▼', faster: '▲', cantTell: '·' };

const metricKeys = {
  throughput: 'throughputFigure',
  p50: 'latencyFigure',
  p90: 'latencyFigure',
  p95: 'latencyFigure',
  p99: 'latencyFigure',
  capacity: 'capacityFigure',
  fixedMs: 'fixedFigure',
  perDeviceMs: 'perDeviceFigure',
} as const satisfies Record<Metric, TextKey>;

/** What a metric is called, with its unit. */
export function sayMetric(metric: Metric, { say }: Locale): string {
  return say(metricKeys[metric], { percentile: metric });
}

/** Under what load a figure was measured. */
export function sayLoad({ batchSize, connections, token, rate }: Load, locale: Locale): string {
  const { say, number, list, lang } = locale;
  if (batchSize === undefined) return say('wholeRun');
  return list([
    say('sized', { size: number(batchSize) }),
    ...(connections === undefined ? [] : [say('comparedConnections', { connections: number(connections) })]),
    ...(rate === undefined ? [] : [say('comparedRate', { rate: number(rate, rate < 10 ? 1 : 0) })]),
    ...(token ? [tokenNames[token][lang]] : []),
  ]);
}

/** A share with its sign, to a tenth of a per cent. */
export function sayShare(share: number, { lang }: Locale): string {
  return new Intl.NumberFormat(languageTags[lang], {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  }).format(share);
}

/** A change in a sentence. */
export function sayChange({ load, metric, change, word }: Figure, locale: Locale): string {
  const share = (value = 0) => sayShare(value, locale);
  return locale.say('changeDetail', {
    ...{ load: sayLoad(load, locale), metric: sayMetric(metric, locale), word: locale.say(wordKeys[word]) },
    ...{ change: share(change?.share), low: share(change?.interval.low), high: share(change?.interval.high) },
  });
}

function inDevices(metric: Metric): boolean {
  return metric === 'throughput' || metric === 'capacity';
}

/** The cells of a figure: load, metric, both sides, change, interval, effect, word. */
export function figureCells(figure: Figure, locale: Locale): string[] {
  const { say, number } = locale;
  const { load, metric, base, head, change, word } = figure;
  // A digit more than elsewhere: what differs is the point.
  const decimals = Math.min(3, sharedDecimals([base ?? 0, head ?? 0]) + (inDevices(metric) ? 0 : 1));
  const value = (measured: number | undefined) => (measured === undefined ? '-' : number(measured, decimals));
  const share = (of: number) => sayShare(of, locale);
  return [
    sayLoad(load, locale),
    sayMetric(metric, locale),
    value(base),
    value(head),
    change ? share(change.share) : '-',
    change ? `${share(change.interval.low)} … ${share(change.interval.high)}` : '-',
    change?.effect === undefined ? '-' : number(change.effect, 1),
    `${wordMarks[word]} ${say(wordKeys[word])}`,
  ];
}
