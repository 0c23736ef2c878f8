import { isDisturbed } from '../../contracts/generator-faults.ts';
import { grouped } from '../../contracts/grouped.ts';

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
  /** What the host of the machine took meanwhile, in cores: so much more the service may carry than at a rate that was bad. */
  readonly stolenCores: number;
}

/** Between which rates the answer lies, as far as probes tell. */
export interface Bounds {
  /** The highest good one below all that are bad. */
  readonly good?: Probe;
  /** The lowest bad one. */
  readonly bad?: Probe;
}

/** What the generator, or its machine, limited once may be chance. */
const maxTries = 2;

/** Whether two probes of one rate were limited by the generator, its machine being left alone: then it is no chance, here and at other rates. */
function isGeneratorLimit(probes: readonly Probe[]): boolean {
  const rates = probes
    .filter((probe) => probe.finding === 'generator' && !isDisturbed(probe))
    .map(({ rate }) => rate);
  return new Set(rates).size < rates.length;
}

/** What is done again: a rate at which the generator was the limit, unless it is no chance. */
export function toTryAgain(probes: readonly Probe[]): Probe | undefined {
  const last = probes.at(-1);
  if (last?.finding !== 'generator' || isGeneratorLimit(probes)) return undefined;
  const tries = probes.filter(
    ({ rate, isConfirmation }) => rate === last.rate && isConfirmation === last.isConfirmation,
  );
  return tries.length < maxTries ? last : undefined;
}

/** The probes that say something of their rate. One that the generator limited does where no other did, and it is not tried again. */
function tellingOf(probes: readonly Probe[], isLimit: boolean): Probe[] {
  return [...grouped(probes, ({ rate }) => rate).values()].flatMap((ofRate) => {
    const telling = ofRate.filter(({ finding }) => finding !== 'generator');
    if (telling.length > 0) return telling;
    return isLimit || ofRate.length >= maxTries ? ofRate : [];
  });
}

/** What probes of `all` say together. A rate above a bad one is not good, whatever its probe found. */
export function boundsOf(probes: readonly Probe[], all = probes): Bounds {
  const ascending = tellingOf(probes, isGeneratorLimit(all)).toSorted((a, b) => a.rate - b.rate);
  const bad = ascending.find(({ finding }) => finding !== 'good');
  const good = ascending.findLast(({ finding, rate }) => finding === 'good' && !(bad && rate >= bad.rate));
  return { ...(good && { good }), ...(bad && { bad }) };
}
