import type { CostModel, LowLoad } from '../../contracts/record.ts';
import { draw, type Option, type Size } from '../charts.ts';
import { band, measuredDots, modelLine, valueAxes } from '../line-chart.ts';
import type { Locale } from '../locale.ts';
import { costAt, costBand } from './cost-model.ts';

/** The model's line over the range that was measured, its band, and the median of each size, as SVG. */
export function costChart(cost: CostModel, { points }: LowLoad, locale: Locale, size: Size): string {
  const sizes = points.map(({ batchSize }) => batchSize);
  const ends = [Math.min(...sizes), Math.max(...sizes)];
  const option: Option = {
    ...valueAxes(locale.say('batchSize'), locale),
    series: [
      ...band(ends.map((n) => ({ x: n, ...costBand(cost, n) }))),
      modelLine(ends.map((n) => [n, costAt(cost, n)])),
      measuredDots(points.map(({ batchSize, medianMs }) => [batchSize, medianMs])),
    ],
  };
  return draw(option, size);
}
