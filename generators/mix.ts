import type { Origin } from '../contracts/batch.ts';
import type { RandomStream } from './random.ts';

/** Whole-number weights of the origins, as in `own=90,unknown=10`. */
export type Mix = Partial<Readonly<Record<Origin, number>>>;

/** The order in which batches are put together; part of what a seed means. */
export const originOrder: readonly Origin[] = ['own', 'foreign', 'unknown'];

/** Reads `own=90,unknown=10`; undefined when the text is no mix. */
export function parseMix(text: string): Mix | undefined {
  const weights = new Map<Origin, number>();
  for (const part of text.split(',')) {
    const [, name, digits] = /^ *(\w+) *= *(\d{1,6}) *$/.exec(part) ?? [];
    const origin = originOrder.find((known) => known === name);
    if (origin === undefined || weights.has(origin)) return undefined;
    weights.set(origin, Number(digits));
  }
  return [...weights.values()].some((weight) => weight > 0) ? Object.fromEntries(weights) : undefined;
}

/**
 * How many of `size` devices each origin gets: its exact share rounded up or down, at random,
 * so that shares come out right over many batches even at batch size 1.
 */
export function countsOf(mix: Mix, size: number, stream: RandomStream): Mix {
  // Systematic sampling: points r, r + total, r + 2 total … fall on a line of length size * total.
  const total = originOrder.reduce((sum, origin) => sum + (mix[origin] ?? 0), 0);
  const r = stream.below(total);
  const pointsBefore = (end: number): number => Math.ceil((size * end - r) / total);
  let end = 0;
  const counts = originOrder.map((origin): [Origin, number] => {
    const start = end;
    end += mix[origin] ?? 0;
    return [origin, pointsBefore(end) - pointsBefore(start)];
  });
  return Object.fromEntries(counts);
}
