import { median } from '../../contracts/statistics/quantile.ts';
import { draw, ink, muted, type Option, paper, rule, type Size } from '../charts.ts';
import { localeOf } from '../locale.ts';
import { type Metric, metrics } from './metric.ts';
import type { Place, Series } from './series.ts';
import type { TimeAxis } from './time-axis.ts';
import { sayNumber, sayShift } from './words.ts';

/** More runs than this are drawn as medians of several: the eye sees no more, and the file would grow. */
export const mostDrawn = 120;

/** The same of runs that are not sound. */
const mostHollow = 40;

/** So many changes have their size beside them, the latest ones. */
const mostLabelled = 3;

type Dot = [time: number, value: number | null];

const timeOf = ({ run }: Place) => run.time;

/** Runs as dots; of too many, each dot is the median of some that follow one another. */
function folded(places: readonly Place[], most: number): Dot[] {
  if (places.length === 0) return [];
  const size = Math.ceil(places.length / most);
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
function rangeOf(values: readonly number[], { name }: Metric): { min: number; max: number } {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const air = (most - least) * 0.12 || Math.abs(most) * 0.1 || 1;
  const max = metrics[name].unit === 'percent' ? Math.max(1, most) : most + air;
  return { min: least >= 0 ? Math.max(0, least - air) : least - air, max };
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

/** Numbers of charts read the same in every language. */
const locale = localeOf('en');

/** A chart in which each moment on the axis has something in its place that is about as wide. */
interface Drawing {
  readonly svg: string;
  readonly moments: ReadonlyMap<number, string>;
}

/** Drawing takes most of the time that a page takes: each chart is drawn once for all languages. */
const drawings = new WeakMap<Series, Drawing>();

/** A metric over time, as SVG: runs, their levels, and where a level begins. */
export function trendChart(
  series: Series,
  axis: TimeAxis,
  sayMoment: (time: number) => string,
  size: Size,
): string {
  const drawing = drawings.get(series) ?? drawTrend(series, axis, size);
  drawings.set(series, drawing);
  return [...drawing.moments].reduce(
    (svg, [time, place]) => svg.replaceAll(place, sayMoment(time)),
    drawing.svg,
  );
}

function drawTrend(series: Series, { from, to, interval }: TimeAxis, size: Size): Drawing {
  const { metric, places, levels } = series;
  const solid = folded(
    places.filter(({ isSound }) => isSound),
    mostDrawn,
  );
  const hollow = folded(
    places.filter(({ isSound }) => !isSound),
    mostHollow,
  );
  const { min, max } = rangeOf(
    [...solid, ...hollow].map(([, value]) => value ?? 0),
    metric,
  );
  const changes = levels.flatMap(({ places: [first], shift }) =>
    first && shift ? [{ at: timeOf(first), shift }] : [],
  );
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
  const moments = new Map<number, string>();
  const momentAt = (time: number) => {
    // Signs that nobody else uses.
    const place = moments.get(time) ?? String.fromCodePoint(0xe000 + moments.size).repeat(4);
    moments.set(time, place);
    return place;
  };
  const axisLabel = { color: muted, showMinLabel: false, showMaxLabel: false };
  const option: Option = {
    grid: { left: 4, right: 14, top: 12, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: from,
      max: to,
      interval,
      splitLine: { show: false },
      axisLine: { lineStyle: { color: muted } },
      axisTick: { show: false },
      axisLabel: { ...axisLabel, formatter: momentAt },
    },
    yAxis: {
      type: 'value',
      min,
      max,
      splitNumber: 3,
      minInterval: metrics[metric.name].unit === 'count' ? 1 : 0,
      axisLabel: {
        ...axisLabel,
        formatter: (value: number) => sayNumber(metric, value, locale),
      },
      splitLine: { lineStyle: { color: rule } },
    },
    series: [
      line(solid, muted, 1),
      ...(solid.length === 1 ? [dots(solid, muted, 5)] : []),
      ...(hollow.length > 0 ? [dots(hollow, ink, 6)] : []),
      line(levelDots(series), 'var(--blue)', 2),
      ...marks,
    ],
  };
  return { svg: draw(option, size), moments };
}
