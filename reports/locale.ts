import { fill, type Lang, type Params } from '../contracts/text.ts';
import { languageTags, type TextKey, texts } from './texts.ts';

/** How one language says texts, numbers, times and sizes. */
export interface Locale {
  readonly lang: Lang;
  say(key: TextKey, params?: Params): string;
  list(items: readonly string[]): string;
  number(value: number, decimals?: number): string;
  /** Three digits at most, with the language's own suffix: `18.4K`, `1.84万`. */
  compact(value: number): string;
  percent(share: number, decimals?: number): string;
  bytes(count: number): string;
  /** A point in time, UTC to the second. */
  moment(iso: string): string;
  /** The day of a point in time, UTC. */
  day(iso: string): string;
}

const gib = 2 ** 30;

/** The locale of a language. */
export function localeOf(lang: Lang): Locale {
  const tag = languageTags[lang];
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumSignificantDigits: 3 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  // A format costs a thousand times what using it does.
  const formats = new Map<string, Intl.NumberFormat>();
  const formatted = (value: number, style: 'decimal' | 'percent', least: number, most: number) => {
    const key = `${style} ${least} ${most}`;
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(tag, { style, minimumFractionDigits: least, maximumFractionDigits: most });
    formats.set(key, format);
    return format.format(value);
  };
  const number = (value: number, decimals = 0) => formatted(value, 'decimal', decimals, decimals);
  return {
    lang,
    number,
    say: (key, params) => fill(texts[key], lang, params),
    list: (items) => items.join(texts.listSeparator[lang]),
    compact: (value) => compact.format(value),
    percent: (share, decimals = 0) => formatted(share, 'percent', 0, decimals),
    bytes: (count) => `${number(count / gib)} GiB`,
    moment: (iso) => `${moment.format(new Date(iso))} UTC`,
    day: (iso) => day.format(new Date(iso)),
  };
}

const units = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
] as const;

/** A duration as the flags write it: `250ms`, `10s`, `5m`, `2h`. */
export function flagDuration(ms: number): string {
  const unit = units.find(([, length]) => ms >= length && ms % length === 0);
  return unit ? `${ms / unit[1]}${unit[0]}` : `${ms}ms`;
}

/** A time that was measured, as short as it can be read: `840 ms`, `12.4 s`, `3 min 20 s`. */
export function elapsed(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Decimals that keep two significant digits of the smallest of some numbers, and align all of them. */
export function sharedDecimals(values: readonly number[]): number {
  const smallest = Math.min(...values.filter((value) => value > 0));
  if (!Number.isFinite(smallest)) return 0;
  return Math.min(3, Math.max(0, 1 - Math.floor(Math.log10(smallest))));
}

/** Decimals that show a number as it was given, three at most. */
export function plainDecimals(value: number): number {
  return [0, 1, 2].find((decimals) => Number(value.toFixed(decimals)) === value) ?? 3;
}
