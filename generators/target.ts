import type { Access } from '../contracts/access/access.ts';
import { listDevices } from '../contracts/access/device-list.ts';
import { logIn } from '../contracts/access/login.ts';
import type { LoginAccount } from '../contracts/access/login-form.ts';
import type { Batch, Device } from '../contracts/batch.ts';
import { operationPath } from '../contracts/contract.ts';
import { ToolkitError } from '../contracts/errors.ts';
import type { Call, TokenState } from '../contracts/exchange.ts';
import type { Target as RecordedTarget } from '../contracts/record.ts';
import type { RunningReference } from '../contracts/reference/forked.ts';
import { openTransport, type Transport, type TransportOptions } from '../contracts/send.ts';
import { drawBatch, type Pools } from './batch.ts';
import { readDeviceFile } from './device-file.ts';
import { type Account, referenceAccount, unknownDevices } from './devices.ts';
import { bareToken, bearer, prepareCall } from './request.ts';

/** Enough devices that are nobody's for any batch of the suites. */
const unknownCount = 1000;

/** What is under test, with everything that requests to it are made of. */
export interface Target extends RecordedTarget {
  readonly operationUrl: string;
  /** All tokens are without `Bearer `. */
  readonly token: string;
  /** When it expires, if a login said so: in milliseconds since the epoch. */
  readonly expiresAt?: number | undefined;
  readonly expiredToken?: string | undefined;
  readonly refreshToken?: string | undefined;
  readonly pools: Pools;
  close(): Promise<void>;
}

/** Where the target is, as the settings say it; without `baseUrl` it is a reference service. */
export interface TargetSettings {
  readonly baseUrl?: string | undefined;
  readonly token?: string | undefined;
  readonly expiredToken?: string | undefined;
  readonly refreshToken?: string | undefined;
  /** Logs in where there is no token, and lists the devices where they are not given. */
  readonly login?: LoginAccount | undefined;
  readonly devices?: string | undefined;
  readonly foreignDevices?: string | undefined;
}

/**
 * Opens the target of the settings, or starts a reference service in the way given and stops it on close.
 * Throws what reading device files, logging in and listing devices throw.
 */
export async function openTarget(
  settings: TargetSettings & TransportOptions,
  startReference: (account: Account) => Promise<RunningReference>,
): Promise<Target> {
  const { baseUrl } = settings;
  if (baseUrl === undefined) {
    const account = accountOf(settings);
    return referenceTarget(await startReference(account), poolsOf(account));
  }
  const transport = openTransport(settings);
  return remoteTarget({ ...settings, baseUrl }, transport).finally(() => transport.close());
}

/**
 * The target at a URL; logs in and lists the devices where the settings ask for it.
 * Throws what reading device files, logging in and listing devices throw.
 */
export async function remoteTarget(
  settings: TargetSettings & { readonly baseUrl: string },
  transport: Transport,
): Promise<Target> {
  const { baseUrl } = settings;
  const account = accountOf(settings);
  const { token, expiresAt, refreshToken, own } = await accessOf(settings, transport, account.own);
  return {
    url: baseUrl,
    label: new URL(baseUrl).host,
    referenceService: false,
    operationUrl: baseUrl + operationPath,
    token: bareToken(token),
    expiresAt,
    expiredToken: settings.expiredToken && bareToken(settings.expiredToken),
    refreshToken: refreshToken && bareToken(refreshToken),
    pools: poolsOf({ ...account, own }),
    close: async () => undefined,
  };
}

/** The same account, with the same token, at another URL. */
export function movedTo(target: Target, url: string): Target {
  return { ...target, url, label: new URL(url).host, operationUrl: url + operationPath };
}

/** A running reference service as a target, which stops it on close. */
export function referenceTarget({ url, tokens, stop }: RunningReference, pools: Pools): Target {
  return {
    url,
    label: 'reference service',
    referenceService: true,
    operationUrl: url + operationPath,
    token: tokens.valid,
    expiredToken: tokens.expired,
    refreshToken: tokens.refresh,
    pools,
    close: stop,
  };
}

/** Token and devices as the settings give them, or as a login and the account's list of devices do. */
async function accessOf(
  settings: TargetSettings & { readonly baseUrl: string },
  transport: Transport,
  given: readonly Device[],
): Promise<Access & { readonly own: readonly Device[] }> {
  const { baseUrl, token, refreshToken, login, devices } = settings;
  const access =
    token === undefined && login
      ? await logIn(transport, baseUrl, login)
      : { token: token ?? '', ...(refreshToken !== undefined && { refreshToken }) };
  if (!login || devices !== undefined) return { ...access, own: given };
  const own = await listDevices(transport, baseUrl, bareToken(access.token));
  if (own.length === 0) throw new ToolkitError('NO_DEVICES');
  return { ...access, own };
}

/** The devices of the settings' files, or those of the reference service. */
function accountOf({ baseUrl, devices, foreignDevices }: TargetSettings): Account {
  if (baseUrl === undefined && devices === undefined) return referenceAccount();
  return {
    own: devices === undefined ? [] : readDeviceFile(devices),
    foreign: foreignDevices === undefined ? [] : readDeviceFile(foreignDevices, 'foreign'),
  };
}

function poolsOf({ own, foreign }: Account): Pools {
  return { own, foreign, unknown: unknownDevices([...own, ...foreign], unknownCount, 0) };
}

/** The pools a target of these settings would have. Throws what reading device files throws. */
export function readPools(settings: TargetSettings): Pools {
  return poolsOf(accountOf(settings));
}

/** A batch with the target's valid token. */
export function callOf(target: Target, batch: Batch): Call {
  return callIn(target, 'valid', batch);
}

/** The Authorization header of each state of a token. */
function authorizationIn(
  { token, expiredToken, refreshToken }: Target,
  state: TokenState,
): string | undefined {
  const given = {
    valid: token,
    missing: undefined,
    invalid: 'garbage',
    expired: expiredToken,
    refresh: refreshToken,
  };
  const chosen = given[state];
  return chosen === undefined ? undefined : bearer(chosen);
}

/** Whether the target has what calls with such a token are made of. */
export function hasToken(target: Target, state: TokenState): boolean {
  return state === 'missing' || authorizationIn(target, state) !== undefined;
}

/** A batch with a token in a state: an invalid one is a word instead of a token. */
export function callIn(target: Target, state: TokenState, batch: Batch): Call {
  const authorization = authorizationIn(target, state);
  return prepareCall({ url: target.operationUrl, token: state, authorization, batch });
}

/** The smallest call the target must answer: one of the account's devices. */
export function smallestCall(target: Target): Call {
  return callOf(target, drawBatch(target.pools, { own: 1 }, 0, 0));
}
