import { draw, grid, ink, muted, type Option, paper, type Size } from '../charts.ts';
import type { Locale } from '../locale.ts';
import { type Distribution, ninesOf, percentileAt } from './distribution.ts';
import { logAxis } from './log-axis.ts';

/** What the axis names. */
const named = [50, 90, 99, 99.9, 99.99];

const furthest = ninesOf(99.99);

/** Places of a line, in nines. */
const step = 0.05;

/** A line each: told apart by colour, by dashes, and by the name at its end. */
const looks = [
  { color: 'var(--blue)', type: 'solid' },
  { color: 'var(--bad)', type: 'dashed' },
  { color: ink, type: 'dotted' },
  { color: 'var(--sky)', type: 'solid' },
  { color: muted, type: 'dashed' },
  { color: 'var(--warn)', type: 'dotted' },
] as const;

function placesOf({ atMs }: Distribution): number[][] {
  return Array.from({ length: Math.round(furthest / step) + 1 }, (_, i) =>
    Math.min(furthest, i * step),
  ).flatMap((nines) => {
    const ms = atMs(percentileAt(nines));
    return ms === undefined ? [] : [[nines, ms]];
  });
}

/** Latency over the percentile, whose axis has as much room from 99 to 99.9 as from 90 to 99; each line under its name. */
export function distributionChart(
  lines: readonly { readonly distribution: Distribution; readonly name: string }[],
  locale: Locale,
  size: Size,
): string {
  const { number } = locale;
  const drawn = lines.map(({ distribution }) => placesOf(distribution));
  const option: Option = {
    grid: { ...grid, right: 56 },
    xAxis: {
      type: 'value',
      min: 0,
      max: furthest,
      splitLine: { show: false },
      axisLine: { lineStyle: { color: muted } },
      axisTick: { customValues: named.map(ninesOf), lineStyle: { color: muted } },
      axisLabel: {
        customValues: named.map(ninesOf),
        color: muted,
        formatter: (nines: number) =>
          `p${number(Number(percentileAt(nines).toFixed(2)), nines > 2.5 ? Math.round(nines) - 2 : 0)}`,
      },
    },
    yAxis: logAxis(
      drawn.flatMap((places) => places.map(([, ms = 0]) => ms)),
      locale,
    ),
    series: lines.map(({ name }, i) => {
      const { color, type } = looks[i % looks.length] ?? looks[0];
      return {
        type: 'line' as const,
        silent: true,
        symbol: 'none',
        data: drawn[i] ?? [],
        endLabel: { show: true, formatter: name, color: ink, textBorderColor: paper, textBorderWidth: 3 },
        lineStyle: { color, type, width: 1.75 },
        labelLayout: { moveOverlap: 'shiftY' as const },
      };
    }),
  };
  return draw(option, size);
}
