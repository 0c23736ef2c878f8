import { faker } from '@faker-js/faker/locale/base';
import type { Device } from '../contracts/batch.ts';

/** The devices of an account, and some of another account. */
export interface Account {
  readonly own: readonly Device[];
  readonly foreign: readonly Device[];
}

const referenceSeed = 1;

/** The devices the reference service holds: own ones of three products, foreign ones half of the same products. */
export function referenceAccount(seed: number = referenceSeed): Account {
  faker.seed(seed);
  const products = makeProducts(6);
  return { own: take(products.slice(0, 3), 2000), foreign: take(products, 200) };
}

/** `count` different devices, spread evenly over the products. */
export function makeDevices(count: number, seed: number, productCount = 3): Device[] {
  faker.seed(seed);
  return take(makeProducts(productCount), count);
}

/**
 * Devices that are nobody's: in turn a new device key under a product key of the pool,
 * and a device key of the pool under a new product key.
 */
export function unknownDevices(pool: readonly Device[], count: number, seed: number): Device[] {
  const models = pool.length > 0 ? pool : makeDevices(1, seed);
  faker.seed(seed);
  const productKeys = new Set(models.map(({ pk }) => pk));
  const deviceKeys = new Set(models.map(({ dk }) => dk));
  // Never a short name: a D007 that is not in the pool may well be somebody's.
  const longKey = () => (faker.datatype.boolean() ? macLike() : imeiLike());
  return Array.from({ length: count }, (_, i) => {
    const { pk, dk } = faker.helpers.arrayElement(models);
    return i % 2 === 0 ? { pk, dk: fresh(longKey, deviceKeys) } : { pk: fresh(productKey, productKeys), dk };
  });
}

/** The devices of one product, without end and all different. */
type Product = Generator<Device, never>;

function makeProducts(count: number): Product[] {
  return faker.helpers.uniqueArray(productKey, count).map(makeProduct);
}

function* makeProduct(pk: string, place: number): Product {
  const taken = new Set<string>();
  for (let n = 1; ; n++) yield { pk, dk: fresh(() => deviceKey(place, n), taken) };
}

function take(products: readonly Product[], count: number): Device[] {
  const rounds = Math.ceil(count / products.length);
  return Array.from({ length: rounds }, () => products.map((product) => product.next().value))
    .flat()
    .slice(0, count);
}

/** Products differ in how they name their devices. */
function deviceKey(place: number, n: number): string {
  switch (place % 3) {
    case 0:
      return macLike();
    case 1:
      return imeiLike();
    default:
      return `D${String(n).padStart(3, '0')}`;
  }
}

function productKey(): string {
  return faker.string.alphanumeric(6);
}

function macLike(): string {
  const key = faker.internet.mac('');
  return faker.datatype.boolean() ? key.toUpperCase() : key;
}

function imeiLike(): string {
  // 01 and 35 are the reporting bodies most phones carry; L is the Luhn check digit.
  return faker.helpers.replaceCreditCardSymbols(
    faker.helpers.arrayElement(['01############L', '35############L']),
  );
}

function fresh(make: () => string, taken: Set<string>): string {
  for (;;) {
    const key = make();
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
