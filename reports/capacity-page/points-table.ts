import type { LoadRecord, Point } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { bestPoint, pointsOf } from '../model.ts';
import { type Column, columnsOf } from '../point-columns.ts';
import { foldedFrom } from './folded.ts';
import { outcomeShares } from './goodput-block.ts';
import { withStatistics } from './point-statistics.ts';

function groupHeadings(columns: readonly Column[], { say }: Locale): Html[] {
  return columns
    .filter(({ group }, i) => group === undefined || group !== columns[i - 1]?.group)
    .map(({ group, heading, kind }) =>
      group === undefined
        ? html`<th scope="col" rowspan="2" class="${kind}">${heading}</th>`
        : html`<th scope="colgroup" colspan="${columns.filter((column) => column.group === group).length}" class="group">${say(group)}</th>`,
    );
}

/** Every point with what was measured; the figures of the generator stand in the panel of validity. */
export function pointsBlock(load: LoadRecord, locale: Locale): Html {
  const points = pointsOf(load);
  const best = bestPoint(load);
  const measured = columnsOf(points, best, locale).filter(({ group }) => group !== 'generator');
  const columns = withStatistics(points, measured, locale);
  const cell = (point: Point, { key, kind, cell }: Column) =>
    html`<td class="${kind} ${key}">${key === 'outcomes' ? outcomeShares(point.counts, locale) : cell(point)}</td>`;
  const caption = locale.say('pointsTable');
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="points">
<thead><tr>${groupHeadings(columns, locale)}</tr>
<tr>${columns.filter(({ group }) => group).map(({ heading, kind }) => html`<th scope="col" class="${kind}">${heading}</th>`)}</tr></thead>
<tbody>${points.map((point) => html`<tr class="${point.verdict}${point === best && ' best'}">${columns.map((column) => cell(point, column))}</tr>`)}</tbody>
</table></div>`;
  return html`<h3>${caption}</h3>
${foldedFrom(points.length, locale.say('everyPoint'), table)}`;
}
