import { test as base } from '@playwright/test';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { readSettings } from '../settings.ts';
import { attachExchange, attachFinding } from './attachment.ts';
import { Session } from './session.ts';
import { type Workbench, workbenchOf } from './workbench.ts';

/** `pkdk` sends to the target of the settings, or to a reference service of the worker's own. */
export const test = base.extend<{ pkdk: Session }, { workbench: Workbench }>({
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
  pkdk: [
    async ({ workbench }, use, testInfo) => {
      const { file, line, column, repeatEachIndex, retry } = testInfo;
      const session = new Session(workbench, {
        testId: testInfo.titlePath.slice(1).join(' › '),
        attempt: repeatEachIndex + retry > 0 ? `-${repeatEachIndex}-${retry}` : '',
        skip(reason) {
          testInfo.skip(true, reason);
          throw new Error('Playwright ends a test that is skipped');
        },
        // Cases are data, all registered in one place: looking up where a step was taken would only cost time.
        step: (title, body) => base.step(title, body, { location: { file, line, column } }),
        attach: ({ recorded }) => attachExchange(testInfo, recorded),
        report: (finding) => attachFinding(testInfo, finding),
      });
      await use(session);
    },
    { box: 'self' },
  ],
});
