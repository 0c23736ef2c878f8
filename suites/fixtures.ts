import { test as base } from '@playwright/test';
import type { Exchange } from '../contracts/exchange.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { readSettings } from '../settings.ts';
import { attachExchange, attachFinding } from './attachment.ts';
import { passGate } from './gated.ts';
import { Session } from './session.ts';
import { type Workbench, workbenchOf } from './workbench.ts';

/** The target as the gate of the run lets it be reached, or a reference service of the worker's own. */
async function reach(settings: ReturnType<typeof readSettings>) {
  const address = process.env.PKDK_GATE;
  if (address) return passGate(address);
  const target = await openTarget(settings, async (account) => {
    const { start } = await import('../contracts/reference/service.ts');
    return start({ account });
  });
  return { target, transport: openTransport(settings) };
}

/**
 * `pkdk` sends to the target of the settings, or to a reference service of the worker's own; `exchanges` are those the
 * test made so far.
 */
export const test = base.extend<{ pkdk: Session; exchanges: Exchange[] }, { workbench: Workbench }>({
  workbench: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const settings = readSettings();
      const { target, transport } = await reach(settings);
      await use(workbenchOf(target, transport, settings));
      await transport.close();
      await target.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  exchanges: [async ({}, use) => use([]), { box: 'self' }],
  pkdk: [
    async ({ workbench, exchanges }, use, testInfo) => {
      const { file, line, column } = testInfo;
      const session = new Session(workbench, {
        testId: testInfo.titlePath.slice(1).join(' › '),
        // Cases are data, all registered in one place: looking up where a step was taken would only cost time.
        step: (title, body) => base.step(title, body, { location: { file, line, column } }),
        attach({ recorded, exchange }) {
          exchanges.push(exchange);
          attachExchange(testInfo, recorded);
        },
        report: (finding) => attachFinding(testInfo, finding),
      });
      await use(session);
    },
    { box: 'self' },
  ],
});
