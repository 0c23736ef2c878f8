import { join } from 'node:path';
import { logIn } from '../contracts/access/login.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { exitCodeOf } from '../contracts/load-exit.ts';
import { writeRecord } from '../contracts/record.ts';
import { openTransport } from '../contracts/send.ts';
import { readPools } from '../generators/target.ts';
import { assertLoadable } from '../load/safety/allow.ts';
import type { Settings } from '../settings.ts';
import { type Action, type Context, inNewRun, type NewRun } from './context.ts';
import { measure, planLoad } from './measure.ts';
import { conclude } from './outcome.ts';
import { runSuites } from './suite.ts';

/** The settings with the token of a login, if they ask for one: both parts of the run use it. */
async function loggedIn(settings: Settings): Promise<Settings> {
  const { baseUrl, token, login } = settings;
  if (baseUrl === undefined || token !== undefined || !login) return settings;
  const transport = openTransport(settings);
  const access = await logIn(transport, baseUrl, login).finally(() => transport.close());
  return { ...settings, token: access.token, refreshToken: access.refreshToken ?? settings.refreshToken };
}

async function runParts(context: Context, { id, folder }: NewRun): Promise<number> {
  const { exitCode, suite } = await runSuites(context, { id, folder: join(folder, 'suite') }, [], 'stderr');
  if (!suite) return exitCode;
  if (context.signal.aborted || suite.lost) return conclude(context, folder, { suite }, exitCode);
  const load = await measure(context, id, 'sweep');
  writeRecord(join(folder, 'load'), load);
  const worst = exitCode === exitCodes.ok ? exitCodeOf(load) : exitCode;
  return conclude(context, folder, { suite, load }, worst);
}

/** `run`: the suites, then a sweep, then one report of both. */
export const action: Action = (context) => {
  const { baseUrl, allowHosts } = context.settings;
  if (baseUrl) assertLoadable(baseUrl, allowHosts);
  // The suites should not have run in vain. What an account has is not known before it has logged in.
  const pools = readPools(context.settings);
  if (pools.own.length > 0) planLoad(context, 'sweep', pools);
  return inNewRun(context.settings, async (run) => {
    return runParts({ ...context, settings: await loggedIn(context.settings) }, run);
  });
};
