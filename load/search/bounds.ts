/** What a probe said of its rate: `good` if the objective held, `invalid` if the generator was the limit or nothing was steady. */
export type Finding = 'good' | 'bad' | 'invalid';

/** One rate, tried for a while. */
export interface Probe {
  /** Requests per second. */
  readonly rate: number;
  /** Longer than a look: what an answer rests on. */
  readonly isConfirmation: boolean;
  readonly finding: Finding;
  /** Good answers per second that came back: what the service carries, where that is less than the rate. */
  readonly carried: number;
}

/** Between which rates the answer lies, as far as probes tell. */
export interface Bounds {
  /** The highest good rate below the lowest bad one. */
  readonly good?: number;
  readonly bad?: number;
}

/** Two invalid probes of a rate: nothing can be known there. */
export function ceilingOf(probes: readonly Probe[]): number | undefined {
  const invalid = probes.filter(({ finding }) => finding === 'invalid').map(({ rate }) => rate);
  const twice = invalid.filter((rate, i) => invalid.indexOf(rate) !== i);
  return twice.length > 0 ? Math.min(...twice) : undefined;
}

export function boundsOf(probes: readonly Probe[]): Bounds {
  const ratesOf = (wanted: Finding) =>
    probes.filter(({ finding }) => finding === wanted).map(({ rate }) => rate);
  const bad = Math.min(...ratesOf('bad'), ceilingOf(probes) ?? Number.POSITIVE_INFINITY);
  const good = Math.max(...ratesOf('good').filter((rate) => rate < bad));
  return { ...(Number.isFinite(good) && { good }), ...(Number.isFinite(bad) && { bad }) };
}
