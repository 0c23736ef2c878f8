import { createHmac, randomBytes } from 'node:crypto';
import type { Device } from '../batch.ts';

/** Whose devices the service knows. */
export interface Account {
  readonly own: readonly Device[];
  readonly foreign: readonly Device[];
}

export interface Inventory {
  /** The credential that a device has, whoever owns it. */
  credential(device: Device): string;
  /** The JSON text that hands an own device its credential; undefined for any other device. */
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
  // Texts are kept, since writing them anew would take a quarter of the time of an answer. They are null
  // until the first call asks: making those of a large account would delay the start.
  const texts = byKeys<string | null>(own, null);

  function credential({ pk, dk }: Device): string {
    const identity = JSON.stringify([pk, dk]);
    return createHmac('sha256', key).update(identity).digest().toString('hex', 0, 16);
  }

  return {
    credential,
    granted(device) {
      const { pk, dk } = device;
      const product = texts.get(pk);
      const known = product?.get(dk);
      if (known !== null) return known;
      const text = JSON.stringify({ dk, pk, resetCredentials: credential(device) });
      product?.set(dk, text);
      return text;
    },
    isForeign: ({ pk, dk }) => foreignDevices.get(pk)?.has(dk) ?? false,
  };
}
