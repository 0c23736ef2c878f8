import { median } from '../../contracts/statistics/quantile.ts';
import { draw, ink, muted, type Option, paper, rule, type Size } from '../charts.ts';
import type { Locale } from '../locale.ts';
import { metrics } from './metric.ts';
import type { Place, Series } from './series.ts';
import { sayNumber, sayShift } from './words.ts';

/** More runs than this are drawn as medians of several: the eye sees no more, and the file would grow. */
export const mostDrawn = 120;

/** So many runs that are not sound are drawn, the latest ones. */
const mostHollow = 40;

/** So many changes have their size beside them, the latest ones. */
const mostLabelled = 3;

/** The time that the charts of a track share, in milliseconds since the epoch. */
export type Span = readonly [from: number, to: number];

type Dot = [time: number, value: number | null];

const timeOf = ({ run }: Place) => Date.parse(run.startedAt);
const dayMs = 86_400_000;

/** Runs as dots; of too many, each dot is the median of some that follow one another. */
function folded(places: readonly Place[]): Dot[] {
  const size = Math.ceil(places.length / mostDrawn);
  const count = Math.ceil(places.length / size);
  return Array.from({ length: count }, (_, i) => {
    const part = places.slice(i * size, (i + 1) * size);
    return [Math.round(median(part.map(timeOf))), median(part.map(({ value }) => value))];
  });
}

/** The levels, one after the other, with gaps between them. */
function levelDots({ levels }: Series): Dot[] {
  return levels.flatMap(({ places, median: level }): Dot[] => {
    const times = places.map(timeOf);
    const [from, to] = [times[0] ?? 0, times.at(-1) ?? 0];
    return [
      [from, level],
      [to, level],
      [to, null],
    ];
  });
}

/** The range of the axis, with some air: a trend that started at 0 would be flat. */
function rangeOf(values: readonly number[]): { min: number; max: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.12 || Math.abs(most) * 0.1 || 1;
  return { min: least >= 0 ? Math.max(0, least - air) : least - air, max: most + air };
}

function dots(data: Dot[], color: string, symbolSize: number) {
  return {
    type: 'line' as const,
    silent: true,
    data,
    symbol: 'circle',
    symbolSize,
    itemStyle: { color: paper, borderColor: color, borderWidth: 1.5 },
    lineStyle: { width: 0 },
  };
}

function line(data: Dot[], color: string, width: number, type: 'solid' | 'dashed' = 'solid') {
  return {
    type: 'line' as const,
    silent: true,
    data,
    symbol: 'none',
    itemStyle: { color },
    lineStyle: { color, width, type },
  };
}

/** A metric over time, as SVG: runs, their levels, and where a level begins. */
export function trendChart(series: Series, [from, to]: Span, locale: Locale, size: Size): string {
  const { metric, places, levels } = series;
  const sound = folded(places.filter(({ isSound }) => isSound));
  const hollow = places.filter(({ isSound }) => !isSound).slice(-mostHollow);
  const hollowDots = hollow.map((place): Dot => [timeOf(place), place.value]);
  const { min, max } = rangeOf([...sound, ...hollowDots].map(([, value]) => value ?? 0));
  const changes = levels.flatMap(({ places: [first], shift }) =>
    first && shift ? [{ at: timeOf(first), shift }] : [],
  );
  const isWithinDays = to - from < 2 * dayMs;
  const marks = changes.map(({ at, shift }, i) => {
    const isWorse = shift.estimate > 0 === (metrics[metric.name].better === 'lower');
    const color = isWorse ? 'var(--bad)' : 'var(--good)';
    const mark = line([[at, min]], color, 1.2, 'dashed');
    const label = {
      show: i >= changes.length - mostLabelled,
      position: at - from > (to - from) / 2 ? ('left' as const) : ('right' as const),
      color,
      formatter: sayShift(metric, shift, shift.estimate, locale),
    };
    return { ...mark, symbol: 'circle', symbolSize: 0.1, data: [[at, min], { value: [at, max], label }] };
  });
  const axisLabel = { color: muted, hideOverlap: true };
  const option: Option = {
    grid: { left: 4, right: 14, top: 12, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'time',
      min: from,
      max: to,
      splitNumber: 3,
      axisLine: { lineStyle: { color: muted } },
      axisTick: { show: false },
      axisLabel: {
        ...axisLabel,
        formatter: (time: number) => {
          const iso = new Date(time).toISOString();
          return isWithinDays ? iso.slice(11, 16) : locale.day(iso);
        },
      },
    },
    yAxis: {
      type: 'value',
      min,
      max,
      splitNumber: 3,
      axisLabel: {
        ...axisLabel,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (value: number) => sayNumber(metric, value, locale),
      },
      splitLine: { lineStyle: { color: rule } },
    },
    series: [
      line(sound, muted, 1),
      ...(sound.length < 2 ? [{ ...dots(sound, muted, 5) }] : []),
      ...(hollowDots.length > 0 ? [dots(hollowDots, ink, 6)] : []),
      line(levelDots(series), 'var(--blue)', 2),
      ...marks,
    ],
  };
  return draw(option, size);
}
