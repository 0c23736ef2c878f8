import { figure } from '../figure.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import type { History, Track } from './history.ts';
import type { Level, Series } from './series.ts';
import { mostDrawn, type Span, trendChart } from './trend-chart.ts';
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

function trend(series: Series, span: Span, locale: Locale): Html {
  const { say, list } = locale;
  const heads = [
    ...[say('historyLevelFrom'), say('historyLevelTo'), say('historyCount'), say('historyMedian')],
    ...[say('historyLeastMost'), say('historyChange')],
  ];
  const rows = series.levels.map((level) => levelRow(series, level, locale));
  return figure(
    {
      caption: list([sayMetric(series.metric, locale), unitOf(series.metric, locale)].filter(Boolean)),
      alternative: inWords(series, locale),
      table: { heads, rows },
      draw: (size) => trendChart(series, span, locale, size),
      width: 'quarter',
    },
    locale,
  );
}

/** Small charts of all metrics of a track over the same time. */
export function trendsSection({ runs, series }: Track, locale: Locale): Html {
  const { say, number } = locale;
  const times = runs.map(({ startedAt }) => Date.parse(startedAt));
  const span: Span = [times[0] ?? 0, times.at(-1) ?? 0];
  const more = series.length - mostSeries;
  return html`<h3>${say('historyTrends')}</h3>
<div class="charts trends">${series.slice(0, mostSeries).map((one) => trend(one, span, locale))}</div>
${more > 0 && html`<p class="muted">${say('historySeriesMore', { count: number(more) })}</p>`}`;
}

/** How to read the charts. */
export function trendsLegend({ tracks }: History, { say }: Locale): Html {
  const isFolded = tracks.some(({ runs }) => runs.length > mostDrawn);
  return html`<p class="muted">${say('historyTrendsNote')}${isFolded && ` ${say('historyFolded')}`}</p>`;
}
