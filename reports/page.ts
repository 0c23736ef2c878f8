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
import { commandsOf, partsOf, type RunRow, runRows } from './run-rows.ts';
import { renderSections, type Section } from './sections.ts';

function verdictSection({ verdict, title, capacity, details }: Headline, subject: string): Html {
  return html`<header class="${verdict}">
<p class="muted">${subject}</p>
<h1><span aria-hidden="true">${verdictMarks[verdict]}</span> ${title}</h1>
${capacity !== undefined && html`<p class="capacity">${capacity}</p>`}
<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>
</header>`;
}

/** Values that the parts share are said once. */
function runRow({ label, values }: RunRow): Html {
  const [first = ''] = values;
  const cells = values.every((value) => value === first)
    ? html`<td colspan="${values.length}">${first}</td>`
    : values.map((value) => html`<td>${value}</td>`);
  return html`<tr><th scope="row">${label}</th>${cells}</tr>`;
}

function runSection(records: Records, locale: Locale): Section {
  const parts = partsOf(records);
  const titles = { suite: locale.say('contract'), load: locale.say('load'), faults: locale.say('faults') };
  const content = html`<h3>${locale.say('command')}</h3>
<pre class="curl" tabindex="0">${commandsOf(records).join('\n')}</pre>
<table class="run">
${parts.length > 1 && html`<thead><tr><td></td>${parts.map(({ kind }) => html`<th>${titles[kind]}</th>`)}</tr></thead>`}
<tbody>${runRows(records, locale).map(runRow)}</tbody>
</table>`;
  return { anchor: 'run', title: locale.say('run'), content };
}

/** What a run was, in one language. */
function body(records: Records, locale: Locale): Html {
  const [first] = partsOf(records);
  const subject = first ? `${first.target.label} · ${locale.moment(first.startedAt)}` : '';
  const sections = [
    records.suite && contractSection(records.suite, locale),
    records.load && loadSection(records.load, locale),
    records.load && planningSection(records.load, locale),
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
