import type { Lang } from '../contracts/text.ts';
import { comparisonIn } from './comparison/compare.ts';
import { renderComparisonPage } from './comparison/page.ts';
import { faultsSection } from './contract-page/faults-section.ts';
import { contractSection } from './contract-page/section.ts';
import { renderDocument } from './document.ts';
import { type Headline, headlineOf } from './headline.ts';
import { type Html, html } from './html.ts';
import { loadSection } from './load-section.ts';
import type { Locale } from './locale.ts';
import { type Records, verdictMarks } from './model.ts';
import { planningSection, whatIfScript } from './planning/section.ts';
import { partsOf } from './run-rows.ts';
import { runSection } from './run-section.ts';
import { renderSections, type Section } from './sections.ts';

function verdictSection({ verdict, title, capacity, details }: Headline, subject: string): Html {
  return html`<header class="${verdict}">
<p class="muted">${subject}</p>
<h1><span aria-hidden="true">${verdictMarks[verdict]}</span> ${title}</h1>
${capacity !== undefined && html`<p class="capacity">${capacity}</p>`}
<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>
</header>`;
}

/** What else was measured; the models of it stand where the capacity is planned. */
function secondSection({ load, secondLoad }: Records, locale: Locale): Section | undefined {
  if (!secondLoad) return undefined;
  const { cost, noCost, scalability, noScalability, ...measured } = secondLoad;
  const section = loadSection(load?.capacity ? measured : secondLoad, locale);
  const title = locale.say('labelled', { label: section.title, value: secondLoad.scenario });
  return { ...section, anchor: 'second-load', title };
}

/** What a run was, in one language. */
function body(records: Records, locale: Locale): Html {
  const [first] = partsOf(records);
  const subject = first ? `${first.target.label} · ${locale.moment(first.startedAt)}` : '';
  const sections = [
    records.suite && contractSection(records.suite, locale),
    records.load && loadSection(records.load, locale),
    planningSection(records, locale),
    secondSection(records, locale),
    records.faults && faultsSection(records.faults, locale),
    runSection(records, locale),
  ];
  return html`${verdictSection(headlineOf(records, locale), subject)}
${renderSections(
  sections.filter((section) => section !== undefined),
  locale,
)}`;
}

/** The report of a run as one HTML file in both languages; the given one is shown first. */
export function renderHtml(records: Records, lang: Lang): string {
  const comparison = records.load && comparisonIn(records.load);
  if (comparison) return renderComparisonPage(comparison, [], lang);
  const label = partsOf(records)[0]?.target.label;
  return renderDocument({
    lang,
    ...(records.load?.capacity && { scripts: [whatIfScript] }),
    title: (locale) => [headlineOf(records, locale).title, label, 'pkdk-testkit'].filter(Boolean).join(' · '),
    body: (locale) => body(records, locale),
  });
}
