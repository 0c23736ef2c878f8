import type { LoadRecord, Point } from '../contracts/record.ts';
import { draw, grid, muted, type Option, rule, type Size } from './charts.ts';
import type { Locale } from './locale.ts';
import { lawAt } from './scalability.ts';

/** Points of a curve that are drawn. */
const drawn = 60;

/** How far the curve is drawn beyond the last measured point, as a factor; there it is dashed. */
const beyond = 1.5;

/** Requests per second over connections: what was measured, and the law through it, dashed where nothing was measured. */
export function scalabilityChart(
  scalability: NonNullable<LoadRecord['scalability']>,
  points: readonly Point[],
  { say, compact }: Locale,
  size: Size,
): string {
  const measured = points
    .filter(({ batchSize, verdict }) => batchSize === scalability.batchSize && verdict === 'valid')
    .map(({ connections = 0, requestsPerSecond }) => [connections, requestsPerSecond]);
  const last = Math.max(...measured.map(([connections = 0]) => connections));
  const curve = (from: number, to: number) =>
    Array.from({ length: drawn + 1 }, (_, i) => from + ((to - from) * i) / drawn).map((n) => [
      n,
      lawAt(scalability, n),
    ]);
  const line = (data: number[][], type: 'solid' | 'dashed') => ({
    type: 'line' as const,
    silent: true,
    data,
    symbol: 'none',
    lineStyle: { color: 'var(--blue)', width: 1.5, type },
  });
  const axis = {
    type: 'value',
    axisLabel: { color: muted, formatter: (value: number) => compact(value) },
    splitLine: { lineStyle: { color: rule } },
  } as const;
  const option: Option = {
    grid: { ...grid, bottom: 22 },
    xAxis: {
      ...axis,
      name: say('connections'),
      nameLocation: 'middle',
      nameGap: 26,
      splitLine: { show: false },
    },
    yAxis: { ...axis, min: 0 },
    series: [
      line(curve(0, last), 'solid'),
      line(curve(last, last * beyond), 'dashed'),
      {
        type: 'line',
        silent: true,
        data: measured,
        symbol: 'circle',
        symbolSize: 7,
        itemStyle: { color: 'var(--ink)' },
        lineStyle: { width: 0 },
      },
    ],
  };
  return draw(option, size, 'scalability');
}
