import { watchStolen } from '../health/stolen-time.ts';

/** How undisturbed a run was. */
export interface Disturbance {
  /** What the host of a virtual machine took meanwhile, in cores; 0 where the system does not tell. */
  readonly stolenCores: number;
  /** Runs that were put aside for this one, since more was taken from them. */
  readonly putAside: number;
}

/** Where more is taken, it is the neighbours that are measured. */
export const tolerableCores = 0.01;

const maxTries = 4;

/** Measures again where the host took time away, whatever came of it; the least disturbed of four runs is kept. */
export async function undisturbed<T extends object>(
  measure: () => Promise<T>,
  watch: () => () => number | undefined = watchStolen,
): Promise<T & Disturbance> {
  let best: (T & Disturbance) | undefined;
  for (let tries = 1; ; tries++) {
    const stolen = watch();
    const run = await measure();
    const stolenCores = stolen() ?? 0;
    if (!best || stolenCores < best.stolenCores) best = { ...run, stolenCores, putAside: 0 };
    if (best.stolenCores <= tolerableCores || tries === maxTries) return { ...best, putAside: tries - 1 };
  }
}
