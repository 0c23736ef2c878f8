import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { inWords } from '../table.ts';
import { type Costed, costNotes, costRows, sayCost } from './cost.ts';
import { costChart } from './cost-chart.ts';

/** What a call costs, drawn and in words, or why that is not known. */
export function costBlock(load: Costed, locale: Locale): Html | false {
  const { cost, lowLoad } = load;
  const [heading, notes] = [locale.say('costOfCall'), costNotes(load, locale)];
  if (notes.length === 0) return false;
  const table = costRows(load, locale);
  const drawn =
    cost &&
    lowLoad &&
    figure(
      {
        caption: locale.say('costChart'),
        alternative: `${sayCost(cost, locale)}. ${inWords(table)}`,
        table,
        draw: (size) => costChart(cost, lowLoad, locale, size),
      },
      locale,
    );
  return html`<h3>${heading}</h3>
<div class="charts">${drawn}
<div>${cost && html`<p>${sayCost(cost, locale)}</p>`}
<p class="muted">${notes.join(' ')}</p></div></div>`;
}
