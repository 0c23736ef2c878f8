import type { Locale } from '../locale.ts';
import { languageTags } from '../texts.ts';
import type { Run } from './run.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Marks on an axis at most: as many dates as have room side by side. */
const mostMarks = 3;

/** The axis that the charts of a track share, in milliseconds since the epoch. */
export interface TimeAxis {
  readonly from: number;
  readonly to: number;
  /** Between its marks: whole hours, or whole days. */
  readonly interval: number;
}

const daysOf = ({ from, to }: Pick<TimeAxis, 'from' | 'to'>) => (to - from) / dayMs;

/** The axis over some runs in the order of time. */
export function timeAxis(runs: readonly Run[]): TimeAxis {
  const [from, to] = [runs[0]?.time ?? 0, runs.at(-1)?.time ?? 0];
  const unit = daysOf({ from, to }) < 2 ? hourMs : dayMs;
  return { from, to, interval: Math.max(1, Math.ceil((to - from) / mostMarks / unit)) * unit };
}

/** How a language says the moments of an axis: as exactly as its span needs. */
export function sayMoments(axis: TimeAxis, { lang }: Locale): (time: number) => string {
  const days = daysOf(axis);
  const parts: Intl.DateTimeFormatOptions =
    days < 2
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { month: 'short', ...(days < 300 ? { day: 'numeric' } : { year: 'numeric' }) };
  const format = new Intl.DateTimeFormat(languageTags[lang], { ...parts, timeZone: 'UTC' });
  return (time) => format.format(time);
}
