import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { failsByChange } from '../contracts/observations.ts';
import { observedBefore } from '../contracts/observed-file.ts';
import { readRecord, type SuiteRecord } from '../contracts/record.ts';
import type { Settings } from '../settings.ts';
import { openGate } from '../suites/gate.ts';
import { isListing, shardOf } from '../suites/playwright-arguments.ts';
import { runSuite } from '../suites/run-suite.ts';
import { type Action, type Context, inNewRun, type NewRun } from './context.ts';
import { checkKnownFailures } from './known-failures.ts';
import { conclude } from './outcome.ts';

/** What the suites came to; without a record, Playwright did not run any test. */
export interface SuiteResult {
  readonly exitCode: number;
  readonly suite?: SuiteRecord;
}

/**
 * How a process ends after suites, by their record alone. A run that was cut short, or failed for no other reason, ends
 * like one whose target is not there at all.
 */
export function exitCodeOf(record: SuiteRecord): number {
  const { interrupted, lost, cases } = record;
  if (interrupted) return exitCodes.interrupted;
  if (lost) return lost === 'environment' ? exitCodes.unreachable : exitCodes.refused;
  const failed = cases.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return failsByChange(record) ? exitCodes.broken : exitCodes.ok;
  const isElsewhere = failed.every(({ problem }) => problem === 'environment');
  return isElsewhere ? exitCodes.unreachable : exitCodes.broken;
}

/** Opens the gate to a target with a URL, unless the cases are only listed. Files that the run needs are read first. */
async function gateFor(settings: Settings, args: readonly string[]) {
  observedBefore(settings.observed);
  await checkKnownFailures(settings);
  const { baseUrl } = settings;
  return baseUrl === undefined || isListing(args) ? undefined : openGate({ ...settings, baseUrl });
}

/** Runs the suites on the target of the settings, once it is known to be there and to take the token. */
export async function runSuites(
  { settings, signal }: Context,
  { id, folder }: NewRun,
  args: readonly string[],
  output: 'stdout' | 'stderr',
): Promise<SuiteResult> {
  const gate = await gateFor(settings, args);
  const env = {
    ...(gate && { PKDK_GATE: gate.address }),
    PKDK_SEED: String(settings.seed),
    PKDK_LANG: settings.lang,
    PKDK_OUT: settings.out,
    PKDK_RUN_ID: id,
    PKDK_RECORD_FOLDER: folder,
  };
  const code = await runSuite({ args, env, output, signal }).finally(() => gate?.close());
  if (!existsSync(join(folder, 'record.json'))) return { exitCode: code };
  const record = readRecord(folder);
  if (record.kind !== 'suite') return { exitCode: code };
  const own = exitCodeOf(record);
  // Ctrl-C may come after the run, to a reporter that shows its page.
  return { exitCode: signal.aborted || own !== exitCodes.ok ? own : code, suite: record };
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
