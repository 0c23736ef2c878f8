import type { components } from './generated/openapi.ts';

/** One device as it goes over the wire: product key and device key. */
export type Device = components['schemas']['PkDkDto'];

/** Whose a device is: the caller's, another account's, nobody's. */
export type Origin = 'own' | 'foreign' | 'unknown';

/** The devices of one request. `origins[i]` belongs to `devices[i]`; seed and index make it again. */
export interface Batch {
  readonly devices: readonly Device[];
  readonly origins: readonly Origin[];
  readonly seed: number;
  readonly index: number;
}

/** A text that two devices share only if they have both keys in common. */
export function pairKey({ pk, dk }: Device): string {
  return JSON.stringify([pk, dk]);
}

/** Devices as a device file in CSV. */
export function devicesAsCsv(devices: readonly Device[]): string {
  const field = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return ['pk,dk', ...devices.map(({ pk, dk }) => `${field(pk)},${field(dk)}`), ''].join('\n');
}
