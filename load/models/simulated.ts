import { exponential, type RandomStream } from '../../generators/random.ts';

/** What simulated measurements are made of. */

/** Uniform over the open interval from 0 to 1. */
function uniform(stream: RandomStream): number {
  return (stream.next() + 0.5) / 2 ** 32;
}

/** Normal with mean 0 and variance 1 (Box and Muller). */
export function normal(stream: RandomStream): number {
  return Math.sqrt(2 * exponential(stream)) * Math.cos(2 * Math.PI * uniform(stream));
}

/** The place of the earliest of several moments. */
export function earliest(moments: Float64Array): number {
  let first = 0;
  for (let i = 1; i < moments.length; i++) if ((moments[i] ?? 0) < (moments[first] ?? 0)) first = i;
  return first;
}
