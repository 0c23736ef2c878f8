import type { Point } from '../../contracts/record.ts';
import { type Html, html } from '../html.ts';
import type { Locale } from '../locale.ts';
import { verdictGlyphs } from './verdict-shapes.ts';

/** The verdicts in the order in which a legend tells them. */
const verdicts = ['valid', 'not-steady', 'generator-limited', 'failed'] as const;

/** What the marks of percentiles and of the verdicts that occur mean. */
export function legendOf(points: readonly Point[], { say }: Locale): Html {
  const found = verdicts.filter((one) => points.some(({ verdict }) => verdict === one));
  return html`<span class="legend"><span><b class="p50">●</b> p50</span> <span><b class="p99">▲</b> p99</span>
${found.some((verdict) => verdict !== 'valid') && found.map((verdict) => html` <span>${verdictGlyphs[verdict]} ${say(verdict)}</span>`)}</span>`;
}
