import type { Case } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { most } from './bounds.ts';

/** Suite and case, as both are found in the list of Playwright. */
export function caseName({ suite, title }: Pick<Case, 'suite' | 'title'>): string {
  return `${suite} › ${title}`;
}

/** A list of cases, each with what there is to say of it; only so many of them. */
export function caseList(
  entries: readonly (readonly [Pick<Case, 'suite' | 'title'>, string?])[],
  { say, number }: Locale,
): Html {
  const rest = entries.length - most.namedCases;
  return html`<ul>${entries
    .slice(0, most.namedCases)
    .map(
      ([one, told]) => html`<li>${caseName(one)}${told && html` <span class="muted">${told}</span>`}</li>`,
    )}
${rest > 0 && html`<li class="muted">${say('more', { count: number(rest) })}</li>`}</ul>`;
}
