import { makeRunFolder, runId, writeRecord } from '../contracts/record.ts';
import type { Action } from './context.ts';
import { exitCodeOf, measure } from './measure.ts';
import { conclude } from './outcome.ts';

/** `load sweep` */
export const action: Action = async (context) => {
  const { settings } = context;
  const folder = makeRunFolder(settings.out, runId(new Date(), settings.seed));
  const load = await measure(context);
  writeRecord(folder, load);
  return conclude(context, folder, { load }, exitCodeOf(load));
};
