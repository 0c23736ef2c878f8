import type { Sample } from '../../contracts/statistics/sample.ts';
import { solve } from './linear-system.ts';

/** A model at one x: its value, and its derivative by each parameter. */
export type Model = (
  parameters: readonly number[],
  x: number,
) => { readonly value: number; readonly slopes: readonly number[] };

export interface Fit {
  readonly parameters: readonly number[];
  /** The sum of squared residuals. */
  readonly sse: number;
}

const maxSteps = 200;

/** Steps that gain less than this share of the residual, or need more damping than that, are the last. */
const leastGain = 1e-10;
const mostDamping = 1e10;

function sseOf(samples: readonly Sample[], model: Model, parameters: readonly number[]): number {
  return samples.reduce((sum, { x, y }) => sum + (y - model(parameters, x).value) ** 2, 0);
}

/**
 * Non-linear least squares by Levenberg's and Marquardt's method, with Marquardt's scaling by the diagonal; only
 * the `free` parameters, by their place, move.
 */
export function leastSquares(
  samples: readonly Sample[],
  model: Model,
  start: readonly number[],
  free: readonly number[],
): Fit {
  let parameters = start;
  let sse = sseOf(samples, model, start);
  let damping = 1e-3;
  for (let step = 0; step < maxSteps && damping < mostDamping; step++) {
    const curvature = free.map(() => free.map(() => 0));
    const downhill = free.map(() => 0);
    for (const { x, y } of samples) {
      const { value, slopes } = model(parameters, x);
      for (const [i, row] of curvature.entries()) {
        const slope = slopes[free[i] ?? 0] ?? 0;
        downhill[i] = (downhill[i] ?? 0) + slope * (y - value);
        for (const [j, sum] of row.entries()) row[j] = sum + slope * (slopes[free[j] ?? 0] ?? 0);
      }
    }
    const damped = curvature.map((row, i) => row.map((sum, j) => (i === j ? sum * (1 + damping) : sum)));
    const move = solve(damped, downhill);
    const trial = parameters.map((value, i) => value + (move?.[free.indexOf(i)] ?? 0));
    const trialSse = move ? sseOf(samples, model, trial) : Number.NaN;
    if (trialSse < sse) {
      const gain = (sse - trialSse) / sse;
      parameters = trial;
      sse = trialSse;
      damping /= 10;
      if (gain < leastGain) break;
    } else damping *= 10;
  }
  return { parameters, sse };
}
