import { boundsOf, type Probe, toTryAgain } from './probe.ts';

/** What a search goes by. */
export interface SearchPlan {
  /** Where to look first, in requests per second. */
  readonly startRate: number;
  readonly maxRate: number;
  readonly lookMs: number;
  readonly confirmationMs: number;
  /** Between probes, so that none measures what the one before has left behind. */
  readonly pauseMs: number;
}

/** Everything a search knows. */
export interface SearchState {
  readonly plan: SearchPlan;
  readonly probes: readonly Probe[];
  /** The service has had its pause since the last probe. */
  readonly isRested: boolean;
}

export type Action =
  | { readonly kind: 'pause'; readonly durationMs: number }
  | {
      readonly kind: 'probe';
      readonly rate: number;
      readonly durationMs: number;
      readonly isConfirmation: boolean;
    }
  | { readonly kind: 'done' };

/** Probes of a search, all in all, and how many of them are kept for confirmations. */
export const maxProbes = 12;
export const keptConfirmations = 4;

/** Looks end when good and bad are this close. */
const closeEnough = 1.025;

/** The smallest step into the unknown, and how many of them the next ones are: the first guess is a good one as a rule. */
const smallStep = 1.06;
const strides = [1, 2, 4, 9, 20, 45];

/** A window of fewer requests says nothing. */
const fewestRequests = 10;

/** The steps of confirmations: where looks had ended, only noise is left. */
const finestStep = 1.03;
const largeStride = 3;

function strideAfter(probes: readonly Probe[]): number {
  return smallStep ** (strides[Math.min(probes.length, strides.length) - 1] ?? 1);
}

/** Exponential, then bisection; nothing when good and bad are close, or the looks are used up. */
function nextLook({ startRate, maxRate }: SearchPlan, looks: readonly Probe[]): number | undefined {
  const { good, bad } = boundsOf(looks);
  const first = looks.length === 0 ? Math.min(startRate, maxRate) : undefined;
  if (looks.length >= maxProbes - keptConfirmations) return undefined;
  if (good && bad) return bad.rate / good.rate > closeEnough ? Math.sqrt(good.rate * bad.rate) : undefined;
  if (good) return good.rate < maxRate ? Math.min(maxRate, good.rate * strideAfter(looks)) : undefined;
  if (!bad) return first;
  // A service that does not keep up says what it carries instead.
  const said = bad.finding === 'service' && bad.carried > 0 ? bad.carried : Number.POSITIVE_INFINITY;
  const step = bad.rate / strideAfter(looks);
  return said < bad.rate / smallStep ? Math.min(said, bad.rate / smallStep) : step;
}

/**
 * First the highest rate that looked good, then the lowest that looked bad: with that the answer has two sides. A
 * confirmation that finds otherwise moves the answer down or up, and the rate it moves to is confirmed again.
 */
function nextConfirmation(
  { maxRate }: SearchPlan,
  looks: readonly Probe[],
  confirmations: readonly Probe[],
): number | undefined {
  const looked = boundsOf(looks);
  const { good, bad } = boundsOf(confirmations, [...looks, ...confirmations]);
  if (good && bad)
    return bad.rate / good.rate > finestStep ** 2 ? Math.sqrt(good.rate * bad.rate) : undefined;
  if (bad) {
    const usual = bad.rate / finestStep ** (confirmations.length < 3 ? 1 : largeStride);
    // A look is short, and may have missed by more than noise: what the service carries says by how much.
    const said = bad.finding === 'service' ? bad.carried : bad.rate;
    return Math.min(usual, Math.max(said, bad.rate / finestStep ** largeStride));
  }
  if (!good) return looked.good?.rate;
  if (good.rate >= maxRate || !looked.bad) return undefined;
  // Where the generator is the limit a longer probe would not know more.
  if (looked.bad.rate > good.rate) return looked.bad.finding === 'generator' ? undefined : looked.bad.rate;
  return Math.min(maxRate, good.rate * finestStep ** 2);
}

function nextProbe(
  plan: SearchPlan,
  probes: readonly Probe[],
): Pick<Probe, 'rate' | 'isConfirmation'> | undefined {
  const confirmations = probes.filter(({ isConfirmation }) => isConfirmation);
  const looks = probes.filter(({ isConfirmation }) => !isConfirmation);
  const look = confirmations.length === 0 ? nextLook(plan, looks) : undefined;
  if (look !== undefined) return { rate: look, isConfirmation: false };
  const rate = nextConfirmation(plan, looks, confirmations);
  return rate === undefined ? undefined : { rate, isConfirmation: true };
}

/**
 * What a search for the highest good rate does next. Looks close in on it (exponentially, then by halves), confirmations
 * make sure. Pure: what came of an action is added to the state by `probed` and `rested`. Nothing is begun that would
 * take longer than the time left.
 */
export function nextAction({ plan, probes, isRested }: SearchState, msLeft: number): Action {
  const next = probes.length < maxProbes ? (toTryAgain(probes) ?? nextProbe(plan, probes)) : undefined;
  if (!next) return { kind: 'done' };
  const { rate, isConfirmation } = next;
  const usualMs = isConfirmation ? plan.confirmationMs : plan.lookMs;
  const durationMs = Math.max(usualMs, (fewestRequests * 1000) / rate);
  if (durationMs + (isRested ? 0 : plan.pauseMs) > msLeft) return { kind: 'done' };
  if (!isRested) return { kind: 'pause', durationMs: plan.pauseMs };
  return { kind: 'probe', rate, durationMs, isConfirmation };
}

export function startOf(plan: SearchPlan): SearchState {
  return { plan, probes: [], isRested: true };
}

export function probed(state: SearchState, probe: Probe): SearchState {
  return { ...state, probes: [...state.probes, probe], isRested: false };
}

export function rested(state: SearchState): SearchState {
  return { ...state, isRested: true };
}
