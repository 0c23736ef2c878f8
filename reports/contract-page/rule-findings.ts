import { checks, describeFinding } from '../../contracts/checks/registry.ts';
import { sidesOf } from '../../contracts/checks/sides.ts';
import type { Rule } from '../../contracts/finding.ts';
import type { SuiteRecord } from '../../contracts/record.ts';
import { replayOf } from '../command.ts';
import { exchangeBlock } from '../exchange-block.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { leftOut, most } from './bounds.ts';
import { caseList, caseName } from './case-names.ts';
import { type Alike, type RuleGroup, ruleGroups } from './rule-groups.ts';

/** `37 cases · 52 exchanges`. */
export function sayExtent(
  { cases, exchanges }: Pick<Alike, 'cases' | 'exchanges'>,
  { say, number }: Locale,
): string {
  const parts = [say('casesWith', { count: number(cases) })];
  if (exchanges > 0) parts.push(say('exchangesWith', { count: number(exchanges) }));
  return parts.join(' · ');
}

/** The title of a rule and what it asks for. */
export function ruleWords(rule: Rule, { lang }: Locale): { title: string; demand: string } {
  const check = checks.find((one) => one.rule === rule);
  return { title: check?.title[lang] ?? rule, demand: check?.demand[lang] ?? '' };
}

/** A finding with both sides, the cases that made it, and one exchange to repeat, in full if it is to be. */
function findingBlock(alike: Alike, isFull: boolean, suite: SuiteRecord, locale: Locale): Html {
  const { say, number, lang } = locale;
  const [{ finding, one, exchange }] = alike.occurrences;
  const { expected, received } = sidesOf(finding, exchange?.response?.body, lang);
  const replay = exchange && replayOf(suite, exchange);
  const cases = new Map(
    alike.occurrences.map(({ one: each, finding: { at }, exchange: made }) => [
      each,
      [made?.id, at].filter(Boolean).join(' '),
    ]),
  );
  return html`<div class="found">
<h5>${describeFinding(finding, lang)}</h5>
<p class="muted"><code>${finding.at === '' ? say('wholeAnswer') : finding.at}</code> · ${caseName(one)}${exchange && ` · ${say('exchange', { id: exchange.id })}`}</p>
<dl class="sides"><div class="expected"><dt>${say('expectedSide')}</dt><dd>${expected}</dd></div>
<div class="received"><dt>${say('receivedSide')}</dt><dd>${received}</dd></div></dl>
${cases.size > 1 && html`<details><summary>${say('alike', { cases: number(cases.size) })}</summary>${caseList([...cases], locale)}</details>`}
${
  exchange && isFull
    ? exchangeBlock(exchange, { replay, marked: [finding] }, locale)
    : replay !== undefined && html`<pre class="replay" tabindex="0">${replay}</pre>`
}
</div>`;
}

function ruleBlock(group: RuleGroup, suite: SuiteRecord, locale: Locale): Html {
  const { rule, found } = group;
  const { title, demand } = ruleWords(rule, locale);
  const shown = found.slice(0, most.findings);
  return html`<div class="rule" id="rule-${rule}-${locale.lang}">
<h4>${title} <code>${rule}</code> <span class="muted">${sayExtent(group, locale)}</span></h4>
<p>${demand}</p>
${shown.map((alike, i) => findingBlock(alike, i < most.fullFindings, suite, locale))}
${leftOut(found.length - shown.length, locale)}
</div>`;
}

/** Everything that broke the contract, under the rules that it broke. */
export function ruleFindings(suite: SuiteRecord, locale: Locale): Html | false {
  const groups = ruleGroups(suite);
  const contents = html`<ul class="rules">${groups.map(
    (group) =>
      html`<li><a href="#rule-${group.rule}-${locale.lang}">${ruleWords(group.rule, locale).title}</a> <span class="muted">${sayExtent(group, locale)}</span></li>`,
  )}</ul>`;
  return (
    groups.length > 0 &&
    html`<h3>${locale.say('findingsByRule')}</h3>
${groups.length > 1 && contents}
${groups.map((group) => ruleBlock(group, suite, locale))}`
  );
}
