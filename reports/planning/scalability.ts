import type { LoadRecord, Point } from '../../contracts/record.ts';
import { throughputInterval } from '../../contracts/statistics/throughput-interval.ts';
import type { Locale } from '../locale.ts';
import type { Table } from '../table.ts';
import { sayDeviation } from './deviation.ts';

type Scalability = NonNullable<LoadRecord['scalability']>;
type Scaled = Pick<LoadRecord, 'scalability' | 'noScalability'>;

/** The throughput of the Universal Scalability Law over so many connections, in requests per second. */
export function lawAt({ alpha, beta, gamma }: Scalability, connections: number): number {
  return (gamma * connections) / (1 + alpha * (connections - 1) + beta * connections * (connections - 1));
}

/** Where throughput is highest, as a sentence. */
export function sayScalability(
  { batchSize, peakConnections, peakRequestsPerSecond, isPeakExtrapolated }: Scalability,
  { say, number, compact }: Locale,
): string {
  const requests = peakRequestsPerSecond === null ? '' : compact(peakRequestsPerSecond);
  const size = number(batchSize);
  if (peakConnections === null)
    return requests === '' ? say('scalesWithoutEnd', { size }) : say('scalesTo', { size, requests });
  const peak = say('scalabilityPeak', { size, connections: compact(peakConnections), requests });
  return isPeakExtrapolated ? say('extrapolatedPeak', { peak }) : peak;
}

/** The parameters with their intervals, and the knee; or why there is no model. Empty when none was asked for. */
export function scalabilityNotes({ scalability, noScalability }: Scaled, locale: Locale): string[] {
  const { say, compact, lang } = locale;
  if (!scalability) return noScalability ? [say('noScalability', { why: noScalability[lang] })] : [];
  const parameter = (name: 'alpha' | 'beta' | 'gamma') => {
    const { low, high } = scalability.interval[name];
    const range = say('range', { low: compact(low), high: compact(high) });
    return say('withInterval', { value: compact(scalability[name]), range });
  };
  const [alpha, beta, gamma] = [parameter('alpha'), parameter('beta'), parameter('gamma')];
  const { knee } = scalability;
  return [
    say('scalabilityNote', { alpha, beta, gamma }),
    ...(knee === null ? [] : [say('kneeNote', { connections: compact(knee) })]),
  ];
}

/** The points that the law was fitted to. */
export function fittedPoints({ batchSize }: Scalability, points: readonly Point[]): Point[] {
  return points.filter((point) => point.batchSize === batchSize && point.verdict === 'valid');
}

/** What was measured over each number of connections, what the law says, and how far they are apart. */
export function scalabilityRows(scalability: Scalability, points: readonly Point[], locale: Locale): Table {
  const { say, number } = locale;
  return {
    heads: (['connections', 'requestsPerSecond', 'interval95', 'modelRate', 'offModel'] as const).map((key) =>
      say(key),
    ),
    rows: fittedPoints(scalability, points).map((point) => {
      const { connections = 0, requestsPerSecond } = point;
      const model = lawAt(scalability, connections);
      const interval = throughputInterval(point);
      return [
        number(connections),
        number(requestsPerSecond),
        interval ? say('fromTo', { low: number(interval.low), high: number(interval.high) }) : '–',
        number(model),
        sayDeviation(requestsPerSecond / model - 1, locale),
      ];
    }),
  };
}
