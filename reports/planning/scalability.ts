import type { LoadRecord } from '../../contracts/record.ts';
import type { Locale } from '../locale.ts';

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
