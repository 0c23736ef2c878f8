import { grouped } from '../../contracts/grouped.ts';
import { median } from '../../contracts/statistics/quantile.ts';
import { changePoints } from './change-points.ts';
import { byPlace, keyOf, type Metric } from './metric.ts';
import type { Reading } from './readings.ts';
import type { Run } from './run.ts';
import { type Shift, shiftBetween } from './shift.ts';

/** A reading with its run. */
export interface Place extends Reading {
  readonly run: Run;
}

/** Sound readings between two changes. */
export interface Level {
  readonly places: readonly Place[];
  readonly median: number;
  /** From the level before; none of the first one. */
  readonly shift?: Shift;
}

/** One metric over the runs of a track. */
export interface Series {
  readonly metric: Metric;
  /** In the order of time. */
  readonly places: readonly Place[];
  /** One, and one more for each change; none where nothing is sound. */
  readonly levels: readonly Level[];
}

const valuesOf = (places: readonly Place[]) => places.map(({ value }) => value);

function levelsOf(places: readonly Place[]): Level[] {
  const sound = places.filter(({ isSound }) => isSound);
  if (sound.length === 0) return [];
  const ends = [0, ...changePoints(valuesOf(sound)), sound.length];
  const parts = ends.slice(1).map((end, i) => sound.slice(ends[i], end));
  return parts.map((part, i) => {
    const before = parts[i - 1];
    const level = { places: part, median: median(valuesOf(part)) };
    return before ? { ...level, shift: shiftBetween(valuesOf(before), valuesOf(part)) } : level;
  });
}

/** A rule that a run did not see broken was broken in no case of it. */
function withZeros(places: readonly Place[], metric: Metric, runs: readonly Run[]): readonly Place[] {
  if (metric.name !== 'findings') return places;
  const seen = new Map(places.map((place) => [place.run, place]));
  return runs.map((run) => seen.get(run) ?? { metric, value: 0, isSound: run.verdict !== 'incomplete', run });
}

/** Everything that is followed over the runs of a track. */
export function seriesOf(runs: readonly Run[]): Series[] {
  const all = runs.flatMap((run) => run.readings.map((reading): Place => ({ ...reading, run })));
  return [...grouped(all, ({ metric }) => keyOf(metric)).values()]
    .flatMap((places): Series[] => {
      const [first] = places;
      if (!first) return [];
      const { metric } = first;
      const whole = withZeros(places, metric, runs);
      return [{ metric, places: whole, levels: levelsOf(whole) }];
    })
    .sort((a, b) => byPlace(a.metric, b.metric));
}
