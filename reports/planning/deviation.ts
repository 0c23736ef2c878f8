import type { Locale } from '../locale.ts';

/** How far something is off, in percent with one decimal; never `-0.0`. */
export function sayDeviation(share: number, { number }: Pick<Locale, 'number'>): string {
  return number(Math.round(share * 1000) / 10 + 0, 1);
}
