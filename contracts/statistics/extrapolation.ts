/** A model is trusted this far beyond what it was fitted to, as a factor on either side. */
export const trustedFactor = 1.5;

/** A number that a model says, and whether it lies where nothing was measured. */
export interface Predicted {
  readonly value: number;
  readonly isExtrapolated: boolean;
}

/** What a model says at `x`, given the x (from 0 on) that it was fitted to. */
export function predict(model: (x: number) => number, x: number, measured: readonly number[]): Predicted {
  const isExtrapolated =
    !(x <= Math.max(...measured) * trustedFactor) || !(x >= Math.min(...measured) / trustedFactor);
  return { value: model(x), isExtrapolated };
}
