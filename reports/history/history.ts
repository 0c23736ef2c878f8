import type { ToolkitError } from '../../contracts/errors.ts';
import { grouped } from '../../contracts/grouped.ts';
import type { Common } from './comparable.ts';
import type { Run } from './run.ts';
import { type Series, seriesOf } from './series.ts';

/** A file that was left out, by its path below the folder, and why. */
export interface LeftOut {
  readonly file: string;
  readonly why: ToolkitError;
}

/** Runs that compare with each other, in the order of time. */
export interface Track {
  readonly common: Common;
  readonly runs: readonly Run[];
  readonly series: readonly Series[];
}

/** What the records of a folder say over time; the track that was run last comes first. */
export interface History {
  readonly tracks: readonly Track[];
  readonly leftOut: readonly LeftOut[];
}

/** The run with which a track ends; a track has one at least. */
export function latestOf({ runs }: Pick<Track, 'runs'>): Run | undefined {
  return runs.at(-1);
}

function trackOf(runs: readonly Run[]): Track[] {
  const [first] = runs;
  return first ? [{ common: first.common, runs, series: seriesOf(runs) }] : [];
}

/** Runs and files left out, in any order, as a history. */
export function historyOf(runs: readonly Run[], leftOut: readonly LeftOut[]): History {
  const inTime = runs.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
  const groups = [...grouped(inTime, ({ key }) => key).values()];
  const latest = (group: readonly Run[]) => Date.parse(latestOf({ runs: group })?.startedAt ?? '');
  return {
    tracks: groups.toSorted((a, b) => latest(b) - latest(a)).flatMap(trackOf),
    leftOut: leftOut.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}
