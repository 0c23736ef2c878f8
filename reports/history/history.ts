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
  readonly first: Run;
  readonly latest: Run;
  readonly runs: readonly Run[];
  readonly series: readonly Series[];
}

/** What the records of a folder say over time; the track that was run last comes first. */
export interface History {
  readonly tracks: readonly Track[];
  readonly leftOut: readonly LeftOut[];
}

function trackOf(runs: readonly Run[]): Track[] {
  const [first, latest] = [runs[0], runs.at(-1)];
  return first && latest ? [{ common: first.common, first, latest, runs, series: seriesOf(runs) }] : [];
}

/** Runs and files left out, in any order, as a history. */
export function historyOf(runs: readonly Run[], leftOut: readonly LeftOut[]): History {
  const inTime = runs.toSorted((a, b) => a.time - b.time);
  const groups = [...grouped(inTime, ({ key }) => key).values()];
  return {
    tracks: groups.flatMap(trackOf).sort((a, b) => b.latest.time - a.latest.time),
    leftOut: leftOut.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
}
