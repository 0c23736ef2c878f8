import type { BarSeriesOption } from 'echarts/charts';
import type { Point } from '../../contracts/record.ts';
import { draw, grid, ink, muted, type Option, paper, rule, type Size } from '../charts.ts';
import type { Locale } from '../locale.ts';
import { isPaced } from '../model.ts';
import { pointName } from '../point-name.ts';

/** Above this ratio of largest to smallest, small latencies vanish on a linear axis. */
const logarithmicFrom = 10;

const drawnPercentiles = [
  { name: 'p50', symbol: 'circle', color: 'var(--sky)', type: 'solid' },
  { name: 'p95', symbol: 'diamond', color: 'var(--blue)', type: 'dashed' },
  { name: 'p99', symbol: 'triangle', color: ink, type: 'solid' },
] as const;

type DrawnPercentile = (typeof drawnPercentiles)[number];

/** With more points than this, only some have room for a label. */
const alwaysLabelled = 8;

/** A point's name, and below it what keeps its number from being the service's. */
function categoryAxis(points: readonly Point[], locale: Locale): NonNullable<Option['xAxis']> {
  const label = (point: Point) => {
    const { verdict } = point;
    const name = pointName(point, points, locale);
    if (verdict === 'valid') return name;
    const limited = isPaced(point) ? 'sentLateShort' : 'atLeastShort';
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

const hollow = (color: string) => ({ color: paper, borderColor: color, borderWidth: 1.5 });

function bar(
  { verdict, devicesPerSecond }: Point,
  isBest: boolean,
): NonNullable<BarSeriesOption['data']>[number] {
  if (verdict === 'refused' || verdict === 'failed') {
    return { value: 0, label: { color: 'var(--bad)', formatter: '×' } };
  }
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
  points: readonly Point[],
  best: Point | undefined,
  locale: Locale,
  size: Size,
): string {
  const barLabel = (point: Point | undefined) => {
    if (!point || (points.length > alwaysLabelled && point !== best)) return '';
    return `${doubt(point)}${locale.compact(point.devicesPerSecond)}`;
  };
  const option: Option = {
    grid: { ...grid, right: 4 },
    xAxis: categoryAxis(points, locale),
    yAxis: {
      type: 'value',
      axisLabel: { color: muted, formatter: (value: number) => locale.compact(value) },
      splitLine: { lineStyle: { color: rule } },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        barCategoryGap: '30%',
        barMaxWidth: 64,
        data: points.map((point) => bar(point, point === best)),
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

/** A percentile of each point; what was refused or failed has none to show. */
function measured(points: readonly Point[], name: DrawnPercentile['name']): (number | null)[] {
  return points.map(({ verdict, latencyMs }) =>
    verdict === 'refused' || verdict === 'failed' ? null : (latencyMs?.[name] ?? null),
  );
}

/** Whether latencies spread so far that their axis is logarithmic. */
export function isLogarithmic(points: readonly Point[]): boolean {
  const values = drawnPercentiles
    .flatMap(({ name }) => measured(points, name))
    .filter((value) => value !== null && value > 0)
    .map(Number);
  return Math.max(...values) / Math.min(...values) > logarithmicFrom;
}

/** Latency percentiles by batch size, as SVG; hollow where the point is not valid. */
export function latencyChart(points: readonly Point[], locale: Locale, size: Size): string {
  const option: Option = {
    grid,
    xAxis: categoryAxis(points, locale),
    yAxis: {
      type: isLogarithmic(points) ? 'log' : 'value',
      axisLabel: { color: muted, formatter: (value: number) => locale.compact(value) },
      splitLine: { lineStyle: { color: rule } },
    },
    series: drawnPercentiles.map(({ name, symbol, color, type }) => ({
      type: 'line',
      silent: true,
      data: measured(points, name).map((value, i) => ({
        value,
        ...(points[i]?.verdict !== 'valid' && { itemStyle: hollow(color) }),
      })),
      symbol,
      symbolSize: 7,
      itemStyle: { color },
      lineStyle: { color, type, width: 1.5 },
      endLabel: { show: true, formatter: name, color: ink },
      labelLayout: { moveOverlap: 'shiftY' },
    })),
  };
  return draw(option, size);
}
