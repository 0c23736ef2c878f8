import type { SuiteRecord } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { type ObservedRow, observedRows } from './observed-rows.ts';

function rowOf({ what, members, seen, before, isChanged }: ObservedRow, { say, list }: Locale): Html {
  const mark = isChanged && html`<span class="severity drift">${say('changed')}</span> `;
  const fact =
    members.length > 0
      ? html`<details><summary>${mark}${what}</summary>${list(members)}</details>`
      : html`${mark}${what}`;
  return html`<tr><td>${fact}</td><td>${seen}</td><td>${before}</td></tr>`;
}

/** What the run saw where the published page is silent, and what was seen before of what changed. */
export function observedTable(suite: SuiteRecord, locale: Locale): Html | false {
  const { say } = locale;
  const rows = observedRows(suite, locale);
  return (
    rows.length > 0 &&
    html`<h3>${say('observed')}</h3><p class="muted">${say('observedIntro')}</p><table class="prose observed">
<thead><tr><th>${say('observedFact')}</th><th>${say('seen')}</th><th>${say('before')}</th></tr></thead>
<tbody>${rows.map((row) => rowOf(row, locale))}</tbody>
</table>`
  );
}
