import { grouped } from '../../contracts/grouped.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import { kneeOf } from '../../contracts/statistics/knee.ts';
import { randomStream } from '../../generators/random.ts';
import { fitScalability } from './scalability.ts';

/** Random stream of a seed, by index, for the bootstrap. */
const bootstrapStream = 3;

export type ScalabilityFields = Pick<LoadRecord, 'scalability' | 'noScalability'>;

/** JSON knows no infinity: a peak that is never reached has no number. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/**
 * How throughput grows with connections, at the batch size that carries the most devices; from valid points alone.
 * Nothing where only one number of connections was asked for.
 */
export function scalabilityOf(points: readonly Point[], seed: number): ScalabilityFields {
  if (new Set(points.map(({ connections }) => connections)).size < 2) return {};
  const valid = points.filter(({ verdict }) => verdict === 'valid');
  const mostDevices = (ofSize: readonly Point[]) =>
    Math.max(...ofSize.map((point) => point.devicesPerSecond));
  const [best = []] = [...grouped(valid, ({ batchSize }) => batchSize).values()].toSorted(
    (a, b) => mostDevices(b) - mostDevices(a),
  );
  const samples = best.map(({ connections = 0, requestsPerSecond }) => ({
    x: connections,
    y: requestsPerSecond,
  }));
  const answer = fitScalability(samples, randomStream(seed, bootstrapStream));
  if ('noScalability' in answer) return answer;
  const { interval, peakConnections, peakRequestsPerSecond, ...law } = answer.scalability;
  const open = ({ low, high }: { low: number; high: number }) => ({ low: finite(low), high: finite(high) });
  return {
    scalability: {
      batchSize: best[0]?.batchSize ?? 1,
      ...law,
      peakConnections: finite(peakConnections),
      peakRequestsPerSecond: finite(peakRequestsPerSecond),
      knee: kneeOf(samples, 'flattens') ?? null,
      interval: {
        ...interval,
        peakConnections: open(interval.peakConnections),
        peakRequestsPerSecond: open(interval.peakRequestsPerSecond),
      },
    },
  };
}
