import type { LoadRecord, Point } from '../contracts/record.ts';
import { type CapacityTable, sizesTable } from './capacity.ts';
import { bySizeFigures, inWords } from './capacity-page/by-size-block.ts';
import { courseFigure } from './capacity-page/course-block.ts';
import { curveBlock } from './capacity-page/curve-block.ts';
import { distributionFigure } from './capacity-page/distribution-block.ts';
import { goodputBlock } from './capacity-page/goodput-block.ts';
import { heatBlock } from './capacity-page/heat-block.ts';
import { pointsBlock } from './capacity-page/points-table.ts';
import { validityBlock } from './capacity-page/validity-block.ts';
import { replayOf } from './command.ts';
import { exchangeBlock, findingsTable } from './exchange-block.ts';
import { figure } from './figure.ts';
import { type Html, html } from './html.ts';
import type { Locale } from './locale.ts';
import { costNotes, costRows, sayCost } from './planning/cost.ts';
import { costChart } from './planning/cost-chart.ts';
import { sayScalability, scalabilityNotes } from './planning/scalability.ts';
import { scalabilityChart } from './planning/scalability-chart.ts';
import { type Column, columnsOf } from './point-columns.ts';
import type { Section } from './sections.ts';
import { type Table, tableBlock } from './table.ts';

/** Some columns as the table behind a chart. */
function tableOf(points: readonly Point[], all: readonly Column[], ...keys: string[]): Table {
  const columns = keys.flatMap((key) => all.find((column) => column.key === key) ?? []);
  return {
    heads: columns.map(({ heading }) => heading),
    rows: points.map((point) => columns.map((column) => column.cell(point))),
  };
}

/** What a call costs, drawn and in words, or why that is not known. */
function costBlock(load: LoadRecord, locale: Locale): Html | false {
  const { cost, lowLoad } = load;
  const [heading, notes] = [locale.say('costOfCall'), costNotes(load, locale)];
  if (notes.length === 0) return false;
  const table = costRows(load, locale);
  const drawn =
    cost &&
    lowLoad &&
    figure(
      {
        caption: locale.say('costChart'),
        alternative: inWords(table),
        table,
        draw: (size) => costChart(cost, lowLoad, locale, size),
      },
      locale,
    );
  return html`<h3>${heading}</h3>
<div class="charts">${drawn}
<div>${cost && html`<p>${sayCost(cost, locale)}</p>`}
<p class="muted">${notes.join(' ')}</p></div></div>`;
}

/** How throughput grows with connections, drawn and in words, or why that is not known. */
function scalabilityBlock(load: LoadRecord, locale: Locale): Html | false {
  const { scalability, points } = load;
  const notes = scalabilityNotes(load, locale);
  if (notes.length === 0) return false;
  const chart =
    scalability &&
    figure(
      {
        caption: locale.say('scalabilityChart'),
        alternative: sayScalability(scalability, locale),
        table: tableOf(
          points.filter(({ batchSize }) => batchSize === scalability.batchSize),
          columnsOf(points, undefined, locale),
          ...['connections', 'requestsPerSecond', 'verdict'],
        ),
        draw: (size) => scalabilityChart(scalability, points, locale, size),
      },
      locale,
    );
  return html`<h3>${locale.say('scalability')}</h3>
<div class="charts">${chart}
<div>${scalability && html`<p>${sayScalability(scalability, locale)}</p>`}
<p class="muted">${notes.join(' ')}</p></div></div>`;
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

/** What was measured, as drawings. */
function drawings(load: LoadRecord, locale: Locale): Html {
  const figures = [
    ...bySizeFigures(load, locale),
    distributionFigure(load, locale),
    courseFigure(load, locale),
  ].filter((one) => one !== undefined);
  return html`${curveBlock(load, locale)}
${heatBlock(load, locale)}
${figures.length > 0 && html`<div class="charts">${figures.map((one) => figure(one, locale))}</div>`}`;
}

/** What load came to: drawings, what they follow from, and how far they can be trusted. */
export function loadSection(load: LoadRecord, locale: Locale): Section {
  const content = html`${load.capacity && captioned(sizesTable(load.capacity, locale))}
${drawings(load, locale)}
${costBlock(load, locale)}
${scalabilityBlock(load, locale)}
${goodputBlock(load, locale)}
${validityBlock(load, locale)}
${pointsBlock(load, locale)}
${examples(load, locale)}`;
  const name = load.capacity ? 'capacity' : 'load';
  return {
    anchor: name,
    title: locale.say(name),
    content: load.points.length > 0 ? content : html`<p>${locale.say('noPoints')}</p>`,
  };
}
