import type { CostModel, LowLoad } from '../contracts/record.ts';
import { draw, grid, muted, type Option, rule, type Size } from './charts.ts';
import type { Locale } from './locale.ts';

/** The model's line over the range that was measured, and the median of each size, as SVG. */
export function costChart(
  { fixedMs, perDeviceMs }: CostModel,
  { points }: LowLoad,
  { say, compact }: Locale,
  size: Size,
): string {
  const sizes = points.map(({ batchSize }) => batchSize);
  const line = [Math.min(...sizes), Math.max(...sizes)].map((n) => [n, fixedMs + perDeviceMs * n]);
  const axis = {
    type: 'value',
    axisLabel: { color: muted, formatter: (value: number) => compact(value) },
    splitLine: { lineStyle: { color: rule } },
  } as const;
  const option: Option = {
    grid: { ...grid, bottom: 22 },
    xAxis: {
      ...axis,
      name: say('batchSize'),
      nameLocation: 'middle',
      nameGap: 26,
      splitLine: { show: false },
    },
    yAxis: { ...axis, min: 0 },
    series: [
      {
        type: 'line',
        silent: true,
        data: line,
        symbol: 'none',
        lineStyle: { color: 'var(--blue)', width: 1.5 },
      },
      {
        type: 'line',
        silent: true,
        data: points.map(({ batchSize, medianMs }) => [batchSize, medianMs]),
        symbol: 'circle',
        symbolSize: 7,
        itemStyle: { color: 'var(--ink)' },
        lineStyle: { width: 0 },
      },
    ],
  };
  return draw(option, size, 'cost');
}
