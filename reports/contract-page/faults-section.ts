import { ruleTitles } from '../../contracts/checks/registry.ts';
import { type Rule, rules } from '../../contracts/finding.ts';
import type { FaultsRecord, MatrixRow } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import type { Section } from '../sections.ts';

/** Cases of one fault that a page names. */
const maxCases = 5;

/** Requests of the shortest case that failed and named the rule. */
export function cheapestOf({ by, rule }: MatrixRow): number | undefined {
  const naming = by.filter(({ rules: named }) => rule === undefined || named.includes(rule));
  return naming.length > 0 ? Math.min(...naming.map(({ requests }) => requests)) : undefined;
}

function ruleCell({ by, rule }: MatrixRow, column: Rule, { number }: Locale): Html {
  const cases = by.filter(({ rules: named }) => named.includes(column)).length;
  const state = column === rule ? (cases > 0 ? 'expected' : 'expected failed') : cases > 0 ? '' : 'none';
  return html`<td class="${state}">${cases > 0 ? number(cases) : column === rule ? '✗' : '·'}</td>`;
}

function rowOf(row: MatrixRow, locale: Locale): Html {
  const { say, number, lang } = locale;
  const isGood = row.verdict === 'caught' || row.verdict === 'passed';
  const cheapest = cheapestOf(row);
  return html`<tr><th scope="row"><code>${row.name}</code><br><span class="muted">${row.text[lang]}</span></th>
<td class="${isGood ? 'passed' : 'failed'}">${say(row.verdict)}</td>
${rules.map((rule) => ruleCell(row, rule, locale))}
<td>${cheapest === undefined ? '' : number(cheapest)}</td><td>${number(row.requests)}</td></tr>`;
}

function matrix(kind: MatrixRow['kind'], { rows }: FaultsRecord, locale: Locale): Html | false {
  const { say, lang } = locale;
  const shown = rows.filter((row) => row.kind === kind);
  const heading = say(kind);
  return (
    shown.length > 0 &&
    html`<div class="scroll" tabindex="0" role="region" aria-label="${heading}"><table class="matrix">
<thead><tr><th>${heading}</th><th>${say('verdict')}</th>${rules.map((rule) => html`<th class="upright"><span>${ruleTitles.get(rule)?.[lang] ?? rule}</span></th>`)}<th>${say('cheapest')}</th><th>${say('requests')}</th></tr></thead>
<tbody>${shown.map((row) => rowOf(row, locale))}</tbody>
</table></div>`
  );
}

function catches({ rows }: FaultsRecord, { say, number }: Locale): Html {
  const caseOf = ({ suite, title, rules: named }: MatrixRow['by'][number]) =>
    html`<li>${suite} › ${title} <span class="muted">${named.join(' ')}</span></li>`;
  return html`<details><summary><h3>${say('caughtBy')}</h3></summary>
${rows
  .filter(({ by }) => by.length > 0)
  .map(
    ({ name, by }) => html`<h4><code>${name}</code></h4><ul>${by.slice(0, maxCases).map(caseOf)}
${by.length > maxCases && html`<li class="muted">${say('moreCases', { count: number(by.length - maxCases) })}</li>`}</ul>`,
  )}</details>`;
}

/** The matrix of faults and rules: which rule caught what, in how many cases and at what cost. */
export function faultsSection(faults: FaultsRecord, locale: Locale): Section {
  const content = html`<p class="muted">${locale.say('faultsIntro')}</p>
${matrix('fault', faults, locale)}
${matrix('variant', faults, locale)}
${catches(faults, locale)}`;
  return { anchor: 'faults', title: locale.say('faults'), content };
}
