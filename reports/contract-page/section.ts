import { stripVTControlCharacters } from 'node:util';
import { describeFinding } from '../../contracts/checks/registry.ts';
import type { Case, SuiteRecord } from '../../contracts/record.ts';
import { replayOf } from '../command.ts';
import { exchangeBlock, findingsTable } from '../exchange-block.ts';
import { type Html, html } from '../html.ts';
import { elapsed, type Locale } from '../locale.ts';
import {
  type CaseCounts,
  countCases,
  countSuites,
  exchangesOf,
  notesOf,
  otherProblem,
  skipsOf,
  statusColumns,
} from '../model.ts';
import type { Section } from '../sections.ts';
import { knownCases, knownLine, knownMark, sayDaysLeft } from './known-cases.ts';
import { observedTable } from './observed-table.ts';

/** Exchanges of one case that a page shows in full. */
const maxExchanges = 3;

function suitesTable(suite: SuiteRecord, { say, number }: Locale): Html {
  const statuses = statusColumns(suite.cases);
  const cells = (counts: CaseCounts) => html`<td>${number(counts.cases)}</td>
${statuses.map((status) => html`<td class="${counts[status] > 0 ? status : 'none'}">${number(counts[status])}</td>`)}
<td>${elapsed(counts.durationMs)}</td>`;
  return html`<div class="scroll"><table class="suites">
<thead><tr><th>${say('suite')}</th><th>${say('cases')}</th>${statuses.map((status) => html`<th>${say(status)}</th>`)}<th>${say('time')}</th></tr></thead>
<tbody>${countSuites(suite).map(([name, counts]) => html`<tr><th scope="row">${name}</th>${cells(counts)}</tr>`)}</tbody>
<tfoot><tr><th scope="row">${say('total')}</th>${cells(countCases(suite.cases))}</tr></tfoot>
</table></div>`;
}

/** What a case was found to break, and what repeats it. */
function evidence(one: Case, suite: SuiteRecord, locale: Locale): Html {
  const { say, number } = locale;
  const exchanges = exchangesOf(one, suite);
  const rest = exchanges.length - maxExchanges;
  return html`${findingsTable(one.findings, locale)}
${
  one.error !== undefined &&
  html`<h5>${say('testMessage')}</h5><pre tabindex="0">${stripVTControlCharacters(one.error)}</pre>`
}
${exchanges
  .slice(0, maxExchanges)
  .map((exchange) =>
    exchangeBlock(
      exchange,
      replayOf(suite, exchange),
      locale,
      exchanges.length > 1 ? findingsTable(exchange.findings, locale) : undefined,
    ),
  )}
${rest > 0 && html`<p class="muted">${say('more', { count: number(rest) })}</p>`}`;
}

function failedCase(one: Case, suite: SuiteRecord, locale: Locale): Html {
  const other = otherProblem(one);
  return html`<details class="case" open>
<summary><h4>${one.title}</h4> <span class="muted">${one.suite} · ${elapsed(one.durationMs)}${other && ` · ${locale.say(other)}`}</span></summary>
${evidence(one, suite, locale)}
</details>`;
}

function failedCases(suite: SuiteRecord, locale: Locale): Html | false {
  const failed = suite.cases.filter(({ status }) => status === 'failed');
  return (
    failed.length > 0 &&
    html`<h3>${locale.say('failedCases')}</h3>${failed.map((one) => failedCase(one, suite, locale))}`
  );
}

/** Closed: somebody sees to them already. */
function knownFailures(suite: SuiteRecord, locale: Locale): Html | false {
  const known = knownCases(suite);
  return (
    known.length > 0 &&
    html`<h3>${locale.say('knownCases')}</h3>${known.map((one) => {
      const left = sayDaysLeft(one, suite, locale);
      return html`<details class="case">
<summary><span class="known" aria-hidden="true">${knownMark}</span> <h4>${one.title}</h4> <span class="muted">${one.suite} · ${knownLine(one, locale)}</span>${left !== undefined && html` <strong class="known">${left}</strong>`}</summary>
${evidence(one, suite, locale)}
</details>`;
    })}`
  );
}

function skippedCases(suite: SuiteRecord, { say, number }: Locale): Html | false {
  const skips = skipsOf(suite);
  return (
    skips.length > 0 &&
    html`<h3>${say('skippedCases')}</h3><table class="prose">
<thead><tr><th>${say('reason')}</th><th class="number">${say('cases')}</th></tr></thead>
<tbody>${skips.map(
      ([reason, cases]) => html`<tr><td><details><summary>${reason ?? say('noReason')}</summary>
<ul>${cases.map(({ suite: name, title }) => html`<li>${name} › ${title}</li>`)}</ul></details></td><td class="number">${number(cases.length)}</td></tr>`,
    )}</tbody></table>`
  );
}

function notes(suite: SuiteRecord, { say, number, lang }: Locale): Html | false {
  const found = notesOf(suite);
  return (
    found.length > 0 &&
    html`<h3>${say('notes')}</h3><p class="muted">${say('notesIntro')}</p><table class="prose">
<thead><tr><th>${say('rule')}</th><th>${say('where')}</th><th>${say('finding')}</th><th class="number">${say('cases')}</th></tr></thead>
<tbody>${found.map(
      ({
        finding,
        cases,
      }) => html`<tr><td><span class="severity ${finding.severity}">${say(finding.severity)}</span> <code>${finding.rule}</code></td>
<td><code>${finding.at}</code></td><td>${describeFinding(finding, lang)}</td><td class="number">× ${number(cases)}</td></tr>`,
    )}</tbody></table>`
  );
}

function notCovered({ coverage: { points } }: SuiteRecord, { say, lang }: Locale): Html | false {
  const open = points.filter(({ isCovered }) => !isCovered);
  return (
    open.length > 0 &&
    html`<h3>${say('notCovered')}</h3><p class="muted">${say('notCoveredIntro')}</p><table class="prose">
<thead><tr><th>${say('coveragePoint')}</th><th>${say('reason')}</th></tr></thead>
<tbody>${open.map(({ text, lack }) => html`<tr><td>${text[lang]}</td><td>${lack?.[lang] ?? say('nothingLacked')}</td></tr>`)}</tbody>
</table>`
  );
}

function allCases({ cases }: SuiteRecord, { say }: Locale): Html {
  return html`<details><summary><h3>${say('allCases')}</h3></summary><table class="prose">
<thead><tr><th>${say('suite')}</th><th>${say('case')}</th><th>${say('status')}</th><th class="number">${say('time')}</th></tr></thead>
<tbody>${cases.map(({ suite, title, status, durationMs }) => html`<tr><td>${suite}</td><td>${title}</td><td class="${status}">${say(status)}</td><td class="number">${elapsed(durationMs)}</td></tr>`)}</tbody>
</table></details>`;
}

/** What the suites found: counts, every failure in full, those that are known apart, every skip with its reason. */
export function contractSection(suite: SuiteRecord, locale: Locale): Section {
  const content = html`<div class="contract">
${suitesTable(suite, locale)}
<div class="failures">${failedCases(suite, locale)}${knownFailures(suite, locale)}</div>
<div>${skippedCases(suite, locale)}
${notCovered(suite, locale)}
${notes(suite, locale)}
${observedTable(suite, locale)}</div>
</div>
${allCases(suite, locale)}`;
  return { anchor: 'contract', title: locale.say('contract'), content };
}
