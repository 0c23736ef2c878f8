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

/** Nothing is known of a rate at which two probes were limited by the generator: no answer lies above. */
function isCeiling(probe: Probe, probes: readonly Probe[]): boolean {
  const alike = probes.filter(({ finding, rate }) => finding === 'generator' && rate === probe.rate);
  return probe.finding === 'generator' && alike.length > 1;
}

/** What probes say together. A rate above a bad one is not good, whatever its probe found. */
export function boundsOf(probes: readonly Probe[]): Bounds {
  const ascending = probes.toSorted((a, b) => a.rate - b.rate);
  const bad = ascending.find(
    (probe) => probe.finding === 'service' || probe.finding === 'objective' || isCeiling(probe, probes),
  );
  const good = ascending.findLast(({ finding, rate }) => finding === 'good' && !(bad && rate >= bad.rate));
  return { ...(good && { good }), ...(bad && { bad }) };
}
