import { occurred, outcomeNames } from '../contracts/outcome.ts';
import type { Capacity, LoadRecord, Point } from '../contracts/record.ts';
import { type CapacityTable, probesTable, sayCapacity, sizesTable } from './capacity.ts';
import { devicesChart, isLogarithmic, latencyChart } from './capacity-page/point-charts.ts';
import { replayOf } from './command.ts';
import { exchangeBlock, findingsTable } from './exchange-block.ts';
import { figure } from './figure.ts';
import { type Html, html } from './html.ts';
import type { Locale } from './locale.ts';
import { bestPoint, isPaced, isPartOf, pointOfSizes, pointsOf } from './model.ts';
import { costBlock } from './planning/cost-block.ts';
import { scalabilityBlock } from './planning/scalability-block.ts';
import { type Column, columnsOf, reasonsOf } from './point-columns.ts';
import type { Section } from './sections.ts';
import { inWords, type Table, tableBlock } from './table.ts';

/** Some columns as the table behind a chart. */
function tableOf(points: readonly Point[], all: readonly Column[], ...keys: string[]): Table {
  const columns = keys.flatMap((key) => all.find((column) => column.key === key) ?? []);
  return {
    heads: columns.map(({ heading }) => heading),
    rows: points.map((point) => columns.map((column) => column.cell(point))),
  };
}

function charts(points: readonly Point[], best: Point | undefined, columns: Column[], locale: Locale): Html {
  const isAlong = points.some((point) => isPartOf(point, points));
  const part = points.some(({ phase }) => phase) ? 'phase' : 'offeredRate';
  const name = isAlong ? part : 'batchSize';
  const latency = isLogarithmic(points) ? 'latencyChartLog' : 'latencyChart';
  const along = isLogarithmic(points) ? 'latencyAlongLog' : 'latencyAlong';
  const devices = tableOf(points, columns, name, 'devicesPerSecond', 'verdict');
  const latencies = tableOf(points, columns, name, 'p50', 'p95', 'p99');
  return html`<div class="charts">
${figure(
  {
    caption: locale.say(isAlong ? 'devicesAlong' : 'devicesChart'),
    alternative: inWords(devices),
    table: devices,
    draw: (size) => devicesChart(points, best, locale, size),
  },
  locale,
)}
${figure(
  {
    caption: locale.say(isAlong ? along : latency),
    alternative: inWords(latencies),
    table: latencies,
    draw: (size) => latencyChart(points, locale, size),
  },
  locale,
)}
</div>`;
}

function outcomeCell({ counts }: Point, { number, lang }: Locale): Html {
  const shown = occurred(counts);
  const shares = shown.map(([outcome, count]) => html`<i class="${outcome}" style="flex-grow:${count}"></i>`);
  return html`${shown.length > 1 && html`<span class="shares" aria-hidden="true">${shares}</span>`}
${shown.map(([outcome, count]) => html`<span class="outcome ${outcome}">${outcomeNames[outcome][lang]} ${number(count)}</span>`)}`;
}

function groupHeadings(columns: readonly Column[], { say }: Locale): Html[] {
  return columns
    .filter(({ group }, i) => group === undefined || group !== columns[i - 1]?.group)
    .map(({ group, heading, kind }) =>
      group === undefined
        ? html`<th rowspan="2" class="${kind}">${heading}</th>`
        : html`<th colspan="${columns.filter((column) => column.group === group).length}" class="group">${say(group)}</th>`,
    );
}

function pointsTable(
  points: readonly Point[],
  best: Point | undefined,
  columns: Column[],
  locale: Locale,
): Html {
  const cell = (point: Point, { key, kind, cell }: Column) =>
    html`<td class="${kind} ${key}">${key === 'outcomes' ? outcomeCell(point, locale) : cell(point)}</td>`;
  const caption = locale.say('pointsTable');
  return html`<h3>${caption}</h3><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="points">
<thead><tr>${groupHeadings(columns, locale)}</tr>
<tr>${columns.filter(({ group }) => group).map(({ heading, kind }) => html`<th class="${kind}">${heading}</th>`)}</tr></thead>
<tbody>${points.map((point) => html`<tr class="${point.verdict}${point === best && ' best'}">${columns.map((column) => cell(point, column))}</tr>`)}</tbody>
</table></div>
<p class="muted">${locale.say(points.some(isPaced) ? 'pacerNote' : 'generatorNote')}</p>`;
}

function examples(load: LoadRecord, locale: Locale): Html | false {
  const { exchanges } = load;
  return (
    exchanges.length > 0 &&
    html`<details class="case" open><summary><h3>${locale.say('loadExamples')}</h3></summary>
${exchanges.map((exchange) => exchangeBlock(exchange, replayOf(load, exchange), locale, findingsTable(exchange.findings, locale)))}</details>`
  );
}

function captioned({ caption, ...table }: CapacityTable): Html {
  return html`<h3>${caption}</h3>${tableBlock(caption, table)}`;
}

/** What a search for the capacity came to, and every rate it tried. */
function capacitySection(load: LoadRecord, capacity: Capacity, locale: Locale): Section {
  const content = html`<p>${sayCapacity(capacity, locale)}</p>
${captioned(sizesTable(capacity, locale))}
${captioned(probesTable(capacity, load, locale))}
${examples(load, locale)}`;
  return { anchor: 'capacity', title: locale.say('capacity'), content };
}

/** What the sweep measured: charts, why points are not valid, the numbers. */
export function loadSection(load: LoadRecord, locale: Locale): Section {
  if (load.capacity) return capacitySection(load, load.capacity, locale);
  const points = pointsOf(load);
  const best = bestPoint(load);
  const columns = columnsOf(points, best, locale);
  // Several points of one size, one for each token, are a table and no curve.
  const isDrawable =
    load.scenario !== 'tokens' && points.some(({ verdict }) => verdict !== 'refused' && verdict !== 'failed');
  const reasons = reasonsOf(points, locale);
  const content = html`${isDrawable && charts(pointOfSizes(points), best, columns, locale)}
${reasons.length > 0 && html`<ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${pointsTable(points, best, columns, locale)}
${costBlock(load, locale)}
${scalabilityBlock(load, locale)}
${examples(load, locale)}`;
  return {
    anchor: 'load',
    title: locale.say('load'),
    content: points.length > 0 ? content : html`<p>${locale.say('noPoints')}</p>`,
  };
}
