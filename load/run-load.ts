import type { LoadRecord, RecordHead } from '../contracts/record.ts';
import { ConditionHeld } from './abort-guard.ts';
import { assertLoadable } from './allow.ts';
import type { Demands } from './demands.ts';
import { type HarnessOptions, openHarness } from './harness.ts';
import type { PlannedScenario, Watch } from './scenarios/scenario.ts';
import { thresholdsOf } from './thresholds.ts';

export interface LoadRun extends Omit<HarnessOptions, 'abortOn'> {
  readonly head: RecordHead;
  readonly planned: PlannedScenario;
  readonly watch: Watch;
  readonly demands: Demands;
}

/**
 * Runs a scenario and gives the record, also when it was aborted. Throws HOST_NOT_ALLOWED before anything is sent.
 */
export async function runLoad(run: LoadRun): Promise<LoadRecord> {
  const { head, planned, target, settings, signal, watch, demands } = run;
  assertLoadable(target.url, settings.allowHosts);
  const { harness, examples, close } = openHarness({ ...run, abortOn: demands.abortOn });
  const measured = await planned.measure(harness, watch).finally(close);
  const { reason } = harness.signal;
  const objectives = demands.thresholds ?? planned.thresholds ?? [];
  const abortOn = demands.abortOn.map(({ text }) => text);
  return {
    ...head,
    kind: 'load',
    finishedAt: new Date().toISOString(),
    interrupted: signal.aborted,
    scenario: planned.scenario,
    plan: { ...planned.plan, ...(abortOn.length > 0 && { abortOn }) },
    ...measured,
    ...(objectives.length > 0 && { thresholds: thresholdsOf(objectives, measured.points) }),
    ...(reason instanceof ConditionHeld && { abortedOn: reason.condition }),
    exchanges: [...examples.values()],
  };
}
