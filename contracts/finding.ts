import type { Params } from './text.ts';

/** Names of the checks, in the order they run. Stable: scripts and baselines rely on them. */
export const rules = [
  'http-status',
  'media-type',
  'encoding',
  'envelope',
  'business-code',
  'batch-law',
  'ownership',
  'credential',
  'failure-reason',
  'leak',
  'drift',
] as const;

export type Rule = (typeof rules)[number];

/**
 * `violation`: the contract is broken. `drift`: undocumented or vanished, nothing broken.
 * `observation`: a fact where the published page is silent.
 */
export type Severity = 'violation' | 'drift' | 'observation';

/** What a check found in an exchange: data, never an exception. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  /** JSON Pointer into the answer; empty for the answer as a whole. */
  readonly at: string;
  /** English; `describeFinding` of the registry gives other languages from `params`. */
  readonly message: string;
  /** `kind` names the message within its rule, the rest fills it. */
  readonly params: Params & { readonly kind: string };
}
