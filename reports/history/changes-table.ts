import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { isLongEnough, type LevelChange, levelChanges } from './events.ts';
import type { Track } from './history.ts';
import { sayInterval, sayMetric, sayNumber, sayShift, sayValue } from './words.ts';

/** So many changes of a track are listed, the latest ones. */
const mostListed = 50;

/** Which toolkit measured, when it became another one with the change. */
export function toolkitOf({ hasOtherToolkit, before, at }: LevelChange): string {
  const name = (run: { readonly version: string; readonly commit: string | null } | undefined) =>
    [run?.version, run?.commit].filter(Boolean).join(' ');
  return hasOtherToolkit ? `${name(before.places.at(-1)?.run)} → ${name(at)}` : '';
}

/** The cells of a change after its run. */
export function changeCells(change: LevelChange, locale: Locale): string[] {
  const { metric, before, since, shift } = change;
  const { low, high } = sayInterval(metric, shift, locale);
  return [
    sayMetric(metric, locale),
    sayShift(metric, shift, shift.estimate, locale),
    `${low} … ${high}`,
    `${sayNumber(metric, before.median, locale)} → ${sayValue(metric, since.median, locale)}`,
    locale.number(since.places.length),
    toolkitOf(change),
  ];
}

/** The headings of what `changeCells` gives, the run's first. */
export function changeHeads({ say }: Locale): string[] {
  return [
    ...[say('historyFrom'), say('historyWhat'), say('historyChange'), say('historyConfidence')],
    ...[say('historyLevels'), say('historySince'), say('historyToolkit')],
  ];
}

/** Every change of a level, the latest first, with a link to the run from which on it holds. */
export function changesTable(track: Track, title: string, locale: Locale): Html | false {
  const { say, day, number } = locale;
  const all = levelChanges(track);
  const changes = all.slice(0, mostListed);
  const caption = say('historyChanges');
  if (all.length === 0) return isLongEnough(track) && html`<p>${say('historyNoChanges')}</p>`;
  const more = all.length - changes.length;
  return html`<h3>${caption}</h3>
<div class="scroll" tabindex="0" role="region" aria-label="${say('labelled', { label: title, value: caption })}"><table>
<thead><tr>${changeHeads(locale).map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${changes.map(
    (change) => html`<tr><th scope="row"><a href="${change.at.href}">${day(change.at.startedAt)}</a></th>
${changeCells(change, locale).map((cell, i) => html`<td class="${i === 1 && (change.isWorse ? 'worse' : 'better')}">${cell}</td>`)}</tr>`,
  )}</tbody>
</table></div>
${more > 0 && html`<p class="muted">${say('historyChangesMore', { count: number(more) })}</p>`}`;
}
