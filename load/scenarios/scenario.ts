import type { Flags } from '../../contracts/flags.ts';
import type { Counts, LoadRecord, Point, RecordHead } from '../../contracts/record.ts';
import type { Text } from '../../contracts/text.ts';
import type { Pools } from '../../generators/batch.ts';
import type { Harness } from '../harness.ts';
import type { Objective } from '../objectives/objectives.ts';
import type { Extent } from '../safety/limits.ts';

/** Where a scenario is, for whoever watches it. */
export interface Progress {
  readonly batchSize: number;
  readonly point: number;
  readonly points: number;
  readonly counts: Counts;
  readonly msLeft: number;
  /** Of an open loop whose rate changes from point to point: requests per second. */
  readonly rate?: number;
}

/** Whoever watches a scenario. */
export interface Watch {
  onProgress(progress: Progress): void;
  onPoint(point: Point): void;
  /** While calls are sent one after another, for the cost model. */
  onLowLoad(msLeft: number): void;
}

/** What a scenario adds to the record. */
export type Measured = Omit<
  Partial<LoadRecord>,
  keyof RecordHead | 'kind' | 'finishedAt' | 'interrupted' | 'scenario' | 'plan'
> &
  Pick<LoadRecord, 'points'>;

/** A scenario that is planned: what it will send is known, and nothing was sent. */
export interface PlannedScenario extends Extent {
  readonly scenario: LoadRecord['scenario'];
  readonly plan: LoadRecord['plan'];
  /** The plan in words, a line each. */
  readonly outline?: readonly Text[];
  /** What is demanded of every point where nobody says. */
  readonly thresholds?: readonly Objective[];
  measure(harness: Harness, watch: Watch): Promise<Measured>;
}

/** Plans a scenario for batches out of these devices. Throws SETTING, POOL_EMPTY or POOL_TOO_SMALL. */
export type Scenario = (flags: Flags, pools: Pools) => PlannedScenario;
