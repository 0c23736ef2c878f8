import type { FreezeRun } from './freezing.ts';
import type { Figures } from './order.ts';
import type { Cell } from './throughput.ts';
import type { Disturbance } from './undisturbed.ts';

/** What is compared against nginx. */
export type NginxLoop = 'checkedRepeating' | 'checkedChanging' | 'plain' | 'unchecked' | 'bare' | 'wrk';

/** What is compared against the reference service. */
export type ReferenceLoop = 'checked' | 'unchecked' | 'bare' | 'wrk';

/** The runs of the open loop at one rate against one server. */
export interface Pacing {
  readonly server: 'nginx' | 'reference';
  readonly batchSize: number;
  readonly checks: 'checked' | 'unchecked';
  readonly runs: readonly (Figures & Disturbance)[];
}

/** The ways to measure a server that stops. */
export const freezeWays = ['openLoop', 'corrected', 'uncorrected'] as const;

export type FreezeWay = (typeof freezeWays)[number];

/** Everything the benchmark measured, as far as it came. */
export interface Results {
  nginx: readonly Cell<NginxLoop>[];
  reference: readonly Cell<ReferenceLoop>[];
  pacing: readonly Pacing[];
  freezing: Readonly<Record<FreezeWay, readonly (FreezeRun & Disturbance)[]>>;
}

/** Before anything was measured. */
export function noResults(): Results {
  return {
    ...{ nginx: [], reference: [], pacing: [] },
    freezing: { openLoop: [], corrected: [], uncorrected: [] },
  };
}

/** How the open loop is driven. */
export const pace = { rate: 5000, warmupMs: 1500, durationMs: 3000, batchSizes: [1, 10] } as const;
