import type { Origin } from '../contracts/batch.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { type Mix, originOrder } from '../contracts/mix.ts';
import type { RandomStream } from './random.ts';

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

/** The mix of a batch that is not told whose devices it has. */
export const usualMix: Mix = { own: 100 };

/** The mix that `--mix` asks for. Throws SETTING. */
export function mixOf(text: string): Mix {
  const mix = parseMix(text);
  if (mix) return mix;
  const expected = { en: 'a mix such as own=90,unknown=10', zh: '来源比例，例如 own=90,unknown=10' };
  throw new ToolkitError('SETTING', { name: '--mix', value: text, expected });
}

function totalOf(mix: Mix): number {
  return originOrder.reduce((sum, origin) => sum + (mix[origin] ?? 0), 0);
}

/** The most devices of an origin that a batch of `size` may have. */
export function mostOf(mix: Mix, origin: Origin, size: number): number {
  return Math.ceil((size * (mix[origin] ?? 0)) / totalOf(mix));
}

/**
 * How many of `size` devices each origin gets: its exact share rounded up or down, at random,
 * so that shares come out right over many batches even at batch size 1.
 */
export function countsOf(mix: Mix, size: number, stream: RandomStream): Mix {
  // Systematic sampling: points r, r + total, r + 2 total … fall on a line of length size * total.
  const total = totalOf(mix);
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
