import { boundsOf, type Finding } from './probe.ts';
import type { SearchState } from './search.ts';

/** What keeps the answer from being higher. `plan`: nothing did, up to the highest rate allowed, or as far as probes went. */
export type Limit = Exclude<Finding, 'good'> | 'plan';

export interface Answer {
  /** The highest rate whose confirmation was good and was contradicted by none; nothing, if there is no such rate. */
  readonly rate?: number;
  /** 95 %; without `high` where nothing above the answer was found bad. */
  readonly interval?: { readonly low: number; readonly high?: number };
  readonly limitedBy: Limit;
}

/** One side of 95 %, shared between both ends and at most four confirmations (Bonferroni): 1 - 0.05 / 8 of a normal distribution. */
const deviations = 2.5;

/**
 * What a search came to. The interval is the bracket of the highest confirmed good rate and the lowest bad one (a
 * confirmation if there is one, or else a look), each moved outward by what a window cannot know: 2.5 standard errors
 * of the load that fell into it (see `errorOf`), for the good one also the backlog that its latencies may hide (see
 * `hiddenOf`), and for the bad one the time that was taken from it.
 */
export function answerOf({ probes }: Pick<SearchState, 'probes'>): Answer {
  const confirmed = boundsOf(
    probes.filter(({ isConfirmation }) => isConfirmation),
    probes,
  );
  const looked = boundsOf(probes);
  const { good } = confirmed;
  if (!good) return { limitedBy: limitOf(looked.bad?.finding) };
  const bad = confirmed.bad ?? (looked.bad && looked.bad.rate > good.rate ? looked.bad : undefined);
  const limitedBy = limitOf(bad?.finding);
  const low = good.rate * Math.max(0, 1 - good.hidden - deviations * good.error);
  const isBounded = limitedBy === 'service' || limitedBy === 'objective';
  const high = bad && isBounded ? bad.rate * (1 + deviations * bad.error + bad.stolenCores) : undefined;
  return { rate: good.rate, interval: { low, ...(high !== undefined && { high }) }, limitedBy };
}

function limitOf(finding: Finding | undefined): Limit {
  return finding === undefined || finding === 'good' ? 'plan' : finding;
}
