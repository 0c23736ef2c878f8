import type { LoadRecord, RecordHead } from '../contracts/record.ts';
import { type Clock, realClock } from './clock.ts';
import { type HarnessOptions, openHarness } from './harness.ts';
import type { PlannedScenario, Watch } from './scenarios/scenario.ts';

export interface LoadRun extends HarnessOptions {
  readonly head: RecordHead;
  readonly planned: PlannedScenario;
  readonly watch: Watch;
  /** When it stops, whatever the plan. */
  readonly maxDurationMs: number;
  readonly clock?: Clock;
}

type StopReason = NonNullable<LoadRecord['stoppedBy']>;

const maxDuration: StopReason = 'max-duration';

/**
 * Runs a scenario and gives the record, also when it was aborted. Throws HOST_NOT_ALLOWED before anything is sent.
 */
export async function runLoad(run: LoadRun): Promise<LoadRecord> {
  const { head, planned, watch, maxDurationMs, clock = realClock } = run;
  const limit = new AbortController();
  const signal = AbortSignal.any([run.signal, limit.signal]);
  const { harness, examples } = openHarness({ ...run, signal, mix: planned.plan.mix });
  const cancel = clock.at(clock.now() + maxDurationMs, () => limit.abort(maxDuration));
  const measured = await planned.measure(harness, watch).finally(cancel);
  return {
    ...head,
    kind: 'load',
    finishedAt: new Date().toISOString(),
    interrupted: signal.aborted,
    ...(signal.reason === maxDuration && { stoppedBy: maxDuration }),
    scenario: planned.scenario,
    plan: planned.plan,
    ...measured,
    exchanges: [...examples.values()],
  };
}
