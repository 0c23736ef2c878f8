/** The 97.5 % quantile of the normal distribution. */
const z = 1.959964;

/**
 * The 97.5 % quantile of Student's t with so many degrees of freedom (Cornish and Fisher's expansion; to 1 %
 * from three degrees on).
 */
export function student975(degrees: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
  ];
  return terms.reduce((sum, term, i) => sum + term / degrees ** (i + 1), z);
}

/** The share of a normal distribution that lies below -x, for x from 0 (Abramowitz and Stegun 26.2.17, to 1e-7). */
export function normalTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((rest, coefficient) => (rest + coefficient) * t, 0);
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
