import type { Sample } from './sample.ts';

/** How the curve bends: throughput flattens, latency rises. */
export type Bend = 'flattens' | 'rises';

/** Fewer points have no shape. */
const minPoints = 5;

/** How far the distance must fall again for its peak to be the knee, in mean steps of x: the paper's S. */
const sensitivity = 1;

/** Values from 0 to 1, or none when they are all the same. */
function normalised(values: readonly number[]): number[] | undefined {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most > least ? values.map((value) => (value - least) / (most - least)) : undefined;
}

/**
 * The knee of a rising curve by Kneedle (Satopää and others, ICDCS workshops 2011): the first peak of its
 * distance from the chord that is left again by more than a step. It marks where a curve bends, and is no
 * capacity. Undefined where the curve does not bend, or only at its last points.
 */
export function kneeOf(samples: readonly Sample[], bend: Bend): number | undefined {
  const ordered = samples.toSorted((a, b) => a.x - b.x);
  const xs = normalised(ordered.map(({ x }) => x));
  const ys = normalised(ordered.map(({ y }) => y));
  if (ordered.length < minPoints || !xs || !ys) return undefined;
  const sign = bend === 'flattens' ? 1 : -1;
  // Along the curve as it flattens; one that rises is the same curve seen from its other end.
  const curve = ordered.map(({ x }, i) => ({ x, distance: sign * ((ys[i] ?? 0) - (xs[i] ?? 0)) }));
  if (bend === 'rises') curve.reverse();
  const step = 1 / (ordered.length - 1);
  let peak: { x: number; distance: number } | undefined;
  for (const [i, point] of curve.entries()) {
    const { distance } = point;
    if (peak && distance < peak.distance - sensitivity * step) return peak.x;
    const [before, after] = [curve[i - 1], curve[i + 1]];
    const isPeak =
      before && after && distance >= before.distance && distance > after.distance && distance > 0;
    if (isPeak && distance > (peak?.distance ?? 0)) peak = point;
  }
  return undefined;
}
