import type { Point } from '../../contracts/record.ts';
import { LatencyHistogram } from '../../contracts/statistics/histogram.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import type { Column } from '../point-columns.ts';
import { nothing } from '../table.ts';

/** Least, mean and standard deviation of the latencies, where the histograms are there. */
function latencyStatistics(
  points: readonly Point[],
  group: Column['group'],
  { say, number }: Locale,
): Column[] {
  const statistics = new Map(
    points.flatMap((point) => {
      if (point.histogram === '' || !point.latencyMs) return [];
      const histogram = new LatencyHistogram(point.histogram);
      const least = histogram.atPercentileMs(0);
      return [[point, { least, mean: point.latencyMs.mean, deviation: histogram.deviationMs }] as const];
    }),
  );
  if (statistics.size === 0) return [];
  const decimals = sharedDecimals([...statistics.values()].map(({ mean }) => mean));
  return (['least', 'mean', 'deviation'] as const).map((key) => ({
    key,
    ...(group && { group }),
    heading: say(key),
    kind: 'number',
    cell: (point) => {
      const value = statistics.get(point)?.[key];
      return value === undefined ? nothing : number(value, decimals);
    },
  }));
}

/** What the table of points has besides the columns of every format, each at the end of its group. */
function moreColumns(points: readonly Point[], columns: readonly Column[], locale: Locale): Column[] {
  const { say, number, list } = locale;
  const kilobytes = ({ bytesPerSecond }: Point) => bytesPerSecond / 1000;
  const decimals = Math.min(1, sharedDecimals(points.map(kilobytes)));
  const statusesOf = ({ statuses = {} }: Point) =>
    Object.entries(statuses).map(([status, count]) => `${status} × ${number(count)}`);
  return [
    {
      key: 'kilobytes',
      group: 'throughput',
      heading: say('kilobytes'),
      kind: 'number',
      cell: (point) => number(kilobytes(point), decimals),
    },
    ...latencyStatistics(points, columns.find(({ key }) => key === 'p99')?.group, locale),
    ...(points.some(({ statuses }) => statuses)
      ? [
          {
            key: 'statuses',
            group: 'answers' as const,
            heading: say('statuses'),
            kind: 'text' as const,
            cell: (point: Point) => list(statusesOf(point)) || nothing,
          },
        ]
      : []),
  ];
}

/** The columns of every format, and what there is room for on a page. */
export function withStatistics(
  points: readonly Point[],
  columns: readonly Column[],
  locale: Locale,
): Column[] {
  return moreColumns(points, columns, locale).reduce(
    (all, one) => all.toSpliced(all.findLastIndex(({ group }) => group === one.group) + 1, 0, one),
    [...columns],
  );
}
