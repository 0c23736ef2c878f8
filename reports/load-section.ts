import type { LoadRecord, RecordedExchange } from '../contracts/record.ts';
import { sizesTable } from './capacity.ts';
import { bySizeFigures } from './capacity-page/by-size-block.ts';
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
import { costBlock } from './planning/cost-block.ts';
import { scalabilityBlock } from './planning/scalability-block.ts';
import type { Section } from './sections.ts';
import { tableBlock } from './table.ts';

function exampleOf(exchange: RecordedExchange, load: LoadRecord, locale: Locale): Html {
  const { findings, response } = exchange;
  const lead = findingsTable(findings, response?.body, locale);
  return exchangeBlock(exchange, { replay: replayOf(load, exchange), marked: findings, lead }, locale);
}

function examples(load: LoadRecord, locale: Locale): Html | false {
  const { exchanges } = load;
  return (
    exchanges.length > 0 &&
    html`<details class="case" open><summary><h3>${locale.say('loadExamples')}</h3></summary>
${exchanges.map((exchange) => exampleOf(exchange, load, locale))}</details>`
  );
}

/** What a search for the capacity found for each size. */
function sizesBlock({ capacity }: LoadRecord, locale: Locale): Html | false {
  if (!capacity) return false;
  const { caption, ...table } = sizesTable(capacity, locale);
  return html`<h3>${caption}</h3>${tableBlock(caption, table)}`;
}

function figures(load: LoadRecord, locale: Locale): Html | false {
  const all = [...bySizeFigures(load, locale), distributionFigure(load, locale), courseFigure(load, locale)];
  const drawn = all.filter((one) => one !== undefined);
  return drawn.length > 0 && html`<div class="charts">${drawn.map((one) => figure(one, locale))}</div>`;
}

/** What load came to: drawings, what follows from them, and how far they can be trusted. */
export function loadSection(load: LoadRecord, locale: Locale): Section {
  const content = html`${sizesBlock(load, locale)}
${curveBlock(load, locale)}
${heatBlock(load, locale)}
${figures(load, locale)}
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
