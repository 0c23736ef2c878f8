import { join } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { writeRecord } from '../contracts/record.ts';
import { assertLoadable } from '../load/allow.ts';
import { type Action, type Context, inNewRun, type NewRun } from './context.ts';
import { exitCodeOf, measure } from './measure.ts';
import { conclude } from './outcome.ts';
import { runSuites } from './suite.ts';

async function runParts(context: Context, { id, folder }: NewRun): Promise<number> {
  const { signal } = context;
  const { exitCode, suite } = await runSuites(context, { id, folder: join(folder, 'suite') }, [], 'stderr');
  if (!suite) return exitCode;
  if (signal.aborted) return conclude(context, folder, { suite }, exitCode);
  const load = await measure(context, id);
  writeRecord(join(folder, 'load'), load);
  const worst = exitCode === exitCodes.ok ? exitCodeOf(load) : exitCode;
  return conclude(context, folder, { suite, load }, worst);
}

/** `run`: the suites, then a sweep, then one report of both. */
export const action: Action = async (context) => {
  const { settings } = context;
  if (settings.baseUrl) assertLoadable(settings.baseUrl, settings.allowHosts);
  return inNewRun(settings, (run) => runParts(context, run));
};
