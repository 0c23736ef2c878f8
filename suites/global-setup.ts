import { readSettings } from '../settings.ts';
import { openGate } from './gate.ts';

/** Opens the gate to a target with a URL, unless the command that started Playwright has. */
export default async function globalSetup(): Promise<(() => Promise<void>) | undefined> {
  const settings = readSettings();
  const { baseUrl } = settings;
  if (baseUrl === undefined || process.env.PKDK_GATE) return undefined;
  const gate = await openGate({ ...settings, baseUrl });
  process.env.PKDK_GATE = gate.address;
  return async () => {
    delete process.env.PKDK_GATE;
    await gate.close();
  };
}
