import { exponential, type RandomStream } from '../../generators/random.ts';

/** Draws for the noise of simulated measurements. */

/** Uniform over the open interval from 0 to 1. */
function uniform(stream: RandomStream): number {
  return (stream.next() + 0.5) / 2 ** 32;
}

/** Normal with mean 0 and variance 1 (Box and Muller). */
export function normal(stream: RandomStream): number {
  return Math.sqrt(2 * exponential(stream)) * Math.cos(2 * Math.PI * uniform(stream));
}
