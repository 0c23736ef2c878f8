import type { LoadRecord } from '../../contracts/record.ts';
import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { sayScalability, scalabilityNotes, scalabilityRows } from './scalability.ts';
import { scalabilityChart } from './scalability-chart.ts';

/** How throughput grows with connections, drawn and in words, or why that is not known. */
export function scalabilityBlock(load: LoadRecord, locale: Locale): Html | false {
  const { scalability, points } = load;
  const notes = scalabilityNotes(load, locale);
  if (notes.length === 0) return false;
  const chart =
    scalability &&
    figure(
      {
        caption: locale.say('scalabilityChart'),
        alternative: sayScalability(scalability, locale),
        table: scalabilityRows(scalability, points, locale),
        draw: (size) => scalabilityChart(scalability, points, locale, size),
      },
      locale,
    );
  return html`<h3>${locale.say('scalability')}</h3>
<div class="charts">${chart}
<div>${scalability && html`<p>${sayScalability(scalability, locale)}</p>`}
<p class="muted">${[...notes, ...(chart ? [locale.say('dashedNote')] : [])].join(' ')}</p></div></div>`;
}
