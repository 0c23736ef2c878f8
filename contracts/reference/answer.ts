import { isUtf8 } from 'node:buffer';
import type { Device } from '../batch.ts';
import type { components } from '../generated/openapi.ts';
import type { Lang, Text } from '../text.ts';
import type { Inventory } from './inventory.ts';

export type Lists = components['schemas']['ResetCredentialsDto'];

/** The body of an answer; `data` is null on a business error. */
export interface Answer {
  readonly code: number;
  readonly data: Lists | null;
  readonly extMsg: null;
  readonly msg: string;
}

const errors = {
  5032: { zh: 'token 验证失败', en: 'The token is not valid' },
  5106: { zh: '请输入token', en: 'Please give a token' },
  50005: { zh: '参数校验失败', en: 'The parameters are not valid' },
} as const satisfies Record<number, Text>;

const notBound: Text = { zh: '设备未绑定', en: 'The device is not bound' };

/** A business error. */
export function errorAnswer(code: keyof typeof errors, lang: Lang): Answer {
  return { code, data: null, extMsg: null, msg: errors[code][lang] };
}

/** Own devices with their credential, all others with a reason, each occurrence once. */
export function batchAnswer(devices: readonly Device[], inventory: Inventory, lang: Lang): Answer {
  const successList: Lists['successList'][number][] = [];
  const failedList: Lists['failedList'][number][] = [];
  for (const device of devices) {
    const { pk, dk } = device;
    const resetCredentials = inventory.granted(device);
    if (resetCredentials === undefined) failedList.push({ dk, msg: notBound[lang], pk });
    else successList.push({ dk, pk, resetCredentials });
  }
  return { code: 200, data: { failedList, successList }, extMsg: null, msg: '' };
}

function isDevice(value: unknown): value is Device {
  if (typeof value !== 'object' || value === null || !('pk' in value && 'dk' in value)) return false;
  const { pk, dk } = value;
  return typeof pk === 'string' && pk !== '' && typeof dk === 'string' && dk !== '';
}

/** The devices a body asks for; undefined when it is not a JSON array of them in UTF-8. */
export function readDevices(body: Buffer): readonly Device[] | undefined {
  if (!isUtf8(body)) return undefined;
  try {
    const value: unknown = JSON.parse(body.toString());
    return Array.isArray(value) && value.every(isDevice) ? value : undefined;
  } catch {
    return undefined;
  }
}
