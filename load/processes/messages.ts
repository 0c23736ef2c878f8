import type { Judgement } from '../../contracts/checks/registry.ts';
import type { Call, Exchange } from '../../contracts/exchange.ts';
import type { Rule } from '../../contracts/finding.ts';
import type { Counts, Point } from '../../contracts/record.ts';
import type { Target } from '../../generators/target.ts';
import type { PointPlan } from '../closed/point.ts';
import type { LoadSettings } from '../harness.ts';
import type { PacedPointPlan } from '../open/paced-point.ts';

/** What a process of the load generator has to know from the start. Its calls come with each job. */
export interface Hiring {
  readonly target: Omit<Target, 'pools' | 'close'>;
  readonly settings: LoadSettings;
}

/** A process's share of a point. */
export type Job =
  | {
      readonly loop: 'closed';
      readonly plan: PointPlan;
      /** Its share of the highest rate. */
      readonly maxRate: number | undefined;
      readonly calls: readonly Call[];
    }
  | {
      readonly loop: 'paced';
      readonly plan: Omit<PacedPointPlan, 'moments'>;
      readonly moments: Float64Array;
      readonly calls: readonly Call[];
    };

/** To a process. A job is done from the moment given, in milliseconds since the epoch, when all processes are ready. */
export type Order =
  | { readonly kind: 'hire'; readonly hiring: Hiring }
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'go'; readonly startAt: number }
  /** Ends the job; with the rule that an answer broke, if that is the reason. */
  | { readonly kind: 'abort'; readonly rule: Rule | undefined };

/** From a process: `ready` once it is hired, and for each job. */
export type News =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly counts: Counts }
  | { readonly kind: 'bad'; readonly exchange: Exchange; readonly judgement: Judgement }
  | { readonly kind: 'done'; readonly point: Point };
