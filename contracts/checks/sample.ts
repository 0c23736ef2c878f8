import type { Device, Origin } from '../batch.ts';
import type { Answer, Exchange, TokenState } from '../exchange.ts';
import type { Check } from './check.ts';
import { type CheckSettings, viewOf } from './view.ts';

/** Exchanges for the tests of the checks: a correct one, and the same with parts replaced. */
export const own: Device = { pk: 'p11pLZ', dk: '0080E1000001' };
export const own2: Device = { pk: 'p11pLZ', dk: '0080E1000002' };
export const foreign: Device = { pk: 'p11pLZ', dk: '0080E1000009' };
export const unknown: Device = { pk: 'zzzzzz', dk: 'D001' };

export const settings: CheckSettings = { tokenErrorStatus: 200, secrets: ['secret-token'] };

export const succeeded = (device: Device, resetCredentials: unknown = `c-${device.dk}`) => ({
  dk: device.dk,
  pk: device.pk,
  resetCredentials,
});

export const failed = (device: Device, msg: unknown = '设备未绑定') => ({
  dk: device.dk,
  pk: device.pk,
  msg,
});

export const answered = (successList: unknown[], failedList: unknown[] = []) => ({
  code: 200,
  data: { failedList, successList },
  extMsg: null,
  msg: '',
});

export const tokenError = (code: number) => ({ code, msg: 'token 验证失败' });

interface Parts {
  readonly body?: unknown;
  readonly bytes?: Buffer;
  readonly status?: number;
  readonly headers?: Answer['headers'];
  readonly token?: TokenState;
  readonly mayBeRefused?: true;
  /** Devices by origin; `null` for a request body that is no batch. */
  readonly batch?: readonly (readonly [Device, Origin])[] | null;
}

/** By default: two own devices and a foreign one, answered as they must be. */
export function exchange(parts: Parts = {}): Exchange {
  const batch =
    parts.batch === undefined
      ? ([
          [own, 'own'],
          [own2, 'own'],
          [foreign, 'foreign'],
        ] as const)
      : parts.batch;
  const body = parts.body ?? answered([succeeded(own), succeeded(own2)], [failed(foreign)]);
  return {
    request: { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body: Buffer.from('') },
    ...(batch && {
      batch: {
        devices: batch.map(([device]) => device),
        origins: batch.map(([, origin]) => origin),
        seed: 1,
        index: 0,
      },
    }),
    token: parts.token ?? 'valid',
    ...(parts.mayBeRefused && { mayBeRefused: parts.mayBeRefused }),
    response: {
      status: parts.status ?? 200,
      headers: parts.headers ?? { 'content-type': 'application/json;charset=UTF-8' },
      body: parts.bytes ?? Buffer.from(JSON.stringify(body)),
    },
    sentAt: 0,
    timings: { totalMs: 1 },
  };
}

/** What a check finds in an exchange, as `kind at`. */
export function found(check: Check, given: Exchange, checkSettings: CheckSettings = settings): string[] {
  if (!given.response) return [];
  const view = viewOf(given, given.response, checkSettings);
  return check.inspect(view).map(({ params, at }) => `${params.kind} ${at}`.trim());
}
