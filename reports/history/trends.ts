import { grouped } from '../../contracts/grouped.ts';
import { type Figure, figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import type { History, Track } from './history.ts';
import { type Metric, rowOf } from './metric.ts';
import type { Level, Series } from './series.ts';
import { sayMoments, timeAxis } from './time-axis.ts';
import { mostDrawn, trendChart } from './trend-chart.ts';
import { sayMetric, sayNumber, sayShift, sayValue, unitOf } from './words.ts';

/** So many charts a track has at most. */
const mostSeries = 40;

/** A level as a row: since when, until when, how many runs, its middle and its spread, and the step to it. */
function levelRow({ metric }: Series, { places, median, shift }: Level, locale: Locale): string[] {
  const { number, day } = locale;
  const values = places.map(({ value }) => value);
  const said = (value: number) => sayNumber(metric, value, locale);
  return [
    day(places[0]?.run.startedAt ?? ''),
    day(places.at(-1)?.run.startedAt ?? ''),
    number(places.length),
    said(median),
    `${said(Math.min(...values))} – ${said(Math.max(...values))}`,
    shift ? sayShift(metric, shift, shift.estimate, locale) : '',
  ];
}

function inWords({ metric, levels }: Series, locale: Locale): string {
  const { say, list, day } = locale;
  if (levels.length === 0) return say('historyNothingSound');
  const levelsSaid = levels.map(
    ({ places, median }) => `${day(places[0]?.run.startedAt ?? '')}: ${sayValue(metric, median, locale)}`,
  );
  return list(levelsSaid);
}

/** The name of a metric above its chart; in the row of a batch size that goes without saying. */
function captionOf(metric: Metric, locale: Locale): string {
  const { batchSize: _said, ...rest } = metric;
  const name = sayMetric(rowOf(metric) === undefined ? metric : rest, locale);
  const unit = unitOf(metric, locale);
  return unit === '' ? name : locale.say('historyUnit', { name, unit });
}

function trend(series: Series, title: string, draw: Figure['draw'], locale: Locale): Html {
  const { say } = locale;
  const heads = [
    ...[say('historyLevelFrom'), say('historyLevelTo'), say('historyCount'), say('historyMedian')],
    ...[say('historyLeastMost'), say('historyChange')],
  ];
  const rows = series.levels.map((level) => levelRow(series, level, locale));
  return figure(
    {
      caption: captionOf(series.metric, locale),
      name: say('labelled', { label: title, value: sayMetric(series.metric, locale) }),
      alternative: inWords(series, locale),
      table: { heads, rows },
      draw,
      width: 'quarter',
    },
    locale,
  );
}

/** Small charts of all metrics of a track over the same time. */
export function trendsSection({ runs, series }: Track, title: string, locale: Locale): Html {
  const { say, number } = locale;
  const axis = timeAxis(runs);
  const sayMoment = sayMoments(axis, locale);
  const drawn = (one: Series) => trend(one, title, (size) => trendChart(one, axis, sayMoment, size), locale);
  const more = series.length - mostSeries;
  const rows = grouped(series.slice(0, mostSeries), ({ metric }) => rowOf(metric));
  return html`<h3>${say('historyTrends')}</h3>
${[...rows].map(
  ([size, row]) => html`${size !== undefined && html`<h4>${say('sized', { size: number(size) })}</h4>`}
<div class="charts trends">${row.map(drawn)}</div>`,
)}
${more > 0 && html`<p class="muted">${say('historySeriesMore', { count: number(more) })}</p>`}`;
}

/** How to read the charts. */
export function trendsLegend({ tracks }: History, { say }: Locale): Html {
  const isFolded = tracks.some(({ runs }) => runs.length > mostDrawn);
  return html`<p class="muted">${say('historyTrendsNote')}${isFolded && ` ${say('historyFolded')}`}</p>`;
}
