import { exitCodes } from './errors/entry.ts';
import { grouped } from './grouped.ts';
import { brokenOf } from './outcome.ts';
import type { Capacity, LoadRecord, Point } from './record.ts';

/** How a process ends after a search: a bound that the generator set is no answer, and a size it left unknown might be better. */
function exitCodeOfSearch({ batchSize, limitedBy, perSize }: Capacity): number {
  const isUnknown = perSize.some(
    (size) => size.limitedBy === 'generator' && size.requestsPerSecond === undefined,
  );
  if (limitedBy === 'generator' || isUnknown) return exitCodes.invalid;
  return batchSize === undefined ? exitCodes.threshold : exitCodes.ok;
}

/** A number that is not simply the service's. */
function isDoubtful({ verdict }: Point): boolean {
  return verdict === 'generator-limited' || verdict === 'not-steady';
}

/** The load generator may be the limit in this share of the blocks: they are left out, and enough are left. */
const tolerableBlocks = 0.25;

/**
 * Whether a point tells of the service in a comparison of blocks. One that was not steady does: how much blocks differ by
 * themselves is what changes are held against.
 */
export function countsInBlock({ verdict }: Point): boolean {
  return verdict === 'valid' || verdict === 'not-steady';
}

/** Whether both sides can be compared under each load: neither failed, and the generator was seldom the limit. */
function isCompared(points: readonly Point[]): boolean {
  const loads = grouped(points, ({ batchSize, connections }) => `${batchSize} ${connections}`);
  const isEnough = (ofLoad: readonly Point[]) => {
    const blocks = new Set(ofLoad.map(({ block }) => block));
    const lost = new Set(ofLoad.filter((point) => !countsInBlock(point)).map(({ block }) => block));
    return lost.size <= tolerableBlocks * blocks.size;
  };
  const isSound = ({ verdict }: Point) => verdict !== 'failed' && verdict !== 'refused';
  return points.length > 0 && points.every(isSound) && [...loads.values()].every(isEnough);
}

/**
 * Whether what was asked is known. Of a smoke test that is whether its thresholds hold, which a busy generator, or a
 * service that is not steady, does not make easier; of a spike, how long the recovery took, by the service's doing; of a
 * rate, each point; of a sweep, the best batch size, which a faster one in doubt might be instead; of a comparison,
 * enough blocks of both sides under each load.
 */
function isAnswered({ scenario, points, thresholds = [] }: LoadRecord): boolean {
  if (thresholds.some(({ holds }) => !holds)) return false;
  const valid = points.filter(({ verdict }) => verdict === 'valid');
  const doubtful = points.filter(isDoubtful);
  if (scenario === 'smoke') return valid.length + doubtful.length > 0;
  if (scenario === 'compare') return isCompared(points);
  if (scenario === 'spike') return points.some((point) => point.recovery && !isDoubtful(point));
  if (scenario === 'rate' && doubtful.length > 0) return false;
  const best = Math.max(...valid.map(({ devicesPerSecond }) => devicesPerSecond));
  const mayBeBest = ({ devicesPerSecond }: Point) => devicesPerSecond > best;
  return valid.length > 0 && !(scenario === 'sweep' && doubtful.some(mayBeBest));
}

/**
 * How a process ends after load. A broken contract goes before a threshold, which may well be what it broke, and so does
 * a token that was lost; a threshold goes before a measurement that is not valid, since a service that fails under load
 * makes its points fail, too.
 */
export function exitCodeOf(load: LoadRecord): number {
  const { interrupted, stoppedBy, lost, points, lowLoad, thresholds = [] } = load;
  if (interrupted && !stoppedBy) return exitCodes.interrupted;
  const isBroken = points.some(
    ({ counts, token, checking, stoppedBy: rule }) =>
      rule || (checking?.broken ?? 0) > 0 || brokenOf(counts, token) > 0,
  );
  if (isBroken || (lowLoad?.counts.contractViolation ?? 0) > 0) return exitCodes.broken;
  if (lost) return lost === 'credentials' ? exitCodes.refused : exitCodes.unreachable;
  if (load.abortedOn || thresholds.some(({ holds, unsure }) => !holds && !unsure)) return exitCodes.threshold;
  if (load.capacity && !interrupted) return exitCodeOfSearch(load.capacity);
  return !interrupted && isAnswered(load) ? exitCodes.ok : exitCodes.invalid;
}
