import type { BarSeriesOption } from 'echarts/charts';
import type { Point } from '../../contracts/record.ts';
import { draw, grid, ink, muted, type Option, paper, rule, type Size } from '../charts.ts';
import type { Locale } from '../locale.ts';
import { isPaced } from '../model.ts';
import { pointName } from '../point-name.ts';
import { type Bar, type DrawnPercentile, drawnPercentiles } from './by-size.ts';
import { errorBars } from './error-bars.ts';
import { logAxis } from './log-axis.ts';

/** Above this ratio of largest to smallest, small latencies vanish on a linear axis. */
const logarithmicFrom = 10;

const looks = {
  p50: { symbol: 'circle', color: 'var(--sky)', type: 'solid' },
  p95: { symbol: 'diamond', color: 'var(--blue)', type: 'dashed' },
  p99: { symbol: 'triangle', color: ink, type: 'solid' },
} as const satisfies Record<DrawnPercentile, object>;

/** With more points than this, only some have room for a label. */
const alwaysLabelled = 6;

/** A point's name, and below it what keeps its number from being the service's. */
function categoryAxis(points: readonly Point[], locale: Locale): NonNullable<Option['xAxis']> {
  const label = (point: Point) => {
    const { verdict } = point;
    const name = pointName(point, points, locale);
    if (verdict === 'valid') return name;
    const limited = isPaced(point) ? 'atMostShort' : 'atLeastShort';
    return `${name}\n${locale.say(verdict === 'generator-limited' ? limited : verdict)}`;
  };
  return {
    type: 'category',
    data: points.map(label),
    axisLine: { lineStyle: { color: muted } },
    axisTick: { show: false },
    axisLabel: {
      color: (_label, index) => (points[index ?? 0]?.verdict === 'valid' ? ink : 'var(--bad)'),
      lineHeight: 15,
      interval: points.length > alwaysLabelled ? 'auto' : 0,
    },
  };
}

function valueAxis({ compact }: Locale): NonNullable<Option['yAxis']> {
  return {
    type: 'value',
    axisLabel: { color: muted, formatter: (value: number) => compact(value) },
    splitLine: { lineStyle: { color: rule } },
  };
}

const hollow = (color: string) => ({ color: paper, borderColor: color, borderWidth: 1.5 });

const hasFailed = ({ verdict }: Point) => verdict === 'refused' || verdict === 'failed';

function bar(point: Point, isBest: boolean): NonNullable<BarSeriesOption['data']>[number] {
  const { verdict, devicesPerSecond } = point;
  if (hasFailed(point)) return { value: 0 };
  if (verdict === 'valid') {
    return { value: devicesPerSecond, itemStyle: { color: isBest ? 'var(--blue)' : 'var(--blue-soft)' } };
  }
  return {
    value: devicesPerSecond,
    itemStyle: { color: 'none', borderColor: 'var(--blue)', borderType: 'dashed' },
  };
}

/** What stands before a throughput that is not simply the service's. */
function doubt(point: Point): string {
  if (point.verdict === 'not-steady') return '≈ ';
  return point.verdict === 'valid' || isPaced(point) ? '' : '≥ ';
}

/** Devices per second by batch size, as SVG: filled where valid, outlined where a lower bound or not steady, else a cross. */
export function devicesChart(
  bars: readonly Bar[],
  best: Point | undefined,
  locale: Locale,
  size: Size,
): string {
  const points = bars.map(({ point }) => point);
  const barLabel = (point: Point | undefined) => {
    if (!point || (points.length > alwaysLabelled && point !== best)) return '';
    return `${doubt(point)}${locale.compact(point.devicesPerSecond)}`;
  };
  const ends = bars.map(({ devices }) => devices);
  const option: Option = {
    grid: { ...grid, right: 4 },
    xAxis: categoryAxis(points, locale),
    yAxis: valueAxis(locale),
    series: [
      {
        type: 'bar',
        silent: true,
        barCategoryGap: '30%',
        barMaxWidth: 64,
        data: points.map((point) => bar(point, point === best)),
      },
      errorBars(ends),
      {
        // Labels stand above the lines of intervals.
        type: 'line',
        silent: true,
        data: bars.map(({ point, devices }) => ({
          value: hasFailed(point) ? 0 : Math.max(point.devicesPerSecond, devices?.high ?? 0),
          ...(hasFailed(point) && { label: { color: 'var(--bad)', formatter: '×' } }),
        })),
        symbolSize: 0.1,
        itemStyle: { color: 'none' },
        lineStyle: { width: 0 },
        label: {
          show: true,
          position: 'top',
          color: ink,
          formatter: ({ dataIndex }) => barLabel(points[dataIndex]),
        },
      },
    ],
  };
  return draw(option, size);
}

/** Every latency that is drawn. */
function drawnLatencies(bars: readonly Bar[]): number[] {
  const readings = bars.flatMap(({ latencies }) => (latencies ? Object.values(latencies) : []));
  return readings
    .flatMap(({ ms, range }) => [ms, range?.low ?? ms, range?.high ?? ms])
    .filter((ms) => ms > 0);
}

/** Whether latencies spread so far that their axis is logarithmic. */
export function isLogarithmic(bars: readonly Bar[]): boolean {
  const values = drawnLatencies(bars);
  return Math.max(...values) / Math.min(...values) > logarithmicFrom;
}

/** Latency percentiles by batch size, as SVG; hollow where the point is not valid. */
export function latencyChart(bars: readonly Bar[], locale: Locale, size: Size): string {
  const points = bars.map(({ point }) => point);
  const option: Option = {
    grid,
    xAxis: categoryAxis(points, locale),
    yAxis: isLogarithmic(bars) ? logAxis(drawnLatencies(bars), locale) : valueAxis(locale),
    series: drawnPercentiles.flatMap((name) => {
      const { symbol, color, type } = looks[name];
      return [
        {
          type: 'line' as const,
          silent: true,
          data: bars.map(({ point, latencies }) => ({
            value: latencies?.[name].ms ?? null,
            ...(point.verdict !== 'valid' && { itemStyle: hollow(color) }),
          })),
          symbol,
          symbolSize: 7,
          itemStyle: { color },
          lineStyle: { color, type, width: 1.5 },
          endLabel: { show: true, formatter: name, color: ink },
          labelLayout: { moveOverlap: 'shiftY' as const },
        },
        errorBars(
          bars.map(({ latencies }) => latencies?.[name].range),
          color,
        ),
      ];
    }),
  };
  return draw(option, size);
}
