import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { devicesAsCsv } from '../contracts/batch.ts';
import { exitCodes } from '../contracts/errors/entry.ts';
import { preflight } from '../contracts/preflight.ts';
import { readRecord, type SuiteRecord } from '../contracts/record.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget, smallestCall } from '../generators/target.ts';
import type { Settings } from '../settings.ts';
import { isListing, shardOf } from '../suites/playwright-arguments.ts';
import { runSuite } from '../suites/run-suite.ts';
import { type Action, type Context, inNewRun, type NewRun } from './context.ts';
import { conclude } from './outcome.ts';

/** What the suites came to; without a record, Playwright did not run any test. */
export interface SuiteResult {
  readonly exitCode: number;
  readonly suite?: SuiteRecord;
}

/**
 * The settings by which workers reach a target that is there and takes the token. After a login they get its
 * token, and the devices it listed: one login a run.
 */
async function accessFor(settings: Settings, folder: string): Promise<Record<string, string>> {
  const target = await openTarget(settings, () => Promise.reject(new Error('the target has a URL')));
  const transport = openTransport(settings);
  await preflight(transport, smallestCall(target), target.token).finally(() => transport.close());
  if (!settings.login) return {};
  const { token, refreshToken, pools } = target;
  const access = { PKDK_TOKEN: token, ...(refreshToken && { PKDK_REFRESH_TOKEN: refreshToken }) };
  if (settings.devices !== undefined) return access;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'devices.csv');
  writeFileSync(file, devicesAsCsv(pools.own));
  return { ...access, PKDK_DEVICES: file };
}

/** How a process ends after suites, by their record alone. */
export function exitCodeOf({ interrupted, cases }: SuiteRecord): number {
  if (interrupted) return exitCodes.interrupted;
  return cases.some(({ status }) => status === 'failed') ? exitCodes.broken : exitCodes.ok;
}

/** Runs the suites on the target of the settings, once it is known to be there and to take the token. */
export async function runSuites(
  { settings, signal }: Context,
  { id, folder }: NewRun,
  args: readonly string[],
  output: 'stdout' | 'stderr',
): Promise<SuiteResult> {
  const env = {
    ...(settings.baseUrl && !isListing(args) && (await accessFor(settings, folder))),
    PKDK_SEED: String(settings.seed),
    PKDK_LANG: settings.lang,
    PKDK_OUT: settings.out,
    PKDK_RUN_ID: id,
    PKDK_RECORD_FOLDER: folder,
  };
  const exitCode = await runSuite({ args, env, output, signal });
  if (!existsSync(join(folder, 'record.json'))) return { exitCode };
  const record = readRecord(folder);
  if (record.kind !== 'suite') return { exitCode };
  // Ctrl-C may come after the run, to a reporter that shows its page.
  return { exitCode: signal.aborted ? exitCodeOf(record) : exitCode, suite: record };
}

/** `suite` */
export const action: Action = (context) => {
  const { settings, args } = context;
  const work = async (run: NewRun) => {
    const { exitCode, suite } = await runSuites(context, run, args, 'stdout');
    return suite ? conclude(context, run.folder, { suite }, exitCode) : exitCode;
  };
  return inNewRun(settings, work, shardOf(args));
};
