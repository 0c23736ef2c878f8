import { occurred, outcomeNames } from '../../contracts/outcome.ts';
import type { LoadRecord } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { type Goodput, goodputsOf } from './goodput.ts';

/** A share that never rounds to all or nothing of what is neither. */
export function exactShare(part: number, whole: number, { percent, number }: Locale): string {
  const share = whole > 0 ? part / whole : 0;
  if (part === 0 || part === whole || !['0', '100'].includes((share * 100).toFixed(0))) return percent(share);
  const decimals = [1, 2, 3, 4].find((digits) => ![0, 100].includes(Number((share * 100).toFixed(digits))));
  return `${number(share * 100, decimals)}%`;
}

/** Counts by name, the most frequent first: `200: 99.98% (12,040)`. */
function counted(counts: Readonly<Record<string, number>>, whole: number, locale: Locale): Html[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(
      ([name, count]) =>
        html`<span class="count">${name}: ${exactShare(count, whole, locale)} <small>${locale.number(count)}</small></span>`,
    );
}

/** Outcomes as a bar of shares and in numbers. */
export function outcomeShares(counts: Goodput['outcomes'], { number, lang }: Locale): Html {
  const shown = occurred(counts);
  const shares = shown.map(([outcome, count]) => html`<i class="${outcome}" style="flex-grow:${count}"></i>`);
  return html`${shown.length > 1 && html`<span class="shares" aria-hidden="true">${shares}</span>`}
${shown.map(([outcome, count]) => html`<span class="outcome ${outcome}">${outcomeNames[outcome][lang]} ${number(count)}</span>`)}`;
}

function row(goodput: Goodput, locale: Locale): Html {
  const { batchSize, sent, good, outcomes, codes, statuses } = goodput;
  const { say, number } = locale;
  return html`<tr><th scope="row">${batchSize === undefined ? say('allSizes') : number(batchSize)}</th>
<td class="number">${number(sent)}</td>
<td>${statuses ? counted(statuses, sent, locale) : say('notRecorded')}</td>
<td>${counted(codes, sent, locale)}</td>
<td>${outcomeShares(outcomes, locale)}</td>
<td class="number"><strong>${exactShare(good, sent, locale)}</strong></td></tr>`;
}

/** How many requests HTTP calls fine, and how many did the job. */
function sayGap({ statuses, sent, good }: Goodput, locale: Locale): string {
  const { say, number } = locale;
  const shares = { good: exactShare(good, sent, locale), sent: number(sent) };
  return statuses
    ? say('goodputByHttp', { ...shares, ok: exactShare(statuses[200] ?? 0, sent, locale) })
    : say('goodputAlone', shares);
}

/** What came of the requests: HTTP statuses apart from business codes, and both apart from the outcome. */
export function goodputBlock({ points }: LoadRecord, locale: Locale): Html {
  const { say } = locale;
  const goodputs = goodputsOf(points);
  const caption = say('goodput');
  const heads = (['batchSize', 'sent', 'statuses', 'codes', 'outcomes', 'goodShare'] as const).map((key) =>
    say(key),
  );
  return html`<h3>${caption}</h3>
<p>${goodputs[0] && sayGap(goodputs[0], locale)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="goodput">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${goodputs.map((goodput) => row(goodput, locale))}</tbody>
</table></div>`;
}
