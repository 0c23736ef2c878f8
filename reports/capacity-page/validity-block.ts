import { tokenNames } from '../../contracts/exchange.ts';
import type { LoadRecord, Point } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import { type Locale, sharedDecimals } from '../locale.ts';
import { isPaced, pointsOf } from '../model.ts';
import { reasonsOf } from '../point-columns.ts';
import { foldedFrom } from './folded.ts';
import { exactShare } from './goodput-block.ts';
import { isBeyond, type Sign, signs } from './signs.ts';
import { verdictGlyphs } from './verdict-shapes.ts';

function sayFigure(figure: number, { unit }: Sign, locale: Locale): string {
  const { number } = locale;
  if (unit === 'count') return number(figure);
  if (unit === 'ratio') return number(figure, 2);
  if (unit === 'ms') return number(figure, Math.min(2, sharedDecimals([figure])));
  return figure > 0 && figure < 1
    ? exactShare(Math.round(figure * 1e4), 1e4, locale)
    : locale.percent(figure);
}

/** The limit as the heading says it: one for all points, or that it depends. */
function limitBlock(sign: Sign, points: readonly Point[], locale: Locale): Html | false {
  const limits = new Set(points.flatMap((point) => sign.limit?.(point) ?? []));
  const [limit] = limits;
  if (limit === undefined) return false;
  const bound = sayFigure(limit, sign, locale);
  const around = sign.unit === 'ratio' ? `1 ± ${bound}` : `± ${bound}`;
  const each = locale.say(sign.unit === 'ms' ? 'limitByLatency' : 'limitByPlan');
  return html`<small>${limits.size > 1 ? each : sign.distance ? around : `≤ ${bound}`}</small>`;
}

function figureCell(sign: Sign, point: Point, locale: Locale): Html {
  const figure = sign.of(point);
  if (figure === undefined) return html`<td class="number none">–</td>`;
  const said = sayFigure(figure, sign, locale);
  if (!isBeyond(sign, point)) return html`<td class="number">${said}</td>`;
  const limit = sayFigure(sign.limit?.(point) ?? 0, sign, locale);
  return html`<td class="number beyond" title="${locale.say('limitIs', { limit })}">▲ ${said}</td>`;
}

/** What tells points of one size apart. */
function offered({ offeredRate, connections, token }: Point, locale: Locale): string {
  const { say, number, list, lang } = locale;
  if (offeredRate !== undefined)
    return say('perSecond', { rate: number(offeredRate, offeredRate < 10 ? 1 : 0) });
  return list([
    ...(connections === undefined ? [] : [say('connectionsShort', { count: number(connections) })]),
    ...(token ? [tokenNames[token][lang]] : []),
  ]);
}

function row(point: Point, used: readonly Sign[], locale: Locale): Html {
  const { say, number } = locale;
  const { batchSize, verdict } = point;
  return html`<tr class="${verdict}"><th scope="row" class="number">${number(batchSize)}</th>
<td>${offered(point, locale)}</td>
<td class="verdict"><span aria-hidden="true">${verdictGlyphs[verdict]}</span> ${say(verdict)}</td>
${used.map((sign) => figureCell(sign, point, locale))}</tr>`;
}

/** `42 of 60 points are valid; not steady: 8; generator-limited: 9; failed: 1`. */
function sayVerdicts(points: readonly Point[], { say, number, list }: Locale): string {
  const count = (verdict: Point['verdict']) => points.filter((point) => point.verdict === verdict).length;
  const others = (['not-steady', 'generator-limited', 'failed', 'refused'] as const).filter(count);
  const valid = say('validPoints', { valid: number(count('valid')), all: number(points.length) });
  const rest = others.map((verdict) =>
    say('labelled', { label: say(verdict), value: number(count(verdict)) }),
  );
  return list([valid, ...rest]);
}

/** For every point the figures by which it was judged, each with its limit, and the verdict. */
export function validityBlock(load: LoadRecord, locale: Locale): Html {
  const { say } = locale;
  const points = pointsOf(load);
  const used = signs.filter(({ of }) => points.some((point) => of(point) !== undefined));
  const caption = say('validity');
  const reasons = reasonsOf(points, locale);
  const table = html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="points validity">
<thead><tr><th scope="col" class="number">${say('batchSize')}</th><th scope="col">${say('loadOf')}</th><th scope="col">${say('verdict')}</th>
${used.map((sign) => html`<th scope="col" class="number">${say(sign.heading)}${limitBlock(sign, points, locale)}</th>`)}</tr></thead>
<tbody>${points.map((point) => row(point, used, locale))}</tbody>
</table></div>
<p class="muted">${say('validityNote')} ${say(points.some(isPaced) ? 'pacerNote' : 'generatorNote')}</p>
${reasons.length > 0 && html`<ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}`;
  return html`<h3>${caption}</h3>
<p>${sayVerdicts(points, locale)}</p>
${foldedFrom(points.length, say('everyPoint'), table)}`;
}
