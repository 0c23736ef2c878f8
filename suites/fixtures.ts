import { test as base, type TestInfo } from '@playwright/test';
import { reasonOf } from '../contracts/errors.ts';
import type { Finding } from '../contracts/finding.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { readSettings } from '../settings.ts';
import { attachExchange, attachFinding, attachKnown } from './attachment.ts';
import type { Case } from './case.ts';
import { type KnownFailure, verdictOf } from './known-failures.ts';
import { readKnownFailures } from './known-failures-file.ts';
import { breaks } from './matchers.ts';
import { Session } from './session.ts';
import { suites } from './suites.ts';
import { type Workbench, workbenchOf } from './workbench.ts';

interface TestFixtures {
  /** What the answers of the test were found to say wrong, so far. */
  readonly findings: Finding[];
  readonly pkdk: Session;
  /** Runs a case; a failure of it that is known does not fail the test. */
  readonly play: (one: Case) => Promise<void>;
}

interface WorkerFixtures {
  readonly workbench: Workbench;
  readonly knownFailures: readonly KnownFailure[];
}

const nameOf = ({ titlePath }: TestInfo) => titlePath.slice(1).join(' › ');

/** The error of a case under what its known failure has to say. */
function explained(why: string, error: unknown): Error {
  const told = new Error(error === undefined ? why : `${why}\n\n${reasonOf(error)}`);
  const stack = error instanceof Error ? error.stack?.replace(error.message, () => told.message) : undefined;
  // Where this function was called from helps nobody.
  told.stack = stack ?? told.message;
  return told;
}

/** `pkdk` sends to the target of the settings, or to a reference service of the worker's own. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  workbench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const settings = readSettings();
      const target = await openTarget(settings, async (account) => {
        const { start } = await import('../contracts/reference/service.ts');
        return start({ account });
      });
      const transport = openTransport(settings);
      await use(workbenchOf(target, transport, settings));
      await transport.close();
      await target.close();
    },
    { scope: 'worker' },
  ],
  knownFailures: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const { knownFailures } = readSettings();
      await use(knownFailures === undefined ? [] : readKnownFailures(knownFailures, suites));
    },
    { scope: 'worker', box: 'self' },
  ],
  findings: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    ({}, use) => use([]),
    { box: 'self' },
  ],
  pkdk: [
    async ({ workbench, findings }, use, testInfo) => {
      const { file, line, column } = testInfo;
      const session = new Session(workbench, {
        testId: nameOf(testInfo),
        skip(reason) {
          testInfo.skip(true, reason);
          throw new Error('Playwright ends a test that is skipped');
        },
        // Cases are data, all registered in one place: looking up where a step was taken would only cost time.
        step: (title, body) => base.step(title, body, { location: { file, line, column } }),
        attach({ recorded, judgement }) {
          findings.push(...judgement.findings);
          attachExchange(testInfo, recorded);
        },
        report(finding) {
          findings.push(finding);
          attachFinding(testInfo, finding);
        },
      });
      await use(session);
    },
    { box: 'self' },
  ],
  play: [
    async ({ workbench: { strict, lang }, knownFailures, findings, pkdk }, use, testInfo) => {
      await use(async ({ run }) => {
        let error: unknown;
        try {
          await run(pkdk);
        } catch (thrown) {
          if (testInfo.expectedStatus === 'skipped') throw thrown;
          error = thrown;
        }
        const rules = findings.filter((finding) => breaks(finding, strict)).map(({ rule }) => rule);
        const ending = { rules: [...new Set(rules)], error };
        const today = new Date().toISOString().slice(0, 10);
        const verdict = verdictOf(knownFailures, nameOf(testInfo), ending, today);
        if (verdict.status === 'known')
          attachKnown(testInfo, verdict.entry, verdict.note[lang], reasonOf(error));
        if (verdict.status === 'failed') throw verdict.note ? explained(verdict.note[lang], error) : error;
      });
    },
    { box: 'self' },
  ],
});
