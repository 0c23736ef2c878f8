/** How long the service works: a request of N devices takes baseMs + N * perDeviceUs / 1000 ms. */
export interface ServiceTimeModel {
  readonly baseMs: number;
  readonly perDeviceUs: number;
  /** How many requests are worked on at once; the rest wait, first in, first out. */
  readonly servers: number;
}

/** Plans each request in turn: from its arrival and its number of devices to the moment it is finished. */
export type Queue = (arrivedAtMs: number, devices: number) => number;

/**
 * A first-in-first-out queue before `servers` servers. It counts with planned moments only,
 * so an answer that left late delays no other.
 */
export function createQueue({ baseMs, perDeviceUs, servers }: ServiceTimeModel): Queue {
  const freeAtMs = Array.from({ length: servers }, () => 0);
  return (arrivedAtMs, devices) => {
    const firstFreeMs = Math.min(...freeAtMs);
    const finishMs = Math.max(arrivedAtMs, firstFreeMs) + baseMs + (devices * perDeviceUs) / 1000;
    freeAtMs[freeAtMs.indexOf(firstFreeMs)] = finishMs;
    return finishMs;
  };
}
