import type { LoadRecord } from '../../contracts/record.ts';
import { html } from '../html.ts';
import type { Locale } from '../locale.ts';
import type { Section } from '../sections.ts';
import { costBlock } from './cost-block.ts';
import { headRoomBlock } from './head-room-table.ts';
import { ratesOf } from './rates.ts';
import { scalabilityBlock } from './scalability-block.ts';
import { whatIfBlock } from './what-if-block.ts';

/** What a capacity means for who orders machines: head-room, answers to questions, and the models behind them. */
export function planningSection(load: LoadRecord, locale: Locale): Section | undefined {
  const { capacity } = load;
  if (!capacity) return undefined;
  const { say } = locale;
  const sizes = capacity.batchSize === undefined ? '' : ` --batch-sizes ${capacity.batchSize}`;
  const command = `npm run load -- sweep${sizes} --connections 1,2,4,8,16,32`;
  const content = html`${headRoomBlock(capacity, locale)}
${whatIfBlock(ratesOf(load), locale)}
${capacity.batchSize === undefined && html`<p>${say('nothingToPlan')}</p>`}
${costBlock(load, locale)}
${scalabilityBlock(load, locale) || html`<h3>${say('scalability')}</h3><p class="muted">${say('measureScalability', { command })}</p>`}`;
  return { anchor: 'planning', title: say('planning'), content };
}
