/**
 * What a probe found of its rate: `good` if the objective held, or what keeps the rate from being good. `service`: it does
 * not keep up. `objective`: it does, but not as well as demanded. `generator`: it was the limit, so that nothing is known.
 */
export type Finding = 'good' | 'service' | 'objective' | 'generator';

/** One rate, tried for a while. */
export interface Probe {
  /** Requests per second. */
  readonly rate: number;
  /** A long one, which an answer may rest on; the others only look where that may be. */
  readonly isConfirmation: boolean;
  readonly finding: Finding;
  /** Good answers per second that came back: what the service carries, where that is less than the rate. */
  readonly carried: number;
  /** Standard error of the rate that the service would have carried in this window as well as at this rate; a share. */
  readonly error: number;
  /** How much less than the rate a service may carry in the long run and still be found good in so short a window; a share. */
  readonly hidden: number;
}

/** Between which rates the answer lies, as far as probes tell. */
export interface Bounds {
  /** The highest good one below all that are bad. */
  readonly good?: Probe;
  /** The lowest bad one. */
  readonly bad?: Probe;
}

/** Whether two probes of one rate were limited by the generator: then it is no chance, here and at other rates. */
export function isGeneratorLimit(probes: readonly Probe[]): boolean {
  const rates = probes.filter(({ finding }) => finding === 'generator').map(({ rate }) => rate);
  return new Set(rates).size < rates.length;
}

/** What probes of `all` say together. A rate above a bad one is not good, whatever its probe found. */
export function boundsOf(probes: readonly Probe[], all = probes): Bounds {
  const ascending = probes.toSorted((a, b) => a.rate - b.rate);
  const isLimit = isGeneratorLimit(all);
  const bad = ascending.find(({ finding }) => finding !== 'good' && (finding !== 'generator' || isLimit));
  const good = ascending.findLast(({ finding, rate }) => finding === 'good' && !(bad && rate >= bad.rate));
  return { ...(good && { good }), ...(bad && { bad }) };
}
