import type { LoadRecord, Threshold } from '../contracts/record.ts';
import type { Locale } from './locale.ts';
import { pointTitle } from './point-name.ts';

function sayMeasured(
  { measured, unit }: Pick<Threshold, 'measured' | 'unit'>,
  { say, number }: Locale,
): string {
  if (measured === null) return say('unknownNumber');
  // Enough to tell it from the number it is compared with.
  const decimals = Number.isInteger(measured) ? 0 : 2;
  return `${number(measured, decimals)} ${unit}`.trim();
}

/** What became of each threshold, a sentence each: where it came off worst. */
export function thresholdDetails({ thresholds = [], points }: LoadRecord, locale: Locale): string[] {
  return thresholds.map((threshold) => {
    const { objective, holds } = threshold;
    const point = threshold.point === undefined ? undefined : points[threshold.point];
    if (!point) return locale.say('thresholdUnknown', { objective });
    const missed = threshold.unsure ? 'thresholdUnsure' : 'thresholdMissed';
    return locale.say(holds ? 'thresholdHolds' : missed, {
      objective,
      measured: sayMeasured(threshold, locale),
      where: pointTitle(point, points, locale),
    });
  });
}

/** Why the run ended before its time, if a condition of `--abort-on` held. */
export function abortDetail({ abortedOn }: LoadRecord, locale: Locale): string[] {
  if (!abortedOn) return [];
  const { objective, requests } = abortedOn;
  const measured = sayMeasured(abortedOn, locale);
  return [locale.say('abortedRun', { objective, measured, requests: locale.number(requests) })];
}

/** Of a smoke test: whether its thresholds hold. */
export function smokeCapacity({ thresholds = [] }: LoadRecord, { say, number }: Locale): string {
  const missed = thresholds.filter(({ holds }) => !holds).length;
  const total = number(thresholds.length);
  return missed === 0 ? say('allHold', { total }) : say('someMissed', { missed: number(missed), total });
}
