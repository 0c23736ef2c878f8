import type { Origin } from './batch.ts';

/** Whole-number weights of the origins, as in `own=90,unknown=10`. */
export type Mix = Partial<Readonly<Record<Origin, number>>>;

/** The order in which batches are put together; part of what a seed means. */
export const originOrder: readonly Origin[] = ['own', 'foreign', 'unknown'];

/** A mix as `--mix` takes it. */
export function mixText(mix: Mix): string {
  const named = originOrder.filter((origin) => mix[origin] !== undefined);
  return named.map((origin) => `${origin}=${mix[origin]}`).join(',');
}
