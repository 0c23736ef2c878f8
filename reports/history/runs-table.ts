import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { verdictMarks } from '../model.ts';
import type { Track } from './history.ts';
import { keyOf, type MetricName } from './metric.ts';
import type { Run } from './run.ts';
import type { Series } from './series.ts';
import { sayMetric, sayValue } from './words.ts';

/** So many runs of a track are listed, the latest ones. */
export const mostListed = 30;

/** What stands in the list of runs: the series of the whole, or of the largest batch size that has a sound value. */
const listed: readonly (readonly [MetricName, 'first' | 'last'])[] = [
  ['capacity', 'first'],
  ['best', 'first'],
  ['devices', 'last'],
  ['p99', 'last'],
  ['fixedMs', 'first'],
  ['failedCases', 'first'],
  ['coverage', 'first'],
  ['missedFaults', 'first'],
  ['duration', 'last'],
];

/** The series that the list of runs has a column for. */
export function listedSeries({ series }: Track): Series[] {
  return listed.flatMap(([name, which]) => {
    const named = series.filter(({ metric }) => metric.name === name);
    const sound = named.filter(({ levels }) => levels.length > 0);
    return (sound.length > 0 ? sound : named).at(which === 'first' ? 0 : -1) ?? [];
  });
}

/** The latest runs, the last one first. */
export function listedRuns({ runs }: Track): readonly Run[] {
  return runs.slice(-mostListed).reverse();
}

/** A run's value in a series as text; a ring before what is not sound. */
export function cellOf(run: Run, { metric }: Series, locale: Locale): string {
  const key = keyOf(metric);
  const reading = run.readings.find((one) => keyOf(one.metric) === key);
  if (!reading) return '';
  return `${reading.isSound ? '' : '○ '}${sayValue(metric, reading.value, locale)}`;
}

/** The latest runs with their verdict and main figures, and a link to the report of each. */
export function runsTable(track: Track, title: string, locale: Locale): Html {
  const { say, moment, number } = locale;
  const series = listedSeries(track);
  const runs = listedRuns(track);
  const caption = say('historyRuns');
  const notes = [
    ...(runs.length < track.runs.length
      ? [say('historyRunsBounded', { shown: number(runs.length), all: number(track.runs.length) })]
      : []),
    ...(series.some(({ places }) => places.some(({ isSound }) => !isSound)) ? [say('historyUnsound')] : []),
  ];
  const heads = [say('historyDate'), say('historyCommit'), say('historyVerdict')];
  return html`<h3>${caption}</h3>
${notes.length > 0 && html`<p class="muted">${notes.join(' ')}</p>`}
<div class="scroll" tabindex="0" role="region" aria-label="${say('labelled', { label: title, value: caption })}"><table class="runs">
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}${series.map(({ metric }) => html`<th scope="col" class="number">${sayMetric(metric, locale)}</th>`)}</tr></thead>
<tbody>${runs.map(
    (
      run,
    ) => html`<tr><th scope="row"><a href="${run.href}">${moment(run.startedAt)}</a></th><td>${run.commit ?? ''}</td>
<td class="${run.verdict}">${verdictMarks[run.verdict]} ${say(run.verdict)}</td>${series.map((one) => html`<td class="number">${cellOf(run, one, locale)}</td>`)}</tr>`,
  )}</tbody>
</table></div>`;
}
