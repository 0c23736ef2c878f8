/** From so many degrees of freedom on, t is normal for every purpose here. */
const manyDegrees = 1000;

/**
 * The probability that Student's t with so many degrees of freedom lies further from 0 than `t`, on either side
 * (Abramowitz and Stegun 26.7.3 and 26.7.4, exact; part of a degree does not count).
 */
export function studentTail(t: number, degrees: number): number {
  const count = Math.min(manyDegrees, Math.floor(degrees));
  const angle = Math.atan(Math.abs(t) / Math.sqrt(count));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = count % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = count === 1 ? 0 : term;
  for (let power = isOdd ? 3 : 2; power <= count - 2; power += 2) {
    term *= ((power - 1) / power) * cosine ** 2;
    sum += term;
  }
  return 1 - (isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum);
}

/** What Student's t exceeds with this probability, on both sides together: half of an interval, in standard errors. */
export function studentBound(degrees: number, error = 0.05): number {
  let [low, high] = [0, 1];
  while (studentTail(high, degrees) > error) high *= 2;
  for (let halving = 0; halving < 50; halving++) {
    const middle = (low + high) / 2;
    if (studentTail(middle, degrees) > error) low = middle;
    else high = middle;
  }
  return high;
}

/** The share of a normal distribution that lies below -x, for x from 0 (Abramowitz and Stegun 26.2.17, to 1e-7). */
export function normalTail(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const series = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = series.reduceRight((rest, coefficient) => (rest + coefficient) * t, 0);
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}
