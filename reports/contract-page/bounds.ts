import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';

/** What a page shows at most: a run may have ten thousand exchanges, and a reader needs one of each kind. */
export const most = {
  /** Kinds of findings of a rule, and those of them with an exchange in full. */
  findings: 20,
  fullFindings: 3,
  /** Cases that are named with a finding, a reason or an error. */
  namedCases: 20,
  /** Failures without a finding, and known failures. */
  failures: 20,
  notes: 40,
  skipReasons: 40,
  listedCases: 1000,
  /** Characters of what a test said. */
  error: 1500,
} as const;

/** That something was left out, if it was. */
export function leftOut(count: number, { say, number }: Locale): Html | false {
  return count > 0 && html`<p class="muted">${say('more', { count: number(count) })}</p>`;
}
