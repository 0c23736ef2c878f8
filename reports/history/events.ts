import type { Verdict } from '../model.ts';
import { fewestValues } from './change-points.ts';
import type { History, Track } from './history.ts';
import { type Metric, metrics } from './metric.ts';
import type { Run } from './run.ts';
import type { Level } from './series.ts';
import type { Shift } from './shift.ts';

/** A new level of a metric. */
export interface LevelChange {
  readonly kind: 'level';
  readonly metric: Metric;
  /** The first run of the new level. */
  readonly at: Run;
  readonly before: Level;
  readonly since: Level;
  readonly shift: Shift;
  readonly isWorse: boolean;
  /** The toolkit that measured became another one with it. */
  readonly hasOtherToolkit: boolean;
}

/** A new verdict on the contract, which held for all runs from then on. */
export interface VerdictChange {
  readonly kind: 'verdict';
  readonly verdict: Verdict;
  readonly at: Run;
  readonly runs: number;
  /** There was no other verdict before. */
  readonly isFirst: boolean;
}

/** The changes of the levels of a track, the latest first; those of one run in the order of the metrics. */
export function levelChanges({ series }: Track): LevelChange[] {
  const changes = series.flatMap(({ metric, levels }) =>
    levels.flatMap((since, i): LevelChange[] => {
      const before = levels[i - 1];
      const [at, last] = [since.places[0]?.run, before?.places.at(-1)?.run];
      const { shift } = since;
      if (!before || !at || !last || !shift) return [];
      const isWorse = shift.estimate > 0 === (metrics[metric.name].better === 'lower');
      const hasOtherToolkit = at.version !== last.version || at.commit !== last.commit;
      return [{ kind: 'level', metric, at, before, since, shift, isWorse, hasOtherToolkit }];
    }),
  );
  return changes.sort((a, b) => b.at.time - a.at.time);
}

/** The latest verdict, and since when it is that. Runs that came to none say nothing. */
export function verdictChange({ runs }: Track): VerdictChange | undefined {
  const decided = runs.filter(({ verdict }) => verdict !== 'incomplete');
  const verdict = decided.at(-1)?.verdict;
  const other = decided.findLastIndex((run) => run.verdict !== verdict);
  const at = decided[other + 1];
  if (!at || verdict === undefined) return undefined;
  return { kind: 'verdict', verdict, at, runs: decided.length - other - 1, isFirst: other === -1 };
}

/** What last changed in a track; a contract that is broken goes before a change of that very run, a kept one is no news. */
export function latestChange(track: Track): LevelChange | VerdictChange | undefined {
  const verdict = verdictChange(track);
  const [level] = levelChanges(track);
  const isNews = verdict && (verdict.verdict !== 'kept' || !verdict.isFirst);
  if (!isNews) return level;
  if (!level) return verdict;
  return level.at.time > verdict.at.time ? level : verdict;
}

/** The track whose change is the latest of all. */
export function newsOf({ tracks }: History): Track | undefined {
  const when = (track: Track) => latestChange(track)?.at.time ?? 0;
  return tracks.filter(latestChange).toSorted((a, b) => when(b) - when(a))[0];
}

/** Whether a series of a track is long enough that a change would show. */
export function isLongEnough({ series }: Track): boolean {
  return series.some(({ levels }) => levels.flatMap(({ places }) => places).length >= fewestValues);
}
