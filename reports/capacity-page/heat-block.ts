import type { LoadRecord, Point } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { type Band, type HeatMap, heatMapOf, rateOf } from './heat-map.ts';
import { verdictGlyphs } from './verdict-shapes.ts';

/** Devices per second over the most there are, as how far a cell is filled. */
function heatOf({ devicesPerSecond }: Point, { mostDevices }: HeatMap): number {
  return Math.round(100 * Math.min(1, devicesPerSecond / mostDevices));
}

function sayBand({ from, to }: Band, { say, percent }: Locale): string {
  if (from === 0) return say('upTo', { to: percent(to) });
  return Number.isFinite(to)
    ? say('between', { from: percent(from), to: percent(to) })
    : say('beyond', { from: percent(from) });
}

function cell(point: Point | undefined, map: HeatMap, { say, number, compact }: Locale): Html {
  if (!point) return html`<td class="none"></td>`;
  const { verdict, devicesPerSecond } = point;
  const rate = rateOf(point);
  const mark =
    verdict !== 'valid' &&
    html`<b aria-hidden="true">${verdictGlyphs[verdict]}</b><span class="aside">${say(verdict)}: </span>`;
  return html`<td class="heat ${verdict}" style="--heat:${heatOf(point, map)}%" title="${say(verdict)}">${mark}${compact(devicesPerSecond)}<small>${say('perSecond', { rate: number(rate, rate < 10 ? 1 : 0) })}</small></td>`;
}

/** Devices per second by batch size and rate; a table is its own table, and its own words. */
export function heatBlock(load: LoadRecord, locale: Locale): Html | false {
  const { say, number } = locale;
  const map = heatMapOf(load);
  if (!map) return false;
  const caption = say('heatMap');
  return html`<h3>${caption}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="heat-map">
<thead><tr><th scope="col">${say('batchSize')}</th>${map.bands.map((band) => html`<th scope="col">${sayBand(band, locale)}</th>`)}</tr></thead>
<tbody>${map.rows.map(
    ({ batchSize, cells }) =>
      html`<tr><th scope="row">${number(batchSize)}</th>${cells.map((point) => cell(point, map, locale))}</tr>`,
  )}</tbody>
</table></div>
<p class="muted">${say(load.capacity ? 'heatNote' : 'heatNoteMeasured')}</p>`;
}
