import { grid, muted, type Option, rule } from './charts.ts';
import type { Locale } from './locale.ts';

/** The frame of a chart of y over x, both as numbers, y from 0 on. */
export function valueAxes(xName: string, { compact }: Locale): Pick<Option, 'grid' | 'xAxis' | 'yAxis'> {
  const axis = {
    type: 'value',
    axisLabel: { color: muted, formatter: (value: number) => compact(value) },
    splitLine: { lineStyle: { color: rule } },
  } as const;
  const named = {
    name: xName,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: { color: muted },
  } as const;
  return {
    grid: { ...grid, bottom: 22 },
    xAxis: { ...axis, ...named, splitLine: { show: false } },
    yAxis: { ...axis, min: 0 },
  };
}

/** What a model says. */
export function modelLine(data: number[][], type: 'solid' | 'dashed' = 'solid') {
  return {
    type: 'line' as const,
    silent: true,
    data,
    symbol: 'none',
    lineStyle: { color: 'var(--blue)', width: 1.5, type },
  };
}

/** What was measured. */
export function measuredDots(data: number[][]) {
  return {
    type: 'line' as const,
    silent: true,
    data,
    symbol: 'circle',
    symbolSize: 7,
    itemStyle: { color: 'var(--ink)' },
    lineStyle: { width: 0 },
  };
}

/** The room between two curves: the lower one is drawn unseen, and the rest stands on it. */
export function band(values: readonly { readonly x: number; readonly low: number; readonly high: number }[]) {
  const curve = {
    type: 'line' as const,
    silent: true,
    symbol: 'none',
    lineStyle: { width: 0 },
    stack: 'band',
  };
  return [
    { ...curve, data: values.map(({ x, low }) => [x, low]) },
    {
      ...curve,
      data: values.map(({ x, low, high }) => [x, high - low]),
      areaStyle: { color: 'var(--blue-soft)', opacity: 0.45 },
    },
  ];
}

/** The interval of each measured value, as a line through it. */
export function whiskers(
  values: readonly { readonly x: number; readonly low: number; readonly high: number }[],
) {
  return values.map(({ x, low, high }) => ({
    type: 'line' as const,
    silent: true,
    symbol: 'none',
    data: [
      [x, low],
      [x, high],
    ],
    lineStyle: { color: 'var(--ink)', width: 1.5 },
  }));
}
