import { exitCodes } from '../contracts/errors/entry.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { textOf } from '../contracts/flags.ts';
import { exitCodeOf } from '../contracts/load-exit.ts';
import { isLoopback } from '../contracts/loopback.ts';
import { preflight } from '../contracts/preflight.ts';
import { type LoadRecord, recordHead, writeRecord } from '../contracts/record.ts';
import { openTransport, type Transport } from '../contracts/send.ts';
import { movedTo, remoteTarget, smallestCall, type Target } from '../generators/target.ts';
import { planComparison } from '../load/comparison/compare.ts';
import { openHarness } from '../load/harness.ts';
import { parseDuration } from '../load/plan.ts';
import { runLoad } from '../load/run-load.ts';
import { loadableLookup } from '../load/safety/allow.ts';
import { assertWithin } from '../load/safety/limits.ts';
import { comparisonIn } from '../reports/comparison/compare.ts';
import { parseConditions } from '../reports/comparison/gate.ts';
import { baseUrl } from '../settings.ts';
import { concludeComparison } from './compare.ts';
import { type Action, type Context, inNewRun } from './context.ts';
import { countDown } from './countdown.ts';
import { talk } from './load-talk.ts';
import { sayStopped } from './measure.ts';

/** One of the two services, and the way there. */
interface Side {
  readonly target: Target;
  readonly transport: Transport;
}

/** The URLs of base and head. Throws SETTING, and SETTING_NEEDED without an account. */
function urlsOf({ flags, settings }: Context): { readonly base: string; readonly head: string } {
  const urlOf = (flag: 'base' | 'head', usual = '') => {
    const value = textOf(flags, flag) ?? usual;
    const url = baseUrl.parse(value);
    if (url !== undefined) return url;
    throw new ToolkitError('SETTING', { name: `--${flag}`, value, expected: baseUrl.expected });
  };
  const urls = { base: urlOf('base', settings.baseUrl), head: urlOf('head') };
  const { token, devices, login } = settings;
  for (const [name, value] of Object.entries({ PKDK_TOKEN: token, PKDK_DEVICES: devices }))
    if (value === undefined && !login) throw new ToolkitError('SETTING_NEEDED', { name, because: '--head' });
  return urls;
}

/** Who opens a service has a way there that goes nowhere else. Throws HOST_NOT_ALLOWED. */
function transportTo(url: string, { settings }: Context): Transport {
  return openTransport({ ...settings, lookup: loadableLookup(url, settings.allowHosts) });
}

/** The target at a URL, once it has answered. Throws what logging in and the preflight throw. */
async function answering(target: Target, transport: Transport): Promise<Target> {
  await preflight(transport, smallestCall(target), target.token);
  return target;
}

/**
 * Both services. The head gets the token of the base: where both have one account, another login might end the first one.
 * Only if it refuses that token, the account logs in there, too.
 */
async function openSides(
  urls: ReturnType<typeof urlsOf>,
  transports: Readonly<Record<'base' | 'head', Transport>>,
  { settings }: Context,
): Promise<Readonly<Record<'base' | 'head', Side>>> {
  const open = async (side: 'base' | 'head') =>
    answering(await remoteTarget({ ...settings, baseUrl: urls[side] }, transports[side]), transports[side]);
  const base = await open('base');
  const head = await answering(movedTo(base, urls.head), transports.head).catch((error: unknown) => {
    if (settings.login && error instanceof ToolkitError && error.code === 'TOKEN_REFUSED')
      return open('head');
    throw error;
  });
  return {
    base: { target: base, transport: transports.base },
    head: { target: head, transport: transports.head },
  };
}

/** Measures both services in turn. */
async function measureSides(
  context: Context,
  id: string,
  { base, head }: Readonly<Record<'base' | 'head', Side>>,
): Promise<LoadRecord> {
  const { flags, settings, signal, terminal } = context;
  const { lang, seed, given, maxRate } = settings;
  const keepGoing = flags.keepGoing === true;
  const planned = planComparison(flags, head.target.pools, (until) => {
    const { url, label, referenceService } = base.target;
    const mix = planned.plan.mix;
    const harness = openHarness({ ...base, settings, mix, signal: until, keepGoing });
    return { ...harness, target: { url, label, referenceService } };
  });
  const maxDurationMs = parseDuration('PKDK_MAX_DURATION', settings.maxDuration);
  assertWithin(planned, { maxRate, maxDurationMs });
  const away = [base, head]
    .map(({ target }) => new URL(target.url))
    .filter(({ hostname }) => !isLoopback(hostname));
  if (away.length > 0 && !context.isCi) {
    const host = away.map((url) => url.host).join(', ');
    await countDown({ host, planned, maxRate, lang, terminal, signal });
  }
  const { url, label, referenceService } = head.target;
  const load = await runLoad({
    ...{ head: recordHead({ target: { url, label, referenceService }, settings: given, seed }, id), planned },
    ...{ ...head, settings, signal, watch: talk(terminal, lang), maxDurationMs, keepGoing },
  });
  sayStopped(load, context);
  return load;
}

/** A change that is shown goes before blocks that are not valid, which took no part in it, and after everything else. */
function exitCodeWith(load: LoadRecord, passes: boolean): number {
  const code = exitCodeOf(load);
  const isOpen = code === exitCodes.ok || code === exitCodes.invalid;
  return isOpen && !passes ? exitCodes.threshold : code;
}

/** `load compare`: two services, measured in turn. */
export const action: Action = (context) => {
  const conditions = parseConditions(textOf(context.flags, 'failOn'));
  const urls = urlsOf(context);
  const transports = { base: transportTo(urls.base, context), head: transportTo(urls.head, context) };
  return inNewRun(context.settings, async ({ id, folder }) => {
    const load = await measureSides(context, id, await openSides(urls, transports, context));
    writeRecord(folder, load);
    const comparison = comparisonIn(load);
    if (!comparison) return exitCodeOf(load);
    return exitCodeWith(load, await concludeComparison(context, folder, comparison, conditions));
  }).finally(() => Promise.all([transports.base.close(), transports.head.close()]));
};
