import { ToolkitError } from '../../contracts/errors.ts';

/** What load may be at most, whatever the plan. */
export interface Limits {
  /** Requests per second. */
  readonly maxRate: number | undefined;
  /** Of a run, by the clock on the wall. */
  readonly maxDurationMs: number;
}

/** What a plan comes to. */
export interface Extent {
  /** The most requests that it sends in a second; undefined where it is as many as the target carries. */
  readonly peakRate: number | undefined;
  /** How long it takes if the target is not slow. */
  readonly expectedMs: number;
}

/** Throws OVER_MAX_RATE or OVER_MAX_DURATION. */
export function assertWithin({ peakRate = 0, expectedMs }: Extent, { maxRate, maxDurationMs }: Limits): void {
  if (maxRate !== undefined && peakRate > maxRate) {
    throw new ToolkitError('OVER_MAX_RATE', { planned: String(peakRate), limit: String(maxRate) });
  }
  if (expectedMs > maxDurationMs) {
    const seconds = (ms: number) => String(Math.ceil(ms / 1000));
    throw new ToolkitError('OVER_MAX_DURATION', {
      planned: seconds(expectedMs),
      limit: String(maxDurationMs / 1000),
    });
  }
}
