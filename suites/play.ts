import type { TestInfo } from '@playwright/test';
import { reasonOf } from '../contracts/errors.ts';
import type { Exchange } from '../contracts/exchange.ts';
import type { Finding } from '../contracts/finding.ts';
import { attachKnown } from './attachment.ts';
import { type Case, Skipped } from './case.ts';
import { type KnownFailure, verdictOf } from './known-failures.ts';
import { breaks } from './matchers.ts';
import { problemOf } from './problem.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** What a test has seen so far. */
export interface Seen {
  readonly exchanges: Exchange[];
  readonly findings: Finding[];
}

/** Everything that a case is played with. */
export interface Stage {
  readonly session: Session;
  readonly seen: Seen;
  readonly workbench: Workbench;
  readonly knownFailures: readonly KnownFailure[];
  readonly testInfo: TestInfo;
}

/** `suite › title` */
export const nameOf = ({ titlePath }: TestInfo) => titlePath.slice(1).join(' › ');

/** The error of a case under what its known failure has to say. */
function explained(why: string, error: unknown): Error {
  const told = new Error(error === undefined ? why : `${why}\n\n${reasonOf(error)}`);
  const stack = error instanceof Error ? error.stack?.replace(error.message, () => told.message) : undefined;
  // Where this function was called from helps nobody.
  told.stack = stack ?? told.message;
  return told;
}

async function errorOf({ run }: Case, session: Session): Promise<unknown> {
  try {
    await run(session);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Runs a case as a test of Playwright. A failure that is known does not fail the test; any other says whose it is. */
export async function play(one: Case, stage: Stage): Promise<void> {
  const { session, seen, knownFailures, testInfo } = stage;
  const { strict, lang } = stage.workbench;
  const error = await errorOf(one, session);
  if (error instanceof Skipped) testInfo.skip(true, error.reason[lang]);
  const problem = error === undefined ? undefined : problemOf(error, seen.exchanges);
  const rules = seen.findings.filter((finding) => breaks(finding, strict)).map(({ rule }) => rule);
  const ending = { rules: [...new Set(rules)], problem };
  const today = new Date().toISOString().slice(0, 10);
  const verdict = verdictOf(knownFailures, nameOf(testInfo), ending, today);
  if (verdict.status === 'known') attachKnown(testInfo, verdict.entry, verdict.note[lang], reasonOf(error));
  if (verdict.status !== 'failed') return;
  testInfo.annotations.push({ type: 'problem', description: problem ?? 'contract' });
  throw verdict.note ? explained(verdict.note[lang], error) : error;
}
