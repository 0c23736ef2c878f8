import { draw, grid, ink, muted, type Option, paper, type Size } from '../charts.ts';
import type { Locale } from '../locale.ts';
import { type Curve, type Dot, trendOf } from './curves.ts';
import { logAxis } from './log-axis.ts';
import { markOf } from './verdict-shapes.ts';

const drawnPercentiles = [
  { name: 'p50', shape: 'circle', color: 'var(--sky)' },
  { name: 'p99', shape: 'triangle', color: ink },
] as const;

/** Room between the outermost dots and the frame, as a share of the axis. */
const margin = 0.06;

/** The ends of the axis of rates: where the dots are, since that is where latency changes. */
export function rateRange(rates: readonly number[]): { min: number; max: number } {
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const room = (most > least ? most - least : most) * margin;
  return { min: Math.max(0, least - room), max: most + room };
}

const outlined = { color: ink, textBorderColor: paper, textBorderWidth: 3 } as const;

/** What a dot is labelled with: which of the two that count it is, if it is one of them. */
function labelOf(dot: Dot, { lastGood, firstBad }: Curve, { say }: Locale) {
  if (dot === lastGood)
    return { show: true, position: 'bottom' as const, formatter: say('lastGood'), ...outlined };
  if (dot === firstBad)
    return { show: true, position: 'top' as const, formatter: say('firstBad'), ...outlined };
  return undefined;
}

/** Requests per second, as fine as an axis of rates that lie close together needs it. */
function sayRate(rate: number, { number, compact }: Locale): string {
  return rate >= 10_000 ? compact(rate) : number(rate, rate < 10 && !Number.isInteger(rate) ? 1 : 0);
}

/** The latency of every probe over its rate, with objective, knee, and the two probes between which the capacity lies. */
export function curveChart(curve: Curve, locale: Locale, size: Size): string {
  const { say, number } = locale;
  const { dots, knee, objectiveMs, lastGood, firstBad } = curve;
  const lines = [
    ...(objectiveMs === undefined
      ? []
      : [
          {
            yAxis: objectiveMs,
            lineStyle: { color: 'var(--bad)', type: 'dashed' as const },
            label: {
              formatter: say('objectiveAt', { ms: number(objectiveMs) }),
              position: 'insideStartTop' as const,
              color: 'var(--bad)',
            },
          },
        ]),
    ...(knee === undefined
      ? []
      : [
          {
            xAxis: knee,
            lineStyle: { color: muted, type: 'dotted' as const },
            label: { formatter: say('knee'), position: 'end' as const, distance: 2, color: muted },
          },
        ]),
  ];
  const series = drawnPercentiles.flatMap(({ name, shape, color }, place) => [
    {
      type: 'line' as const,
      silent: true,
      data: trendOf(dots, name).map(({ x, y }) => [x, y]),
      symbol: 'none',
      lineStyle: { color, width: 1, opacity: 0.5 },
      ...(place === 0 && { markLine: { silent: true, symbol: 'none', animation: false, data: lines } }),
    },
    {
      type: 'line' as const,
      lineStyle: { width: 0, opacity: 0 },
      data: dots.map((dot) => {
        const { rate, point } = dot;
        const isMarked = dot === lastGood || dot === firstBad;
        const label = name === 'p99' ? labelOf(dot, curve, locale) : undefined;
        return {
          value: [rate, point.latencyMs[name]],
          name: say('dotTip', {
            rate: number(rate, rate < 100 ? 1 : 0),
            name,
            ms: number(point.latencyMs[name], 1),
            verdict: say(point.verdict),
          }),
          ...markOf(point.verdict, shape, color),
          symbolSize: isMarked && name === 'p99' ? 12 : 7,
          ...(label && { label }),
        };
      }),
    },
  ]);
  const option: Option = {
    grid: { ...grid, right: 12, top: 16 },
    xAxis: {
      type: 'value',
      ...rateRange(dots.map(({ rate }) => rate)),
      splitNumber: 4,
      splitLine: { show: false },
      axisLine: { lineStyle: { color: muted } },
      axisTick: { lineStyle: { color: muted } },
      axisLabel: {
        color: muted,
        showMinLabel: false,
        showMaxLabel: false,
        formatter: (rate: number) => sayRate(rate, locale),
      },
    },
    yAxis: logAxis(
      [
        ...dots.flatMap(({ point }) => [point.latencyMs.p50, point.latencyMs.p99]),
        ...(objectiveMs === undefined ? [] : [objectiveMs]),
      ],
      locale,
    ),
    series,
  };
  return draw(option, size);
}
