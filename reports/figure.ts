import type { Size } from './charts.ts';
import { type Html, html, trusted } from './html.ts';
import type { Locale } from './locale.ts';
import { type Table, tableBlock } from './table.ts';

/** A chart: nothing is drawn that has no words and no table. */
export interface Figure {
  readonly caption: string;
  /** Its name for who cannot see what stands around it, unlike all others of the page; the caption where nothing is said. */
  readonly name?: string;
  /** What the drawing shows, for who cannot see it: its point in a sentence; each number is in the table. */
  readonly alternative: string;
  /** The same for everyone, below the drawing. */
  readonly note?: string;
  /** The numbers that are drawn. */
  readonly table: Table;
  /** The drawing as SVG (`draw` of charts.ts). */
  draw(size: Size): string;
  /** How much of the page's width it takes; half of it where nothing is said. */
  readonly width?: keyof typeof sizes;
}

/** Text in a drawing scales with it, so each width of the page has its own; a small one suits both. */
const sizes = {
  half: { wide: { width: 540, height: 290 }, narrow: { width: 330, height: 240 } },
  third: { any: { width: 345, height: 230 } },
  quarter: { any: { width: 270, height: 170 } },
} as const satisfies Record<string, Record<string, Size>>;

/** A chart with its caption, its text alternative and, folded, the table behind it. */
export function figure(
  { caption, name = caption, alternative, note, table, draw, width = 'half' }: Figure,
  locale: Locale,
): Html {
  const drawings = Object.entries(sizes[width]).map(
    ([place, size]) =>
      html`<div class="chart ${place}" role="img" aria-label="${name}. ${alternative}">${trusted(draw(size))}</div>`,
  );
  return html`<figure class="${width}"><figcaption>${caption}</figcaption>
${drawings}
${note !== undefined && html`<p class="muted">${note}</p>`}
<details class="numbers"><summary>${locale.say('theNumbers')}</summary>
${tableBlock(name, table)}</details></figure>`;
}
