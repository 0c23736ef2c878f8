import type { LoadRecord, RecordHead } from '../contracts/record.ts';
import { type Clock, realClock } from './clock.ts';
import { type Harness, type HarnessOptions, openHarness } from './harness.ts';
import { ConditionHeld } from './objectives/abort-guard.ts';
import { type Demands, noDemands } from './objectives/demands.ts';
import { thresholdsOf } from './objectives/thresholds.ts';
import { spreadOver } from './processes/spread.ts';
import type { PlannedScenario, Watch } from './scenarios/scenario.ts';

export interface LoadRun extends Omit<HarnessOptions, 'abortOn'> {
  readonly head: RecordHead;
  readonly planned: PlannedScenario;
  readonly watch: Watch;
  readonly demands?: Demands;
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
  const { head, planned, watch, maxDurationMs, demands = noDemands, clock = realClock } = run;
  const limit = new AbortController();
  const signal = AbortSignal.any([run.signal, limit.signal]);
  const { mix } = planned.plan;
  const { harness, examples, close } = openHarness({ ...run, signal, mix, abortOn: demands.abortOn });
  const cancel = clock.at(clock.now() + maxDurationMs, () => limit.abort(maxDuration));
  const { processes = 1 } = planned.plan;
  const measure = (harness: Harness) => planned.measure(harness, watch);
  const measured = await spreadOver(harness, processes, run, measure).finally(cancel).finally(close);
  const { reason } = harness.signal;
  const objectives = demands.thresholds ?? planned.thresholds ?? [];
  const abortOn = demands.abortOn.map(({ text }) => text);
  return {
    ...head,
    kind: 'load',
    finishedAt: new Date().toISOString(),
    interrupted: signal.aborted,
    ...(signal.reason === maxDuration && { stoppedBy: maxDuration }),
    scenario: planned.scenario,
    plan: { ...planned.plan, ...(abortOn.length > 0 && { abortOn }) },
    ...measured,
    ...(objectives.length > 0 && { thresholds: thresholdsOf(objectives, measured.points) }),
    ...(reason instanceof ConditionHeld && { abortedOn: reason.condition }),
    exchanges: [...examples.values(), ...(measured.exchanges ?? [])],
  };
}
