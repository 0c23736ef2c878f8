import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes } from '../contracts/errors/entry.ts';
import { observedBefore } from '../contracts/observed-file.ts';
import { readRecord, type SuiteRecord } from '../contracts/record.ts';
import { openGate } from '../suites/gate.ts';
import { runSuite } from '../suites/run-suite.ts';
import { type Action, type Context, newRun } from './context.ts';
import { checkKnownFailures } from './known-failures.ts';
import { conclude } from './outcome.ts';

/** What the suites came to; without a record, Playwright did not run any test. */
export interface SuiteResult {
  readonly exitCode: number;
  readonly suite?: SuiteRecord;
}

/** A run that was cut short, or failed for no other reason, ends like one whose target is not there at all. */
function exitCodeOf({ lost, cases }: SuiteRecord, code: number): number {
  if (lost) return lost === 'environment' ? exitCodes.unreachable : exitCodes.refused;
  const failed = cases.filter(({ status }) => status === 'failed');
  const isElsewhere = failed.length > 0 && failed.every(({ problem }) => problem === 'environment');
  return isElsewhere ? exitCodes.unreachable : code;
}

/**
 * Runs the suites on the target of the settings, once it is known to be there and to take the token, and what
 * earlier runs observed can be read.
 */
export async function runSuites(
  { settings, signal }: Context,
  { id, folder }: { readonly id: string; readonly folder: string },
  args: readonly string[],
  output: 'stdout' | 'stderr',
): Promise<SuiteResult> {
  observedBefore(settings.observed);
  await checkKnownFailures(settings);
  const { baseUrl } = settings;
  const gate = baseUrl === undefined ? undefined : await openGate({ ...settings, baseUrl });
  const env = {
    ...(gate && { PKDK_GATE: gate.address }),
    PKDK_SEED: String(settings.seed),
    PKDK_LANG: settings.lang,
    PKDK_OUT: settings.out,
    PKDK_RUN_ID: id,
    PKDK_RECORD_FOLDER: folder,
  };
  const code = await runSuite({ args, env, output, signal }).finally(() => gate?.close());
  if (!existsSync(join(folder, 'record.json')))
    return { exitCode: code === 0 ? exitCodes.ok : exitCodes.usage };
  const record = readRecord(folder);
  if (record.kind !== 'suite') return { exitCode: code };
  return { exitCode: signal.aborted ? exitCodes.interrupted : exitCodeOf(record, code), suite: record };
}

/** `suite` */
export const action: Action = async (context) => {
  const { settings, args } = context;
  const run = newRun(settings);
  const { exitCode, suite } = await runSuites(context, run, args, 'stdout');
  return suite ? conclude(context, run.folder, { suite }, exitCode) : exitCode;
};
