import { once } from 'node:events';
import { exitCodes } from '../contracts/errors/entry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { type Flags, textOf } from '../contracts/flags.ts';
import { parseInteger, parseNumber } from '../contracts/numbers.ts';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { ServiceTimeModel } from '../contracts/reference/service-time.ts';
import type { Lang } from '../contracts/text.ts';
import { referenceAccount } from '../generators/devices.ts';
import type { Fault, Variant } from '../suites/faults/fault.ts';
import { faults } from '../suites/faults/faults.ts';
import { variants } from '../suites/faults/variants.ts';
import type { Action } from './context.ts';

/** Longest service time, in milliseconds. */
const maxServiceMs = 600_000;

function modelOf(flags: Flags): ServiceTimeModel | undefined {
  const [baseMs, perDeviceUs, servers] = ['baseMs', 'perDeviceUs', 'servers'].map((name) =>
    textOf(flags, name),
  );
  if (baseMs === undefined && perDeviceUs === undefined && servers === undefined) return undefined;
  return {
    baseMs: parseNumber('--base-ms', baseMs ?? '0', 0, maxServiceMs),
    perDeviceUs: parseNumber('--per-device-us', perDeviceUs ?? '0', 0, maxServiceMs * 1000),
    servers: parseInteger('--servers', servers ?? '1', 1, 100_000),
  };
}

/** The entry that a flag names. */
function named<T extends { readonly name: string }>(
  flags: Flags,
  flag: string,
  all: readonly T[],
): T | undefined {
  const value = textOf(flags, flag);
  const found = all.find(({ name }) => name === value);
  if (value === undefined || found) return found;
  const names = all.map(({ name }) => name).join(', ');
  const expected = { en: `one of ${names}`, zh: `其中之一：${names}` };
  throw new ToolkitError('SETTING', { name: `--${flag}`, value, expected });
}

/** A service that breaks the contract is not right in any way, so only one of the two can be played. */
function onlyOne(fault: Fault | undefined, variant: Variant | undefined): Behaviour | undefined {
  if (!fault || !variant) return fault ?? variant;
  const expected = { en: 'given without --fault', zh: '不与 --fault 同时使用' };
  throw new ToolkitError('SETTING', { name: '--variant', value: variant.name, expected });
}

/** The settings under which the toolkit takes a variant for right. */
function settingsOf({ tokenErrorStatus, maxBatch }: Variant['settings'] = {}): Record<string, string> {
  return {
    ...(tokenErrorStatus !== undefined && { PKDK_TOKEN_ERROR_STATUS: String(tokenErrorStatus) }),
    ...(maxBatch !== undefined && { PKDK_MAX_BATCH: String(maxBatch) }),
  };
}

function listOf(lang: Lang): string {
  const rows = [
    ...faults.map(({ name, rule, text }) => [name, rule, text[lang]]),
    ...variants.map(({ name, text }) => [name, 'variant', text[lang]]),
  ];
  return rows.map((row) => row.join('\t')).join('\n');
}

/** `serve` */
export const action: Action = async ({ flags, settings, terminal, signal }) => {
  if (flags.listFaults) {
    terminal.print(listOf(settings.lang));
    return exitCodes.ok;
  }
  const [port, closeEvery] = [textOf(flags, 'port'), textOf(flags, 'closeEvery')];
  const [model, envFile] = [modelOf(flags), textOf(flags, 'envFile')];
  const variant = named(flags, 'variant', variants);
  const behaviour = onlyOne(named(flags, 'fault', faults), variant);
  const reference = await serve({
    account: referenceAccount(),
    ...(port !== undefined && { port: parseInteger('--port', port, 0, 65_535) }),
    ...(model && { model }),
    ...(behaviour && { behaviour }),
    ...(closeEvery !== undefined && { closeEvery: parseInteger('--close-every', closeEvery, 1, 1_000_000) }),
    ...(envFile !== undefined && { envFile }),
    login: settings.login,
    withLogin: Boolean(flags.login),
    settings: settingsOf(variant?.settings),
  });
  terminal.print(reference.url);
  if (!signal.aborted) await once(signal, 'abort');
  await reference.stop();
  return exitCodes.ok;
};
