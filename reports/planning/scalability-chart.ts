import type { LoadRecord, Point } from '../../contracts/record.ts';
import { trustedFactor } from '../../contracts/statistics/extrapolation.ts';
import { throughputInterval } from '../../contracts/statistics/throughput-interval.ts';
import { draw, type Option, type Size } from '../charts.ts';
import { measuredDots, modelLine, valueAxes, whiskers } from '../line-chart.ts';
import type { Locale } from '../locale.ts';
import { fittedPoints, lawAt } from './scalability.ts';

/** Points of a curve that are drawn. */
const drawn = 60;

/** Requests per second over connections: what was measured, and the law through it, dashed where nothing was measured. */
export function scalabilityChart(
  scalability: NonNullable<LoadRecord['scalability']>,
  points: readonly Point[],
  locale: Locale,
  size: Size,
): string {
  const fitted = fittedPoints(scalability, points);
  const measured = fitted.map(({ connections = 0, requestsPerSecond }) => [connections, requestsPerSecond]);
  const intervals = fitted.flatMap((point) => {
    const interval = throughputInterval(point);
    return interval ? [{ x: point.connections ?? 0, ...interval }] : [];
  });
  const last = Math.max(...measured.map(([connections = 0]) => connections));
  const curve = (from: number, to: number) =>
    Array.from({ length: drawn + 1 }, (_, i) => from + ((to - from) * i) / drawn).map((n) => [
      n,
      lawAt(scalability, n),
    ]);
  const option: Option = {
    ...valueAxes(locale.say('connections'), locale),
    series: [
      modelLine(curve(0, last)),
      modelLine(curve(last, last * trustedFactor), 'dashed'),
      ...whiskers(intervals),
      measuredDots(measured),
    ],
  };
  return draw(option, size);
}
