import type { LoadRecord, RecordHead } from '../contracts/record.ts';
import { assertLoadable } from './allow.ts';
import { type HarnessOptions, openHarness } from './harness.ts';
import type { PlannedScenario, Watch } from './scenarios/scenario.ts';

export interface LoadRun extends HarnessOptions {
  readonly head: RecordHead;
  readonly planned: PlannedScenario;
  readonly watch: Watch;
}

/**
 * Runs a scenario and gives the record, also when it was aborted. Throws HOST_NOT_ALLOWED before anything is sent.
 */
export async function runLoad(run: LoadRun): Promise<LoadRecord> {
  const { head, planned, target, settings, signal, watch } = run;
  assertLoadable(target.url, settings.allowHosts);
  const { harness, examples } = openHarness({ ...run, mix: planned.plan.mix });
  const measured = await planned.measure(harness, watch);
  return {
    ...head,
    kind: 'load',
    finishedAt: new Date().toISOString(),
    interrupted: signal.aborted,
    scenario: planned.scenario,
    plan: planned.plan,
    ...measured,
    exchanges: [...examples.values()],
  };
}
