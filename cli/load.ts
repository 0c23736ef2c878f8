import { exitCodeOf } from '../contracts/load-exit.ts';
import { writeRecord } from '../contracts/record.ts';
import type { ScenarioName } from '../load/scenarios/table.ts';
import { type Action, inNewRun } from './context.ts';
import { measure, printPlan } from './measure.ts';
import { conclude } from './outcome.ts';

/** The action of `load <scenario>`. */
export function actionOf(name: ScenarioName): Action {
  return (context) => {
    if (context.flags.plan) return printPlan(context, name);
    return inNewRun(context.settings, async ({ id, folder }) => {
      const load = await measure(context, id, name);
      writeRecord(folder, load);
      return conclude(context, folder, { load }, exitCodeOf(load));
    });
  };
}
