import { createHmac, randomBytes } from 'node:crypto';
import { type Device, pairKey } from '../batch.ts';

/** Whose devices the service knows. */
export interface Account {
  readonly own: readonly Device[];
  readonly foreign: readonly Device[];
}

export interface Inventory {
  /** The credential that a device has, whoever owns it. */
  credential(device: Device): string;
  /** The credential of an own device; undefined for any other device. */
  granted(device: Device): string | undefined;
  isForeign(device: Device): boolean;
}

type ByKeys<T> = Map<string, Map<string, T>>;

function byKeys<T>(devices: readonly Device[], value: T): ByKeys<T> {
  const products: ByKeys<T> = new Map();
  for (const { pk, dk } of devices) {
    const product = products.get(pk);
    if (product) product.set(dk, value);
    else products.set(pk, new Map([[dk, value]]));
  }
  return products;
}

/** The devices of an account with their credentials: one per device, the same on every call. */
export function createInventory({ own, foreign }: Account): Inventory {
  const key = randomBytes(32);
  const foreignDevices = byKeys(foreign, true);
  // Null until the first call asks: deriving those of a large account would delay the start.
  const credentials = byKeys<string | null>(own, null);

  function credential(device: Device): string {
    return createHmac('sha256', key).update(pairKey(device)).digest().toString('hex', 0, 16);
  }

  return {
    credential,
    granted(device) {
      const { pk, dk } = device;
      const product = credentials.get(pk);
      const known = product?.get(dk);
      if (known !== null) return known;
      const derived = credential(device);
      product?.set(dk, derived);
      return derived;
    },
    isForeign: ({ pk, dk }) => foreignDevices.get(pk)?.has(dk) ?? false,
  };
}
