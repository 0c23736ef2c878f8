import { draw, ink, muted, type Option, rule, type Size } from '../charts.ts';
import type { Locale } from '../locale.ts';
import type { Course, Slice } from './course.ts';

/** Each value for as long as its slice lasts. */
function steps({ slices }: Course, of: (slice: Slice) => number | undefined): (number | undefined)[][] {
  return slices.map((slice) => [slice.second + slice.seconds / 2, of(slice)]);
}

/** Answers per second, good ones as an area and bad ones as bars, and below them the mean latency of the good ones. */
export function courseChart(course: Course, { say, compact }: Locale, { width, height }: Size): string {
  const frame = { left: 44, right: 12 };
  const last = course.slices.at(-1);
  const seconds = {
    type: 'value' as const,
    min: 0,
    max: last ? last.second + last.seconds : 1,
    splitLine: { show: false },
    axisLine: { lineStyle: { color: muted } },
    axisTick: { lineStyle: { color: muted } },
  };
  const title = (text: string) => ({
    name: text,
    nameLocation: 'end' as const,
    nameGap: 6,
    nameTextStyle: { color: muted, align: 'left' as const, padding: [0, 0, 0, -38] },
  });
  const values = {
    type: 'value' as const,
    min: 0,
    splitNumber: 3,
    axisLabel: { color: muted, formatter: (value: number) => compact(value) },
    splitLine: { lineStyle: { color: rule } },
  };
  const hasBad = course.slices.some(({ badPerSecond }) => badPerSecond > 0);
  const line = { type: 'line' as const, silent: true, symbol: 'none' };
  const option: Option = {
    grid: [
      { ...frame, top: 24, height: (height - 76) / 2 },
      { ...frame, top: 24 + (height - 76) / 2 + 28, height: (height - 76) / 2 },
    ],
    xAxis: [
      { ...seconds, gridIndex: 0, axisLabel: { show: false } },
      {
        ...seconds,
        gridIndex: 1,
        axisLabel: { color: muted, showMaxLabel: false, formatter: (s: number) => `${compact(s)} s` },
      },
    ],
    yAxis: [
      { ...values, gridIndex: 0, ...title(say(hasBad ? 'answersPerSecond' : 'goodPerSecond')) },
      { ...values, gridIndex: 1, ...title(say('meanLatencyMs')) },
    ],
    series: [
      {
        ...line,
        data: steps(course, ({ goodPerSecond }) => goodPerSecond),
        areaStyle: { color: 'var(--success)', opacity: 0.18 },
        lineStyle: { color: 'var(--success)', width: 1.5 },
      },
      ...(hasBad
        ? [
            {
              type: 'bar' as const,
              silent: true,
              barWidth: Math.max(1, (width - 60) / course.slices.length / 2),
              data: steps(course, ({ badPerSecond }) => badPerSecond),
              itemStyle: { color: 'var(--violation)' },
            },
          ]
        : []),
      {
        ...line,
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: steps(course, ({ meanMs }) => meanMs),
        lineStyle: { color: ink, width: 1.5 },
      },
    ],
  };
  return draw(option, { width, height });
}
