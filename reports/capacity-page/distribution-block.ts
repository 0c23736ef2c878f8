import type { LoadRecord } from '../../contracts/record.ts';
import type { Figure } from '../figure.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import { pointName, pointTitle } from '../point-name.ts';
import { distributionsOf } from './distribution.ts';
import { distributionChart } from './distribution-chart.ts';

/** What a table of percentiles names. */
const told = [50, 75, 90, 95, 99, 99.9, 99.99];

/** How latencies are distributed, as far out as there are answers for. */
export function distributionFigure(load: LoadRecord, locale: Locale): Figure | undefined {
  const { say, number, list } = locale;
  const distributions = distributionsOf(load);
  if (distributions.length === 0) return undefined;
  const points = distributions.map(({ point }) => point);
  const names = points.map((point) => pointTitle(point, points, locale));
  const decimals = sharedDecimals(distributions.map(({ atMs }) => atMs(50) ?? 0));
  const cell = (ms: number | undefined) => (ms === undefined ? '–' : number(ms, decimals));
  const reach = distributions.map(({ answers }, i) =>
    say('answersOf', { name: names[i] ?? '', answers: number(answers) }),
  );
  const rows = [
    ...told.map((percentile) => [
      `p${percentile}`,
      ...distributions.map(({ atMs }) => cell(atMs(percentile))),
    ]),
    [say('max'), ...distributions.map(({ point }) => cell(point.latencyMs?.max))],
    [say('answersCounted'), ...distributions.map(({ answers }) => number(answers))],
  ];
  return {
    caption: say('distribution'),
    alternative: names
      .map((name, i) => `${name}: ${rows.map((cells) => `${cells[0]} ${cells[i + 1]}`).join(', ')}`)
      .join('; '),
    note: say('distributionNote', { answers: list(reach) }),
    table: { heads: [say('percentile'), ...names], rows },
    draw: (size) =>
      distributionChart(
        distributions.map((distribution) => ({
          distribution,
          name: pointName(distribution.point, points, locale),
        })),
        locale,
        size,
      ),
  };
}
