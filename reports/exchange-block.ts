import { describeFinding, ruleTitles } from '../contracts/checks/registry.ts';
import { sidesOf } from '../contracts/checks/sides.ts';
import type { Finding } from '../contracts/finding.ts';
import { isRecord, pointerOf, readJson } from '../contracts/json.ts';
import { outcomeNames } from '../contracts/outcome.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { bodyBlock } from './body-block.ts';
import { type Html, html } from './html.ts';
import { elapsed, type Locale } from './locale.ts';

/** A longer command is left to the record: nobody pastes it, and the replay command does the same. */
const maxCurlLength = 3000;

/** A table of what was found in an answer, or nothing when that is nothing. */
export function findingsTable(
  findings: readonly Finding[],
  answer: string | undefined,
  { say, lang }: Locale,
): Html | undefined {
  if (findings.length === 0) return undefined;
  const row = (finding: Finding) => {
    const { expected, received } = sidesOf(finding, answer, lang);
    return html`<tr>
<td><span class="severity ${finding.severity}">${say(finding.severity)}</span> ${ruleTitles.get(finding.rule)?.[lang]} <code>${finding.rule}</code></td>
<td>${finding.at === '' ? say('wholeAnswer') : html`<code>${finding.at}</code>`}</td>
<td>${describeFinding(finding, lang)}</td><td>${expected}</td><td>${received}</td></tr>`;
  };
  const heads = (['rule', 'where', 'finding', 'expectedSide', 'receivedSide'] as const).map(
    (key) => html`<th scope="col">${say(key)}</th>`,
  );
  return html`<table class="prose">
<thead><tr>${heads}</tr></thead>
<tbody>${findings.map(row)}</tbody></table>`;
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

/** The places in a request body where the device of a finding is asked for. */
function askedFor({ params: { pk, dk } }: Finding, body: string): string[] {
  const sent = readJson(body);
  if (pk === undefined || !Array.isArray(sent)) return [];
  return sent.flatMap((item: unknown, i) =>
    isRecord(item) && item.pk === pk && item.dk === dk ? [pointerOf(i)] : [],
  );
}

/** The curl command of an exchange, unless it is too long to be of use. */
export function shownCurl({ curl }: RecordedExchange): string | undefined {
  return curl.length <= maxCurlLength ? curl : undefined;
}

/** What a person needs to repeat and to judge an exchange. */
export interface Evidence {
  /** The command that sends it again. */
  readonly replay: string | undefined;
  /** What is marked in the bodies: the findings' places, and the devices they tell of. */
  readonly marked: readonly Finding[];
  /** Stands between title and commands. */
  readonly lead?: Html | undefined;
}

/** An exchange as a person needs it to repeat and to judge it. */
export function exchangeBlock(
  exchange: RecordedExchange,
  { replay, marked, lead }: Evidence,
  locale: Locale,
): Html {
  const { say, number } = locale;
  const { request, response } = exchange;
  const curl = shownCurl(exchange);
  const asked = marked.flatMap((finding) => askedFor(finding, request.body));
  const places = marked.map(({ at }) => at);
  return html`<div class="exchange">
<p class="title">${exchangeTitle(exchange, locale)}</p>
${lead}
<p class="label">${say('curl')}</p>
${replay !== undefined && html`<pre class="replay" tabindex="0">${replay}</pre>`}
${
  curl === undefined
    ? html`<p class="muted">${say('curlLeftOut', { count: number(exchange.curl.length), id: exchange.id })}</p>`
    : html`<pre class="curl" tabindex="0">${curl}</pre>`
}
<div class="bodies">
${bodyBlock(say('requestBody'), request.body, asked, locale)}
${response && bodyBlock(say('answerBody'), response.body, places, locale)}
</div></div>`;
}
