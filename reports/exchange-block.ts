import { describeFinding, ruleTitles } from '../contracts/checks/registry.ts';
import type { Finding } from '../contracts/finding.ts';
import { outcomeNames } from '../contracts/outcome.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { type Html, html } from './html.ts';
import { elapsed, type Locale } from './locale.ts';

/** Characters of a body that a page shows; the record has all of them. */
const bodyLimit = 4000;

/** A table of findings, or nothing when there are none. */
export function findingsTable(findings: readonly Finding[], { say, lang }: Locale): Html | undefined {
  if (findings.length === 0) return undefined;
  return html`<table class="prose">
<thead><tr><th>${say('rule')}</th><th>${say('where')}</th><th>${say('finding')}</th></tr></thead>
<tbody>${findings.map(
    (finding) => html`<tr>
<td><span class="severity ${finding.severity}">${say(finding.severity)}</span> ${ruleTitles.get(finding.rule)?.[lang]} <code>${finding.rule}</code></td>
<td>${finding.at === '' ? say('wholeAnswer') : html`<code>${finding.at}</code>`}</td>
<td>${describeFinding(finding, lang)}</td></tr>`,
  )}</tbody></table>`;
}

function body(title: string, text: string, { say, number }: Locale): Html {
  const rest = text.length - bodyLimit;
  return html`<div><h5>${title}</h5>
<pre tabindex="0">${text === '' ? html`<i>${say('empty')}</i>` : text.slice(0, bodyLimit)}</pre>
${rest > 0 && html`<p class="muted">${say('shortened', { count: number(rest) })}</p>`}</div>`;
}

/** What came of an exchange: outcome, status or failure, time, and what its batch was made of. */
export function exchangeTitle(exchange: RecordedExchange, { say, lang }: Locale): string {
  const { id, outcome, response, failure, totalMs, seed, index } = exchange;
  return [
    say('exchange', { id }),
    outcomeNames[outcome][lang],
    response ? `HTTP ${response.status}` : `${say('noAnswer')}${failure ? ` (${failure})` : ''}`,
    elapsed(totalMs),
    ...(seed === undefined ? [] : [say('seedIndex', { seed, index: index ?? 0 })]),
  ].join(' · ');
}

/** An exchange as a person needs it to repeat and to judge it; `replay` is the command that sends it again. */
export function exchangeBlock(
  exchange: RecordedExchange,
  replay: string | undefined,
  locale: Locale,
  findings?: Html,
): Html {
  const { say } = locale;
  return html`<div class="exchange">
<h4>${exchangeTitle(exchange, locale)}</h4>
${findings}
<h5>${say('curl')}</h5>
${replay !== undefined && html`<pre class="replay" tabindex="0">${replay}</pre>`}
<pre class="curl" tabindex="0">${exchange.curl}</pre>
<div class="bodies">
${body(say('requestBody'), exchange.request.body, locale)}
${exchange.response && body(say('answerBody'), exchange.response.body, locale)}
</div></div>`;
}
