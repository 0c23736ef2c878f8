import { once } from 'node:events';
import { exitCodes } from '../contracts/error-table.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { parseInteger, parseNumber } from '../contracts/numbers.ts';
import { faultNames, faults, findFault } from '../contracts/reference/faults.ts';
import { serve } from '../contracts/reference/serve.ts';
import type { ServiceTimeModel } from '../contracts/reference/service-time.ts';
import { referenceAccount } from '../generators/devices.ts';
import { type Action, type Flags, print, textOf } from './context.ts';

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

function faultOf(flags: Flags) {
  const name = textOf(flags, 'fault');
  const fault = name === undefined ? undefined : findFault(name);
  if (name === undefined || fault) return fault;
  const names = faultNames.join(', ');
  throw new ToolkitError('SETTING', {
    name: '--fault',
    value: name,
    expected: { en: `one of ${names}`, zh: `其中之一：${names}` },
  });
}

/** `serve` */
export const action: Action = async ({ flags, settings, signal }) => {
  if (flags.listFaults) {
    print(faults.map(({ name, rule, text }) => `${name}\t${rule}\t${text[settings.lang]}`).join('\n'));
    return exitCodes.ok;
  }
  const [port, closeEvery] = [textOf(flags, 'port'), textOf(flags, 'closeEvery')];
  const [model, fault, envFile] = [modelOf(flags), faultOf(flags), textOf(flags, 'envFile')];
  const reference = await serve({
    account: referenceAccount(),
    ...(port !== undefined && { port: parseInteger('--port', port, 0, 65_535) }),
    ...(model && { model }),
    ...(fault && { fault }),
    ...(closeEvery !== undefined && { closeEvery: parseInteger('--close-every', closeEvery, 1, 1_000_000) }),
    ...(envFile !== undefined && { envFile }),
    withLogin: Boolean(flags.login),
  });
  print(reference.url);
  if (!signal.aborted) await once(signal, 'abort');
  await reference.stop();
  return exitCodes.ok;
};
