import { describeFinding } from '../../contracts/checks/registry.ts';
import type { SuiteRecord } from '../../contracts/record.ts';
import { suiteTitle } from '../../contracts/suite-names.ts';
import { type Html, html } from '../html.ts';
import { elapsed, type Locale } from '../locale.ts';
import { type CaseCounts, countCases, countSuites, notesOf, skipsOf, statusColumns } from '../model.ts';
import type { Section } from '../sections.ts';
import { leftOut, most } from './bounds.ts';
import { caseList } from './case-names.ts';
import { coverageMatrix } from './coverage-matrix.ts';
import { changesTable, observedTable } from './observed-table.ts';
import { knownFailures, otherFailures } from './other-failures.ts';
import { ruleFindings } from './rule-findings.ts';

function suitesTable(suite: SuiteRecord, { say, number, lang }: Locale): Html {
  const statuses = statusColumns(suite.cases);
  const cells = (counts: CaseCounts) => html`<td>${number(counts.cases)}</td>
${statuses.map((status) => html`<td class="${counts[status] > 0 ? status : 'none'}">${number(counts[status])}</td>`)}
<td>${elapsed(counts.durationMs)}</td>`;
  const caption = say('suites');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="suites">
<thead><tr><th scope="col">${say('suite')}</th><th scope="col">${say('cases')}</th>${statuses.map((status) => html`<th scope="col">${say(status)}</th>`)}<th scope="col">${say('time')}</th></tr></thead>
<tbody>${countSuites(suite).map(([name, counts]) => html`<tr><th scope="row">${suiteTitle(name, lang)}</th>${cells(counts)}</tr>`)}</tbody>
<tfoot><tr><th scope="row">${say('total')}</th>${cells(countCases(suite.cases))}</tr></tfoot>
</table></div>`;
}

function skippedCases(suite: SuiteRecord, locale: Locale): Html | false {
  const { say, number } = locale;
  const skips = skipsOf(suite);
  const row = ([reason, cases]: (typeof skips)[number]) =>
    html`<tr><td><details><summary>${reason ?? say('noReason')}</summary>
${caseList(
  cases.map((one) => [one]),
  locale,
)}</details></td><td class="number">${number(cases.length)}</td></tr>`;
  return (
    skips.length > 0 &&
    html`<h3>${say('skippedCases')}</h3><table class="prose">
<thead><tr><th scope="col">${say('reason')}</th><th scope="col" class="number">${say('cases')}</th></tr></thead>
<tbody>${skips.slice(0, most.skipReasons).map(row)}</tbody></table>
${leftOut(skips.length - most.skipReasons, locale)}`
  );
}

function notes(suite: SuiteRecord, locale: Locale): Html | false {
  const { say, number, lang } = locale;
  const found = notesOf(suite);
  const row = ({ finding, cases }: (typeof found)[number]) =>
    html`<tr><td><span class="severity ${finding.severity}">${say(finding.severity)}</span> <code>${finding.rule}</code></td>
<td><code>${finding.at}</code></td><td>${describeFinding(finding, lang)}</td><td class="number">× ${number(cases)}</td></tr>`;
  return (
    found.length > 0 &&
    html`<h3>${say('notes')}</h3><p class="muted">${say('notesIntro')}</p><table class="prose">
<thead><tr><th scope="col">${say('rule')}</th><th scope="col">${say('where')}</th><th scope="col">${say('finding')}</th><th scope="col" class="number">${say('cases')}</th></tr></thead>
<tbody>${found.slice(0, most.notes).map(row)}</tbody></table>
${leftOut(found.length - most.notes, locale)}`
  );
}

function allCases({ cases }: SuiteRecord, locale: Locale): Html {
  const { say } = locale;
  return html`<details><summary><h3>${say('allCases')}</h3></summary><table class="prose">
<thead><tr><th scope="col">${say('suite')}</th><th scope="col">${say('case')}</th><th scope="col">${say('status')}</th><th scope="col" class="number">${say('time')}</th></tr></thead>
<tbody>${cases.slice(0, most.listedCases).map(({ suite, title, status, durationMs }) => html`<tr><td>${suite}</td><td>${title}</td><td class="${status}">${say(status)}</td><td class="number">${elapsed(durationMs)}</td></tr>`)}</tbody>
</table>${leftOut(cases.length - most.listedCases, locale)}</details>`;
}

/** What the suites found: counts, what broke the contract by rule, other failures, changes, coverage, skips. */
export function contractSection(suite: SuiteRecord, locale: Locale): Section {
  const content = html`<div class="contract">
${suitesTable(suite, locale)}
<div>${changesTable(suite, locale)}
${skippedCases(suite, locale)}</div>
</div>
${ruleFindings(suite, locale)}
${otherFailures(suite, locale)}
${knownFailures(suite, locale)}
${coverageMatrix(suite, locale)}
${notes(suite, locale)}
${observedTable(suite, locale)}
${allCases(suite, locale)}`;
  return { anchor: 'contract', title: locale.say('contract'), content };
}
