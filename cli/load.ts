import { writeRecord } from '../contracts/record.ts';
import { type Action, inNewRun } from './context.ts';
import { asRate, asSweep, exitCodeOf, measure, type Planner } from './measure.ts';
import { conclude } from './outcome.ts';

function actionOf(planned: Planner): Action {
  return (context) =>
    inNewRun(context.settings, async ({ id, folder }) => {
      const load = await measure(context, id, planned);
      writeRecord(folder, load);
      return conclude(context, folder, { load }, exitCodeOf(load));
    });
}

/** `load sweep` */
export const sweep = actionOf(asSweep);

/** `load rate` */
export const rate = actionOf(asRate);
