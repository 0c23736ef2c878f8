import type { SuiteRecord } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { changedRows, type ObservedRow, observedRows } from './observed-rows.ts';

function factCell({ what, members }: ObservedRow, { list }: Locale): Html {
  if (members.length === 0) return html`<td>${what}</td>`;
  return html`<td><details><summary>${what}</summary>${list(members)}</details></td>`;
}

/** What is not as it was, before and now beside each other. */
export function changesTable(suite: SuiteRecord, locale: Locale): Html | false {
  const { say } = locale;
  const rows = changedRows(suite, locale);
  return (
    rows.length > 0 &&
    html`<h3>${say('changesSince')}</h3><p class="muted">${say('changesIntro')}</p><table class="prose observed">
<thead><tr><th scope="col">${say('observedFact')}</th><th scope="col">${say('before')}</th><th scope="col">${say('seen')}</th></tr></thead>
<tbody>${rows.map(
      (row) =>
        html`<tr>${factCell(row, locale)}<td>${row.before || say('unsteady')}</td><td><strong class="known">${row.seen}</strong></td></tr>`,
    )}</tbody>
</table>`
  );
}

/** What the run saw where the published page is silent; what changed stands in a table of its own. */
export function observedTable(suite: SuiteRecord, locale: Locale): Html | false {
  const { say } = locale;
  const rows = observedRows(suite, locale).filter(({ isChanged }) => !isChanged);
  return (
    rows.length > 0 &&
    html`<h3>${say('observed')}</h3><p class="muted">${say('observedIntro')}</p><table class="prose observed">
<thead><tr><th scope="col">${say('observedFact')}</th><th scope="col">${say('seen')}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr>${factCell(row, locale)}<td>${row.seen}</td></tr>`)}</tbody>
</table>`
  );
}
