import type { LoadRecord } from '../../contracts/record.ts';
import type { Figure } from '../figure.ts';
import { type Locale, plainDecimals, sharedDecimals } from '../locale.ts';
import { pointTitle } from '../point-name.ts';
import { type Course, courseOf, type Slice } from './course.ts';
import { courseChart } from './course-chart.ts';

/** The least and the most of a figure, in words. */
function sayRange(
  { slices }: Course,
  of: (slice: Slice) => number | undefined,
  { say, number }: Locale,
): string {
  const values = slices.flatMap((slice) => of(slice) ?? []);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const decimals = sharedDecimals([high]);
  return say('range', { low: number(low, decimals), high: number(high, decimals) });
}

/** What came of each second: of the point that counts, or of a whole ramp, spike or soak. */
export function courseFigure(load: LoadRecord, locale: Locale): Figure | undefined {
  const { say, number } = locale;
  const course = courseOf(load);
  if (!course) return undefined;
  const { slices, point } = course;
  const rates = sharedDecimals(slices.map(({ goodPerSecond }) => goodPerSecond));
  const length = number(course.seconds, plainDecimals(course.seconds));
  return {
    caption: point
      ? say('courseOf', { name: pointTitle(point, load.points, locale), seconds: length })
      : say('course', { seconds: length }),
    alternative: say('courseAlternative', {
      good: sayRange(course, ({ goodPerSecond }) => goodPerSecond, locale),
      bad: sayRange(course, ({ badPerSecond }) => badPerSecond, locale),
      ms: sayRange(course, ({ meanMs }) => meanMs, locale),
    }),
    table: {
      heads: [say('fromSecond'), say('goodPerSecond'), say('badPerSecond'), say('meanLatencyMs')],
      rows: slices.map(({ second, goodPerSecond, badPerSecond, meanMs }) => [
        number(second, 0),
        number(goodPerSecond, rates),
        number(badPerSecond, badPerSecond > 0 ? 1 : 0),
        meanMs === undefined ? '–' : number(meanMs, 1),
      ]),
    },
    draw: (size) => courseChart(course, locale, size),
  };
}
