import { writeRecord } from '../contracts/record.ts';
import { type Action, inNewRun } from './context.ts';
import { exitCodeOf, measure } from './measure.ts';
import { conclude } from './outcome.ts';

/** `load sweep` */
export const action: Action = (context) =>
  inNewRun(context.settings, async ({ id, folder }) => {
    const load = await measure(context, id);
    writeRecord(folder, load);
    return conclude(context, folder, { load }, exitCodeOf(load));
  });
