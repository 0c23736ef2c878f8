import { readFileSync } from 'node:fs';
import type { LoadRecord } from '../../contracts/record.ts';
import { shellWord } from '../../contracts/shell.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import type { Records } from '../model.ts';
import type { Section } from '../sections.ts';
import { costBlock } from './cost-block.ts';
import { headRoomBlock } from './head-room-table.ts';
import { ratesOf } from './rates.ts';
import { scalabilityBlock } from './scalability-block.ts';
import { whatIfBlock } from './what-if-block.ts';

/** The program of the what-if block: the models of this folder, compiled (`live-script.ts`). */
export const whatIfScript = readFileSync(new URL('../generated/what-if.js', import.meta.url), 'utf8');

/** The commands that give what this record has not. */
function measureScalability({ id, settings, capacity }: LoadRecord, { say }: Locale): Html {
  const sizes = capacity?.batchSize === undefined ? '' : ` --batch-sizes ${capacity.batchSize}`;
  const out = settings.PKDK_OUT ?? 'reports/out';
  const commands = [
    `npm run load -- sweep${sizes} --connections 1,2,4,8,16,32`,
    `npm run report -- ${shellWord(`${out}/${id}`)} <${say('folderOfSweep')}>`,
  ];
  return html`<h3>${say('scalability')}</h3>
<p class="muted">${say('measureScalability')}</p>
<pre class="curl" tabindex="0">${commands.join('\n')}</pre>`;
}

/** What a capacity means for who orders machines: head-room, answers to questions, and the models behind them. */
export function planningSection(records: Records, locale: Locale): Section | undefined {
  const { load, secondLoad } = records;
  const capacity = load?.capacity;
  if (!capacity) return undefined;
  const { say } = locale;
  const content = html`${headRoomBlock(capacity, locale)}
${whatIfBlock(ratesOf(load), locale)}
${capacity.batchSize === undefined && html`<p>${say('nothingToPlan')}</p>`}
${costBlock(load, locale) || (secondLoad && costBlock(secondLoad, locale))}
${(secondLoad && scalabilityBlock(secondLoad, locale)) || measureScalability(load, locale)}`;
  return { anchor: 'planning', title: say('planning'), content };
}
