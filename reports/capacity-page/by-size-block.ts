import type { LoadRecord, Point } from '../../contracts/record.ts';
import type { Figure } from '../figure.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import { bestPoint, isPartOf } from '../model.ts';
import { pointName } from '../point-name.ts';
import { inWords, nothing, type Table } from '../table.ts';
import { type Bar, barsOf, drawnPercentiles, type Range } from './by-size.ts';
import { devicesChart, isLogarithmic, latencyChart } from './point-charts.ts';

/** `99.4 to 103.1`, `99.4 and up`, or nothing. */
function sayRange(range: Range | undefined, decimals: number, { say, number }: Locale): string {
  if (!range) return nothing;
  const low = number(range.low, decimals);
  return range.high === undefined
    ? say('lowerBound', { low })
    : say('range', { low, high: number(range.high, decimals) });
}

/** What a row of points is called: the size, the part of a spike, or the rate. */
function nameHead(points: readonly Point[], { say }: Locale): string {
  if (!points.some((point) => isPartOf(point, points))) return say('batchSize');
  return say(points.some(({ phase }) => phase) ? 'phase' : 'offeredRate');
}

function devicesTable(bars: readonly Bar[], locale: Locale): Table {
  const { say, number } = locale;
  const points = bars.map(({ point }) => point);
  const decimals = sharedDecimals(points.map(({ devicesPerSecond }) => devicesPerSecond));
  const hasRanges = bars.some(({ devices }) => devices);
  return {
    heads: [
      nameHead(points, locale),
      say('devicesPerSecond'),
      ...(hasRanges ? [say('interval95')] : []),
      say('verdict'),
    ],
    rows: bars.map(({ point, devices }) => [
      pointName(point, points, locale),
      number(point.devicesPerSecond, decimals),
      ...(hasRanges ? [sayRange(devices, decimals, locale)] : []),
      say(point.verdict),
    ]),
  };
}

function latencyTable(bars: readonly Bar[], locale: Locale): Table {
  const { say, number } = locale;
  const points = bars.map(({ point }) => point);
  const decimals = sharedDecimals(bars.flatMap(({ latencies }) => latencies?.p50.ms ?? []));
  const hasRanges = bars.some(({ latencies }) => drawnPercentiles.some((name) => latencies?.[name].range));
  return {
    heads: [
      nameHead(points, locale),
      ...drawnPercentiles.flatMap((name) => [name, ...(hasRanges ? [say('intervalOf', { name })] : [])]),
    ],
    rows: bars.map(({ point, latencies }) => [
      pointName(point, points, locale),
      ...drawnPercentiles.flatMap((name) => [
        latencies ? number(latencies[name].ms, decimals) : nothing,
        ...(hasRanges ? [sayRange(latencies?.[name].range, decimals, locale)] : []),
      ]),
    ]),
  };
}

/** Throughput and latency by batch size, or in the course of a run whose rate changes; nothing of a single point. */
export function bySizeFigures(load: LoadRecord, locale: Locale): Figure[] {
  const { say } = locale;
  const bars = barsOf(load);
  const points = bars.map(({ point }) => point);
  // Several points of one size, one for each token, are a table and no curve.
  if (points.some(({ token }) => token) || !bars.some(({ latencies }) => latencies)) return [];
  const isAlong = points.some((point) => isPartOf(point, points));
  const isLog = isLogarithmic(bars);
  const devices = devicesTable(bars, locale);
  const latencies = latencyTable(bars, locale);
  const foundBest = points.find(({ batchSize }) => batchSize === load.capacity?.batchSize);
  const hasIntervals = bars.some((bar) => bar.devices);
  const note = hasIntervals ? { note: say('barsNote') } : {};
  return [
    {
      caption: say(isAlong ? 'devicesAlong' : 'devicesChart'),
      alternative: inWords(devices),
      ...note,
      table: devices,
      draw: (size) => devicesChart(bars, foundBest ?? bestPoint(load), locale, size),
    },
    {
      caption: say(
        isAlong ? (isLog ? 'latencyAlongLog' : 'latencyAlong') : isLog ? 'latencyChartLog' : 'latencyChart',
      ),
      alternative: inWords(latencies),
      table: latencies,
      draw: (size) => latencyChart(bars, locale, size),
    },
  ];
}
