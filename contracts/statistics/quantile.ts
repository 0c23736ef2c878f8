/** The q-quantile of ascending values, linear between neighbours (type 7 of Hyndman and Fan); NaN of none. */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const place = (ascending.length - 1) * q;
  const below = ascending[Math.floor(place)] ?? Number.NaN;
  const above = ascending[Math.ceil(place)] ?? Number.NaN;
  return below === above ? below : below + (above - below) * (place - Math.floor(place));
}

/** The median of values in any order; NaN of none. */
export function median(values: ArrayLike<number>): number {
  return quantile(Float64Array.from(values).sort(), 0.5);
}

/** The value at which half of the weight is reached, in ascending order; NaN of none. */
export function weightedMedian(
  values: readonly { readonly value: number; readonly weight: number }[],
): number {
  const half = values.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let reached = 0;
  return (
    values
      .toSorted((a, b) => a.value - b.value)
      .find(({ weight }) => {
        reached += weight;
        return reached >= half;
      })?.value ?? Number.NaN
  );
}
