import type { CostModel, LowLoad } from '../../contracts/record.ts';
import { draw, type Option, type Size } from '../charts.ts';
import { measuredDots, modelLine, valueAxes } from '../line-chart.ts';
import type { Locale } from '../locale.ts';

/** The model's line over the range that was measured, and the median of each size, as SVG. */
export function costChart(
  { fixedMs, perDeviceMs }: CostModel,
  { points }: LowLoad,
  locale: Locale,
  size: Size,
): string {
  const sizes = points.map(({ batchSize }) => batchSize);
  const line = [Math.min(...sizes), Math.max(...sizes)].map((n) => [n, fixedMs + perDeviceMs * n]);
  const option: Option = {
    ...valueAxes(locale.say('batchSize'), locale),
    series: [modelLine(line), measuredDots(points.map(({ batchSize, medianMs }) => [batchSize, medianMs]))],
  };
  return draw(option, size);
}
