import { fill, type Lang } from '../../contracts/text.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { verdictMarks } from '../model.ts';
import { tableBlock } from '../table.ts';
import { fewestValues } from './change-points.ts';
import { changesTable } from './changes-table.ts';
import type { History, LeftOut, Track } from './history.ts';
import { runsTable } from './runs-table.ts';
import { openingOf, sayLatest } from './sentence.ts';
import { trendsSection } from './trends.ts';
import { sayCommon, sayTrack } from './words.ts';

/** So many tracks are told at length, the others in a line each. */
const mostTold = 4;

/** So many lines of other tracks, and of files left out. */
const mostLines = 100;

/** A track of one run has no history. */
const isTold = ({ runs }: Track) => runs.length > 1;

/** The tracks that are told at length, and the others. */
export function toldOf({ tracks }: History): {
  readonly told: readonly Track[];
  readonly others: readonly Track[];
} {
  const told = tracks.filter(isTold).slice(0, mostTold);
  return { told, others: tracks.filter((track) => !told.includes(track)) };
}

/** How many runs there are, and from when to when. */
export function subjectOf({ tracks }: History, folder: string, { say, number, day }: Locale): string {
  const runs = tracks.flatMap((track) => track.runs);
  const times = runs.map(({ startedAt }) => startedAt).sort((a, b) => Date.parse(a) - Date.parse(b));
  const [first = '', last = ''] = [times[0], times.at(-1)];
  return say('historySubject', { folder, runs: number(runs.length), first: day(first), last: day(last) });
}

/** Why a file was left out, without its path. */
export function sayWhy({ why }: LeftOut, lang: Lang): string {
  return why.params.reason === undefined
    ? why.message
    : fill({ en: '{reason}', zh: '{reason}' }, lang, why.params);
}

function trackSection(track: Track, locale: Locale): Html {
  return html`<section><h2>${sayTrack(track.common, locale)}</h2>
<p>${sayLatest(track, locale)}</p>
<p class="muted">${sayCommon(track.common, locale)}</p>
${changesTable(track, locale)}
${trendsSection(track, locale)}
${runsTable(track, locale)}
</section>`;
}

function othersSection(tracks: readonly Track[], locale: Locale): Html | false {
  if (tracks.length === 0) return false;
  const { say, number, moment } = locale;
  const caption = say('historyOthers');
  const heads = [say('historyLatest'), say('historyCount'), say('historyWhat'), say('plan'), say('history')];
  const more = tracks.length - mostLines;
  return html`<section><h2>${caption}</h2><p class="muted">${say('historyOthersNote')}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${tracks.slice(0, mostLines).flatMap((track) => {
    const latest = track.runs.at(-1);
    return latest
      ? html`<tr><th scope="row"><a href="${latest.href}">${moment(latest.startedAt)}</a></th><td>${number(track.runs.length)}</td>
<td>${sayTrack(track.common, locale)}</td><td>${sayCommon(track.common, locale)}</td><td>${sayLatest(track, locale)}</td></tr>`
      : [];
  })}</tbody></table></div>
${more > 0 && html`<p class="muted">${say('historyOthersBounded', { count: number(more) })}</p>`}</section>`;
}

function leftOutSection(leftOut: readonly LeftOut[], locale: Locale): Html | false {
  if (leftOut.length === 0) return false;
  const { say, number, lang } = locale;
  const rows = leftOut.slice(0, mostLines).map((one) => [one.file, sayWhy(one, lang)]);
  const more = leftOut.length - mostLines;
  return html`<section><h2>${say('historyLeftOut')}</h2>
<p class="muted">${say('historyLeftOutNote', { count: number(leftOut.length) })}</p>
${tableBlock(say('historyLeftOut'), { heads: [say('historyFile'), say('historyReason')], rows })}
${more > 0 && html`<p class="muted">${say('historyOthersBounded', { count: number(more) })}</p>`}</section>`;
}

/** What the records of a folder say over time, in one language. */
export function historyBody(history: History, folder: string, locale: Locale): Html {
  const { say } = locale;
  const { tone, title, details } = openingOf(history, locale);
  const { told, others } = toldOf(history);
  return html`<header class="${tone}">
<p class="muted">${subjectOf(history, folder, locale)}</p>
<h1><span aria-hidden="true">${verdictMarks[tone]}</span> ${title}</h1>
<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>
</header>
${told.map((track) => trackSection(track, locale))}
${othersSection(others, locale)}
${leftOutSection(history.leftOut, locale)}
<section><h2>${say('historyMethod')}</h2>
<p>${say('historyMethodDetail', { least: fewestValues })}</p>
<p class="muted">${say('historyOthersNote')}</p></section>`;
}
