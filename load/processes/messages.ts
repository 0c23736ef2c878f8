import type { Judgement } from '../../contracts/checks/registry.ts';
import type { CheckSettings } from '../../contracts/checks/view.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import type { Counts } from '../../contracts/record.ts';
import type { EngineTarget } from '../engine.ts';
import type { PacedPointPlan } from '../paced-point.ts';
import type { PointPlan } from '../point.ts';
import type { PacedTally, WindowTally } from '../tally.ts';

/** What a process of the load generator has to know from the start. */
export interface Hiring extends EngineTarget {
  readonly checkSettings: CheckSettings;
}

/** A process's share of a point. */
export type Job =
  | { readonly loop: 'closed'; readonly plan: PointPlan; readonly calls: readonly Call[] }
  | {
      readonly loop: 'paced';
      readonly plan: Omit<PacedPointPlan, 'moments' | 'startAt'>;
      readonly moments: Float64Array;
      readonly calls: readonly Call[];
    };

/** To a process. A job is done from the moment given, in milliseconds since the epoch, when all processes are ready. */
export type Order =
  | { readonly kind: 'hire'; readonly hiring: Hiring }
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'go'; readonly startAt: number }
  | { readonly kind: 'abort' };

/** From a process: `ready` once it is hired, and for each job. */
export type News =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly counts: Counts }
  | { readonly kind: 'bad'; readonly exchange: Exchange; readonly judgement: Judgement }
  | { readonly kind: 'done'; readonly tally: WindowTally | PacedTally };
