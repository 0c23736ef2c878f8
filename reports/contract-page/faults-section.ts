import { ruleTitles } from '../../contracts/checks/registry.ts';
import { rules } from '../../contracts/finding.ts';
import type { FaultsRecord, MatrixRow } from '../../contracts/record.ts';
import { suiteTitle } from '../../contracts/suite-names.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { missesOf } from '../model.ts';
import type { Section } from '../sections.ts';
import { caseName } from './case-names.ts';

/** Cases of one fault that a page names. */
const maxCases = 5;

/** Requests of the shortest case that failed and named the rule. */
export function cheapestOf({ by, rule }: MatrixRow): number | undefined {
  const naming = by.filter(({ rules: named }) => rule === undefined || named.includes(rule));
  return naming.length > 0 ? Math.min(...naming.map(({ requests }) => requests)) : undefined;
}

/** What a column of the matrix counts: the failed cases that named a rule, or those of a suite. */
interface Column {
  readonly title: string;
  /** Whether the row's fault must be caught here. */
  isExpected(row: MatrixRow): boolean;
  counts(by: MatrixRow['by'][number]): boolean;
}

function ruleColumns({ lang }: Locale): Column[] {
  return rules.map((rule) => ({
    title: ruleTitles.get(rule)?.[lang] ?? rule,
    isExpected: (row) => row.rule === rule,
    counts: ({ rules: named }) => named.includes(rule),
  }));
}

function suiteColumns(rows: readonly MatrixRow[], { lang }: Locale): Column[] {
  const names = [...new Set(rows.flatMap(({ by }) => by.map(({ suite }) => suite)))];
  return names.map((name) => ({
    title: suiteTitle(name, lang),
    isExpected: () => false,
    counts: ({ suite }) => suite === name,
  }));
}

function countCell(row: MatrixRow, { isExpected, counts }: Column, { number }: Locale): Html {
  const cases = row.by.filter(counts).length;
  if (isExpected(row)) {
    return cases > 0
      ? html`<td class="expected">${number(cases)}</td>`
      : html`<td class="expected failed">✗</td>`;
  }
  return cases > 0 ? html`<td>${number(cases)}</td>` : html`<td class="none">·</td>`;
}

function isGood({ verdict }: MatrixRow): boolean {
  return verdict === 'caught' || verdict === 'passed';
}

function rowOf(row: MatrixRow, columns: readonly Column[], locale: Locale): Html {
  const { say, number, lang } = locale;
  const cheapest = cheapestOf(row);
  return html`<tr><th scope="row"><code>${row.name}</code><br><span class="muted">${row.text[lang]}</span></th>
<td class="${isGood(row) ? 'passed' : 'failed'}">${say(row.verdict)}</td>
${columns.map((column) => countCell(row, column, locale))}
<td>${cheapest === undefined ? '' : number(cheapest)}</td><td>${number(row.requests)}</td></tr>`;
}

/** All of one kind, what was missed first. */
function matrix(kind: MatrixRow['kind'], { rows }: FaultsRecord, locale: Locale): Html | false {
  const { say } = locale;
  const shown = rows.filter((row) => row.kind === kind).toSorted((a, b) => +isGood(a) - +isGood(b));
  const heading = say(kind);
  const [byRule, bySuite] = [ruleColumns(locale), suiteColumns(shown, locale)];
  const columns = [...byRule, ...bySuite];
  return (
    shown.length > 0 &&
    html`<h3>${heading}</h3><div class="scroll" tabindex="0" role="region" aria-label="${heading}"><table class="matrix">
<thead><tr><td colspan="2"></td><th scope="colgroup" colspan="${byRule.length}">${say('byRule')}</th>${bySuite.length > 0 && html`<th scope="colgroup" colspan="${bySuite.length}">${say('bySuite')}</th>`}<td colspan="2"></td></tr>
<tr><th scope="col">${heading}</th><th scope="col">${say('verdict')}</th>${columns.map(({ title }) => html`<th scope="col" class="upright"><span>${title}</span></th>`)}<th scope="col">${say('cheapest')}</th><th scope="col">${say('requests')}</th></tr></thead>
<tbody>${shown.map((row) => rowOf(row, columns, locale))}</tbody>
</table></div>`
  );
}

function casesOf({ by }: MatrixRow, { say, number }: Locale): Html {
  const rest = by.length - maxCases;
  return html`<ul>${by
    .slice(0, maxCases)
    .map(
      (one) =>
        html`<li>${caseName(one)} <span class="muted">${one.rules.join(' ')}${one.reason !== undefined && ` · ${one.reason.slice(0, 300)}`}</span></li>`,
    )}
${rest > 0 && html`<li class="muted">${say('moreCases', { count: number(rest) })}</li>`}</ul>`;
}

/** Faults that no case brought to light by their rule, and false alarms: what there is to do. */
function misses(faults: FaultsRecord, locale: Locale): Html | false {
  const { say, lang } = locale;
  const missed = missesOf(faults);
  return (
    missed.length > 0 &&
    html`<h3>${say('faultsBroken')}</h3><ul class="misses">${missed.map(
      (
        row,
      ) => html`<li><strong class="bad">${say(row.verdict)}</strong> <code>${row.name}</code> ${row.text[lang]}${row.rule && html` <span class="muted">${say('mustBeCaughtBy', { rule: ruleTitles.get(row.rule)?.[lang] ?? row.rule })}</span>`}
${row.by.length > 0 && casesOf(row, locale)}</li>`,
    )}</ul>`
  );
}

function catches({ rows }: FaultsRecord, locale: Locale): Html {
  return html`<details><summary><h3>${locale.say('caughtBy')}</h3></summary>
${rows
  .filter(({ by }) => by.length > 0)
  .map((row) => html`<h4><code>${row.name}</code></h4>${casesOf(row, locale)}`)}</details>`;
}

/** The matrix of faults, rules and suites: what was missed, and what caught the others in how many cases. */
export function faultsSection(faults: FaultsRecord, locale: Locale): Section {
  const content = html`${misses(faults, locale)}
<p class="muted">${locale.say('faultsIntro')}</p>
${matrix('fault', faults, locale)}
${matrix('variant', faults, locale)}
${catches(faults, locale)}`;
  return { anchor: 'faults', title: locale.say('faults'), content };
}
