import { tokenNames } from '../contracts/exchange.ts';
import type { Point } from '../contracts/record.ts';
import type { Locale } from './locale.ts';
import { isPaced, isPartOf } from './model.ts';

/** The names of the parts of a spike. */
export const phaseNames = { before: 'beforeSpike', spike: 'spike', after: 'afterSpike' } as const;

/** Whether a point shares its batch size with others that something else than connections tells it apart from. */
function hasPartName(point: Point, points: readonly Point[]): boolean {
  return point.token !== undefined || (isPaced(point) && isPartOf(point, points));
}

/** What tells a point apart from others of its batch size: the token, the part of a spike, or the rate. */
function partName({ token, phase, offeredRate = 0 }: Point, { say, number, lang }: Locale): string {
  if (token) return tokenNames[token][lang];
  return phase
    ? say(phaseNames[phase])
    : say('perSecond', { rate: number(offeredRate, offeredRate < 10 ? 1 : 0) });
}

/** A point's name on an axis: its batch size, and, where others have that too, what tells it apart. */
export function pointName(point: Point, points: readonly Point[], locale: Locale): string {
  const size = locale.number(point.batchSize);
  if (!hasPartName(point, points)) return size;
  const isOneSize = points.every(({ batchSize }) => batchSize === point.batchSize);
  return isOneSize ? partName(point, locale) : `${size} · ${partName(point, locale)}`;
}

/** The same in a sentence: `Batch size 10, 250/s`. */
export function pointTitle(point: Point, points: readonly Point[], locale: Locale): string {
  const size = locale.say('sized', { size: locale.number(point.batchSize) });
  if (!hasPartName(point, points)) return size;
  return locale.list([size, partName(point, locale)]);
}
