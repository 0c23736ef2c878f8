import fc from 'fast-check';
import type { Batch, Device, Origin } from '../contracts/batch.ts';
import type { Pools } from '../generators/batch.ts';
import { randomStream, sample } from '../generators/random.ts';
import { Skipped } from './case.ts';

/** What must hold of every batch. */
export interface Property {
  readonly pools: Pools;
  /** Whose devices a batch may have; all of them have some. */
  readonly origins: readonly Origin[];
  readonly maxSize: number;
  readonly seed: number;
  /** Leads straight to a counterexample that was found before. */
  readonly path?: string;
  /** Sends the batch; throws when something does not hold. What it throws to skip the case ends the search. */
  holds(batch: Batch): Promise<void>;
}

/** The smallest batch that was found to break a property. */
export interface Counterexample {
  readonly batch: Batch;
  readonly seed: number;
  readonly path: string;
  readonly requests: number;
  /** What the property threw. */
  readonly error: unknown;
}

/** Batches that are tried before a property counts as held. */
const runs = 25;

/** A service under test is not ours to flood: making a counterexample smaller ends here. */
const maxRequests = 100;

interface Member {
  readonly device: Device;
  readonly origin: Origin;
}

/** One of the devices; in one case of four one of three favourites, so that batches repeat some. */
function memberOf({ pools, seed }: Property, origin: Origin): fc.Arbitrary<Member> {
  const pool = pools[origin];
  const favourites = sample(pool, Math.min(3, pool.length), randomStream(seed, 0));
  const from = (devices: readonly Device[]) =>
    fc.constantFrom(...devices).map((device): Member => ({ device, origin }));
  return fc.oneof({ weight: 3, arbitrary: from(pool) }, { weight: 1, arbitrary: from(favourites) });
}

/**
 * Batches that shrink by losing devices and in no other way: another device in place of one that breaks the
 * property would cost a request and explain nothing.
 */
function batches(property: Property): fc.Arbitrary<readonly Member[]> {
  const member = fc.oneof(...property.origins.map((origin) => memberOf(property, origin)));
  return fc
    .array(fc.noShrink(member), { maxLength: property.maxSize, size: 'max' })
    .filter(({ length }) => length > 0);
}

/**
 * Looks for a batch that breaks the property, with at most 100 requests; the same seed finds the same batch.
 * Throws Skipped when the property does.
 */
export async function findCounterexample(property: Property): Promise<Counterexample | undefined> {
  const { seed, path, holds } = property;
  let requests = 0;
  let skipped: Skipped | undefined;
  const batchOf = (members: readonly Member[]): Batch => ({
    devices: members.map(({ device }) => device),
    origins: members.map(({ origin }) => origin),
    seed,
    index: 0,
  });
  const law = fc.asyncProperty(batches(property), async (members) => {
    if (requests === maxRequests || skipped) return;
    requests += 1;
    await holds(batchOf(members)).catch((error) => {
      if (!(error instanceof Skipped)) throw error;
      skipped = error;
    });
  });
  const { counterexample, counterexamplePath, errorInstance } = await fc.check(law, {
    seed: seed | 0,
    numRuns: runs,
    ...(path && { path, endOnFailure: true }),
  });
  if (skipped && counterexample === null) throw skipped;
  if (counterexample === null || counterexamplePath === null) return undefined;
  return {
    batch: batchOf(counterexample[0]),
    seed,
    path: counterexamplePath,
    requests,
    error: errorInstance,
  };
}

/** The counterexample in words, with what it takes to find it again. */
export function describeCounterexample(found: Counterexample, again: string): string {
  const { batch, seed, path, requests, error } = found;
  const devices = batch.devices.map(({ pk, dk }, i) => `  ${batch.origins[i]}  ${pk} ${dk}`);
  return [
    `a batch of ${batch.devices.length} breaks a rule; found and made smaller in ${requests} requests`,
    ...devices,
    `fast-check seed ${seed}, path ${path}`,
    `again     ${again}`,
    error instanceof Error ? error.message : String(error),
  ].join('\n');
}
