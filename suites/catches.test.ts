import { afterAll, expect, test } from 'vitest';
import { benchTransport, findingsOf, targetOf } from './faults/bench.ts';
import type { Fault } from './faults/fault.ts';
import { faults } from './faults/faults.ts';
import { checkSettingsFor } from './workbench.ts';

const patient = benchTransport();
const hasty = benchTransport({ timeoutMs: 1000 });
afterAll(() => Promise.all([patient.close(), hasty.close()]));

/** Whether its rule objects; asks no more when it does. */
async function isCaught({ rule, hangs, ...behaviour }: Fault): Promise<boolean> {
  const target = await targetOf(behaviour);
  const transport = hangs ? hasty : patient;
  try {
    for await (const finding of findingsOf(target, transport, checkSettingsFor(target))) {
      const isGrave = finding.severity === (rule === 'drift' ? 'drift' : 'violation');
      if (finding.rule === rule && isGrave) return true;
    }
    return false;
  } finally {
    await target.close();
  }
}

test.each(faults.map((fault) => [fault.name, fault.rule, fault] as const))(
  '%s is caught by %s',
  async (_name, _rule, fault) => expect(await isCaught(fault)).toBe(true),
);
