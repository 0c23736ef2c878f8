import { test as base } from '@playwright/test';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { readSettings, type Settings } from '../settings.ts';
import { attachExchange, attachFinding, attachObservation } from './attachment.ts';
import type { Case } from './case.ts';
import { passGate } from './gated.ts';
import type { KnownFailure } from './known-failures.ts';
import { readKnownFailures } from './known-failures-file.ts';
import { nameOf, play, type Seen } from './play.ts';
import { Session } from './session.ts';
import { suites } from './suites.ts';
import { type Workbench, workbenchOf } from './workbench.ts';

interface TestFixtures {
  readonly seen: Seen;
  readonly pkdk: Session;
  /** Runs a case. */
  readonly play: (one: Case) => Promise<void>;
}

interface WorkerFixtures {
  readonly workbench: Workbench;
  readonly knownFailures: readonly KnownFailure[];
}

/** The target as the gate of the run lets it be reached, or a reference service of the worker's own. */
async function reach(settings: Settings) {
  const address = process.env.PKDK_GATE;
  if (address) return passGate(address);
  const target = await openTarget(settings, async (account) => {
    const { start } = await import('../contracts/reference/service.ts');
    return start({ account });
  });
  return { target, transport: openTransport(settings) };
}

/** `pkdk` sends to the target of the settings, or to a reference service of the worker's own. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  workbench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const settings = readSettings();
      const { target, transport } = await reach(settings);
      const recordFolder = process.env.PKDK_RECORD_FOLDER;
      await use(workbenchOf(target, transport, { ...settings, recordFolder }));
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
  seen: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    ({}, use) => use({ exchanges: [], findings: [] }),
    { box: 'self' },
  ],
  pkdk: [
    async ({ workbench, seen }, use, testInfo) => {
      const { file, line, column, repeatEachIndex, retry } = testInfo;
      const session = new Session(workbench, {
        testId: nameOf(testInfo),
        attempt: repeatEachIndex + retry > 0 ? `-${repeatEachIndex}-${retry}` : '',
        // Cases are data, all registered in one place: looking up where a step was taken would only cost time.
        step: (title, body) => base.step(title, body, { location: { file, line, column } }),
        attach({ recorded, exchange, judgement }) {
          seen.exchanges.push(exchange);
          seen.findings.push(...judgement.findings);
          attachExchange(testInfo, recorded);
        },
        report(finding) {
          seen.findings.push(finding);
          attachFinding(testInfo, finding);
        },
        observe: (observation) => attachObservation(testInfo, observation),
      });
      await use(session);
    },
    { box: 'self' },
  ],
  play: [
    async ({ workbench, knownFailures, seen, pkdk }, use, testInfo) => {
      await use((one) => play(one, { session: pkdk, seen, workbench, knownFailures, testInfo }));
    },
    { box: 'self' },
  ],
});
