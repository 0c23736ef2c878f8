import { stripVTControlCharacters } from 'node:util';
import { grouped } from '../../contracts/grouped.ts';
import type { Case, RecordedExchange, SuiteRecord } from '../../contracts/record.ts';
import { replayOf } from '../command.ts';
import { exchangeBlock, findingsTable } from '../exchange-block.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { exchangesOf, otherProblem } from '../model.ts';
import { leftOut, most } from './bounds.ts';
import { caseList, caseName } from './case-names.ts';
import { knownCases, knownLine, knownMark, sayDaysLeft } from './known-cases.ts';
import { ruleGroups } from './rule-groups.ts';

/** Of the exchanges of a case, one that something was found in, or else its last: after it the test gave up. */
export function tellingExchange(one: Case, suite: SuiteRecord): RecordedExchange | undefined {
  const exchanges = exchangesOf(one, suite);
  return exchanges.find(({ findings }) => findings.length > 0) ?? exchanges.at(-1);
}

/** What a case failed with, and what repeats it. */
function evidence(one: Case, suite: SuiteRecord, locale: Locale): Html {
  const { say, number } = locale;
  const exchange = tellingExchange(one, suite);
  const error = stripVTControlCharacters(one.error ?? '');
  const rest = error.length - most.error;
  const lead = exchange && findingsTable(exchange.findings, exchange.response?.body, locale);
  return html`${
    error !== '' &&
    html`<p class="label">${say('testMessage')}</p><pre tabindex="0">${error.slice(0, most.error)}</pre>
${rest > 0 && html`<p class="muted">${say('shortened', { count: number(rest) })}</p>`}`
  }
${exchange && exchangeBlock(exchange, { replay: replayOf(suite, exchange), marked: exchange.findings, lead }, locale)}`;
}

/** What tells one failure from another: whose it is, and the first line of what the test said. */
function failureKey({ problem, error = '' }: Case): string {
  return JSON.stringify([problem, stripVTControlCharacters(error).split('\n', 1)]);
}

/** Cases that failed without breaking a rule, or not because of the contract; those that failed alike together. */
export function otherFailuresOf(suite: SuiteRecord): (readonly [Case, ...Case[]])[] {
  const told = new Set(
    ruleGroups(suite).flatMap(({ found }) =>
      found.flatMap(({ occurrences }) => occurrences.map(({ one }) => one)),
    ),
  );
  const others = suite.cases.filter((one) => one.status === 'failed' && !told.has(one));
  return [...grouped(others, failureKey).values()].flatMap(([first, ...alike]) =>
    first ? [[first, ...alike] as const] : [],
  );
}

function failureBlock(cases: readonly [Case, ...Case[]], suite: SuiteRecord, locale: Locale): Html {
  const [one] = cases;
  const other = otherProblem(one);
  const more = cases.length > 1 && ` · ${locale.say('casesWith', { count: locale.number(cases.length) })}`;
  return html`<details class="case" open>
<summary><h4>${caseName(one)}</h4> <span class="muted">${other && locale.say(other)}${more}</span></summary>
${
  cases.length > 1 &&
  caseList(
    cases.map((each) => [each]),
    locale,
  )
}
${evidence(one, suite, locale)}
</details>`;
}

/** Every other failure, one of each kind in full. */
export function otherFailures(suite: SuiteRecord, locale: Locale): Html | false {
  const failures = otherFailuresOf(suite);
  const shown = failures.slice(0, most.failures);
  return (
    failures.length > 0 &&
    html`<h3>${locale.say('otherFailures')}</h3>
<p class="muted">${locale.say('otherFailuresIntro')}</p>
${shown.map((cases) => failureBlock(cases, suite, locale))}
${leftOut(failures.length - shown.length, locale)}`
  );
}

/** The known failures, closed: somebody sees to them already. */
export function knownFailures(suite: SuiteRecord, locale: Locale): Html | false {
  const known = knownCases(suite);
  const shown = known.slice(0, most.failures);
  return (
    known.length > 0 &&
    html`<h3>${locale.say('knownCases')}</h3>${shown.map((one) => {
      const left = sayDaysLeft(one, suite, locale);
      return html`<details class="case">
<summary><span class="known" aria-hidden="true">${knownMark}</span> <h4>${caseName(one)}</h4> <span class="muted">${knownLine(one, locale)}</span>${left !== undefined && html` <strong class="known">${left}</strong>`}</summary>
${evidence(one, suite, locale)}
</details>`;
    })}
${leftOut(known.length - shown.length, locale)}`
  );
}
