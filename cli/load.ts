import { writeRecord } from '../contracts/record.ts';
import { type Action, newRun } from './context.ts';
import { exitCodeOf, measure } from './measure.ts';
import { conclude } from './outcome.ts';

/** `load sweep` */
export const action: Action = async (context) => {
  const { id, folder } = newRun(context.settings);
  const load = await measure(context, id);
  writeRecord(folder, load);
  return conclude(context, folder, { load }, exitCodeOf(load));
};
