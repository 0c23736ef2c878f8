import { readFileSync } from 'node:fs';
import type { Lang } from '../contracts/text.ts';
import { faultsSection } from './contract-page/faults-section.ts';
import { contractSection } from './contract-page/section.ts';
import { type Headline, headlineOf } from './headline.ts';
import { type Html, html, trusted } from './html.ts';
import { loadSection } from './load-section.ts';
import { type Locale, localeOf } from './locale.ts';
import { type Records, verdictMarks } from './model.ts';
import { commandsOf, partsOf, type RunRow, runRows } from './run-rows.ts';
import { languageTags } from './texts.ts';

/** Style sheets in the order of the page. */
const sheets = ['page', 'figures', 'contract'] as const;

const style = trusted(
  sheets.map((name) => readFileSync(new URL(`styles/${name}.css`, import.meta.url), 'utf8')).join('\n'),
);

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

function runSection(records: Records, locale: Locale): Html {
  const parts = partsOf(records);
  const titles = { suite: locale.say('contract'), load: locale.say('load'), faults: locale.say('faults') };
  return html`<section><h2>${locale.say('run')}</h2>
<h3>${locale.say('command')}</h3>
<pre class="curl" tabindex="0">${commandsOf(records).join('\n')}</pre>
<table class="run">
${parts.length > 1 && html`<thead><tr><td></td>${parts.map(({ kind }) => html`<th>${titles[kind]}</th>`)}</tr></thead>`}
<tbody>${runRows(records, locale).map(runRow)}</tbody>
</table></section>`;
}

/** The report of a run as one HTML file that needs nothing else: no network, no font, no script. */
export function renderHtml(records: Records, lang: Lang): string {
  const locale = localeOf(lang);
  const headline = headlineOf(records, locale);
  const [first] = partsOf(records);
  const subject = first ? `${first.target.label} · ${locale.moment(first.startedAt)}` : '';
  const page = html`<!doctype html>
<html lang="${languageTags[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${[headline.title, first?.target.label, 'pkdk-testkit'].filter(Boolean).join(' · ')}</title>
<style>${style}</style>
</head>
<body><main>
${verdictSection(headline, subject)}
${records.suite && contractSection(records.suite, locale)}
${records.load && loadSection(records.load, locale)}
${records.faults && faultsSection(records.faults, locale)}
${runSection(records, locale)}
</main></body>
</html>
`;
  return page.toString();
}
