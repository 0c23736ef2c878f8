import type { LoadRecord, Trend } from '../contracts/record.ts';
import type { Locale } from './locale.ts';

type Slope = Trend['latencyMs'];

/** The way a slope goes, if its interval leaves no doubt. */
function directionOf({ interval: { low, high } }: Slope): 'rises' | 'falls' | 'flat' {
  if (low > 0) return 'rises';
  return high < 0 ? 'falls' : 'flat';
}

const latencyTexts = { rises: 'latencyRises', falls: 'latencyFalls', flat: 'latencyFlat' } as const;
const badTexts = { rises: 'badRises', falls: 'badFalls', flat: 'badFlat' } as const;

/** Percentages: two digits matter, and more than one decimal never does. */
function sayPercents(shares: readonly number[], { number }: Locale): string[] {
  const decimals = shares.some((share) => Math.abs(share) >= 0.1) ? 0 : 1;
  return shares.map((share) => number(share * 100 + 0, decimals).replace(/^[-\u2212](?=0(\.0)?$)/, ''));
}

/** Whether latency changed in a soak, or why nothing is known. */
export function soakCapacity({ trend, noTrend }: LoadRecord, locale: Locale): string {
  const { say, lang, number } = locale;
  if (!trend) return say('noTrend', { why: noTrend?.[lang] ?? '-' });
  const { level, perHour, interval } = trend.latencyMs;
  const direction = directionOf(trend.latencyMs);
  const sign = direction === 'falls' ? -1 : 1;
  const shares = [perHour, interval.low, interval.high].map((slope) => (sign * slope) / level);
  const [change = '', ...ends] = sayPercents(shares, locale);
  const [low = '', high = ''] = direction === 'falls' ? ends.toReversed() : ends;
  return say(latencyTexts[direction], { change, low, high, level: number(level, level < 10 ? 1 : 0) });
}

/** Whether bad answers grew in a soak, and what became of its token. */
export function soakDetails({ trend, renewals = [] }: LoadRecord, locale: Locale): string[] {
  const { say, number } = locale;
  const details: string[] = [];
  if (trend) {
    const { level, perHour, interval } = trend.badShare;
    const direction = directionOf(trend.badShare);
    const [share = '', change = '', low = '', high = ''] = sayPercents(
      [level, perHour, interval.low, interval.high],
      locale,
    );
    details.push(say(badTexts[direction], { share, change, low, high }));
    details.push(say('trendNote', { blocks: number(trend.blocks), seconds: number(trend.blockSeconds) }));
  }
  const refused = renewals.reduce((sum, renewal) => sum + renewal.refused, 0);
  if (renewals.length > 0) {
    details.push(say('renewedUnderLoad', { count: number(renewals.length), refused: number(refused) }));
  }
  return details;
}
