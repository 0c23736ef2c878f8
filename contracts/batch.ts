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
