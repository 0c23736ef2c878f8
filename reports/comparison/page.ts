import type { Lang } from '../../contracts/text.ts';
import { renderDocument } from '../document.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { renderSections, type Section } from '../sections.ts';
import { tableBlock } from '../table.ts';
import type { Comparison } from './compare.ts';
import { headlineOfComparison } from './headline.ts';
import { type ComparisonPart, partsOfComparison } from './parts.ts';

function sectionOf({ anchor, title, notes, tables }: ComparisonPart): Section {
  const content = html`${notes.map((note) => html`<p class="muted">${note}</p>`)}
${tables.map(({ caption, table }) => html`${caption !== title && html`<h3>${caption}</h3>`}${tableBlock(caption, table)}`)}`;
  return { anchor, title, content };
}

function body(comparison: Comparison, failed: readonly string[], locale: Locale): Html {
  const { title, details } = headlineOfComparison(comparison, locale, failed);
  const { base, head, reservations } = comparison;
  return html`<header class="${failed.length > 0 ? 'broken' : 'kept'}">
<p class="muted">${base.label} → ${head.label} · ${locale.moment(head.startedAt)}</p>
<h1>${title}</h1>
<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>
${reservations.length > 0 && html`<p><strong>${locale.say('comparedAnyway')}</strong></p><ul>${reservations.map((text) => html`<li>${text[locale.lang]}</li>`)}</ul>`}
</header>
${renderSections(partsOfComparison(comparison, locale).map(sectionOf), locale)}`;
}

/** A comparison as one HTML file in both languages; `failed`: the conditions that it fails by. */
export function renderComparisonPage(comparison: Comparison, failed: readonly string[], lang: Lang): string {
  return renderDocument({
    lang,
    title: (locale) =>
      [headlineOfComparison(comparison, locale).title, comparison.head.label, 'pkdk-testkit'].join(' · '),
    body: (locale) => body(comparison, failed, locale),
  });
}
