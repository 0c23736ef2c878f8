import { fill, type Lang } from '../../contracts/text.ts';
import { renderDocument } from '../document.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { verdictMarks } from '../model.ts';
import { renderSections, type Section } from '../sections.ts';
import { tableBlock } from '../table.ts';
import { fewestValues } from './change-points.ts';
import { changesTable } from './changes-table.ts';
import { isLongEnough } from './events.ts';
import type { History, LeftOut, Track } from './history.ts';
import { runsTable } from './runs-table.ts';
import { openingOf, sayLatest } from './sentence.ts';
import { trendsLegend, trendsSection } from './trends.ts';
import { sayCommon, sayTrack } from './words.ts';

/** So many tracks are told at length, the others in a line each. */
const mostTold = 4;

/** So many lines of other tracks, and of files left out. */
const mostLines = 100;

/** A track of one run has no history. */
const isTold = ({ runs }: Track) => runs.length > 1;

/** The tracks that are told at length, those in which a change could show before short ones, and the others. */
export function toldOf({ tracks }: History): {
  readonly told: readonly Track[];
  readonly others: readonly Track[];
} {
  const long = tracks.filter(isLongEnough);
  const short = tracks.filter((track) => isTold(track) && !long.includes(track));
  const told = [...long, ...short].slice(0, mostTold);
  return { told, others: tracks.filter((track) => !told.includes(track)) };
}

/** How many runs there are, and from when to when. */
export function subjectOf({ tracks }: History, folder: string, { say, number, day }: Locale): string {
  const count = tracks.reduce((sum, { runs }) => sum + runs.length, 0);
  const [first] = tracks.map((track) => track.first).sort((a, b) => a.time - b.time);
  const [last] = tracks.map((track) => track.latest).sort((a, b) => b.time - a.time);
  const days = { first: day(first?.startedAt ?? ''), last: day(last?.startedAt ?? '') };
  return say('historySubject', { folder, runs: number(count), ...days });
}

/** Why a file was left out, without its path. */
export function sayWhy({ why }: LeftOut, lang: Lang): string {
  const { params } = why;
  if (params.reason !== undefined) return fill({ en: '{reason}', zh: '{reason}' }, lang, params);
  return why.explain(lang).split('\n')[0] ?? '';
}

/** The names of tracks; those that share one are numbered. */
function titlesOf(tracks: readonly Track[], locale: Locale): string[] {
  const names = tracks.map(({ common }) => sayTrack(common, locale));
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before > 0 ? `${name} (${before + 1})` : name;
  });
}

function trackContent(track: Track, title: string, locale: Locale): Html {
  return html`<p>${sayLatest(track, locale)}</p>
<p class="muted">${sayCommon(track.common, locale)}</p>
${changesTable(track, title, locale)}
${trendsSection(track, title, locale)}
${runsTable(track, title, locale)}`;
}

function otherRow(track: Track, locale: Locale): Html {
  const { number, moment } = locale;
  const { latest } = track;
  return html`<tr><th scope="row"><a href="${latest.href}">${moment(latest.startedAt)}</a></th><td>${number(track.runs.length)}</td>
<td>${sayTrack(track.common, locale)}</td><td>${sayCommon(track.common, locale)}</td><td>${sayLatest(track, locale)}</td></tr>`;
}

/** What is left of a list that is bounded. */
function moreOf(all: readonly unknown[], { say, number }: Locale): Html | false {
  const more = all.length - mostLines;
  return more > 0 && html`<p class="muted">${say('historyOthersBounded', { count: number(more) })}</p>`;
}

function othersContent(tracks: readonly Track[], locale: Locale): Html {
  const { say } = locale;
  const heads = [
    ...[say('historyLatest'), say('historyCount'), say('historyWhat'), say('historyCommon')],
    say('historyChange'),
  ];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${say('historyOthers')}"><table class="prose">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${tracks.slice(0, mostLines).map((track) => otherRow(track, locale))}</tbody></table></div>
${moreOf(tracks, locale)}`;
}

function leftOutContent(leftOut: readonly LeftOut[], locale: Locale): Html {
  const { say, number, lang } = locale;
  const rows = leftOut.slice(0, mostLines).map((one) => [one.file, sayWhy(one, lang)]);
  const heads = [say('historyFile'), say('historyReason')];
  return html`<p class="muted">${say('historyLeftOutNote', { count: number(leftOut.length) })}</p>
${tableBlock(say('historyLeftOut'), { heads, rows })}
${moreOf(leftOut, locale)}`;
}

function sectionsOf(history: History, locale: Locale): Section[] {
  const { say } = locale;
  const { told, others } = toldOf(history);
  const { leftOut } = history;
  const titles = titlesOf(told, locale);
  const section = (anchor: string, title: string, content: Html): Section => ({ anchor, title, content });
  return [
    ...told.map((track, i) => {
      const title = titles[i] ?? '';
      return section(`track-${i + 1}`, title, trackContent(track, title, locale));
    }),
    ...(others.length > 0 ? [section('others', say('historyOthers'), othersContent(others, locale))] : []),
    ...(leftOut.length > 0
      ? [section('left-out', say('historyLeftOut'), leftOutContent(leftOut, locale))]
      : []),
    section(
      'method',
      say('historyMethod'),
      html`<p>${say('historyMethodDetail', { least: fewestValues })}</p><p>${say('historyOthersNote')}</p>`,
    ),
  ];
}

function body(history: History, folder: string, locale: Locale): Html {
  const { tone, title, details } = openingOf(history, locale);
  return html`<header class="${tone}">
<p class="muted">${subjectOf(history, folder, locale)}</p>
<h1><span aria-hidden="true">${verdictMarks[tone]}</span> ${title}</h1>
<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>
</header>
${trendsLegend(history, locale)}
${renderSections(sectionsOf(history, locale), locale)}`;
}

/** What the records of a folder say over time, as one HTML file in both languages. */
export function renderHistory(history: History, folder: string, lang: Lang): string {
  return renderDocument({
    lang,
    title: (locale) => [locale.say('history'), folder, 'pkdk-testkit'].join(' · '),
    body: (locale) => body(history, folder, locale),
  });
}
