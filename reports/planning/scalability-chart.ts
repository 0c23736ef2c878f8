import type { LoadRecord, Point } from '../../contracts/record.ts';
import { draw, type Option, type Size } from '../charts.ts';
import { measuredDots, modelLine, valueAxes } from '../line-chart.ts';
import type { Locale } from '../locale.ts';
import { lawAt } from './scalability.ts';

/** Points of a curve that are drawn. */
const drawn = 60;

/** How far the curve is drawn beyond the last measured point, as a factor; there it is dashed. */
const beyond = 1.5;

/** Requests per second over connections: what was measured, and the law through it, dashed where nothing was measured. */
export function scalabilityChart(
  scalability: NonNullable<LoadRecord['scalability']>,
  points: readonly Point[],
  locale: Locale,
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
  const option: Option = {
    ...valueAxes(locale.say('connections'), locale),
    series: [
      modelLine(curve(0, last)),
      modelLine(curve(last, last * beyond), 'dashed'),
      measuredDots(measured),
    ],
  };
  return draw(option, size);
}
