import type { ObservedValue } from '../contracts/observations.ts';

/** What is known of the largest batch that a service takes. */
export interface Bounds {
  /** Larger ones are never tried. */
  readonly limit: number;
  /** The largest that was taken; 0 before any was. */
  readonly taken: number;
  /** The smallest that was refused. */
  readonly refused?: number;
}

/** The size to try next: doubled until one is refused, then halfway; none when the bounds have met. */
export function nextSize({ limit, taken, refused }: Bounds): number | undefined {
  if (refused !== undefined) return refused - taken > 1 ? Math.floor((taken + refused) / 2) : undefined;
  return taken < limit ? Math.min(limit, Math.max(1, 2 * taken)) : undefined;
}

/** What is known after a size was tried. */
export function narrowed(bounds: Bounds, size: number, isTaken: boolean): Bounds {
  return isTaken ? { ...bounds, taken: size } : { ...bounds, refused: size };
}

/** What was found once there is no size left to try; where nothing was refused, only a lower bound. */
export function largestOf({ taken, refused }: Bounds): ObservedValue {
  return refused === undefined ? `at least ${taken}` : taken;
}
