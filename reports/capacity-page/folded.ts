import { type Html, html } from '../html.ts';

/** A table of more rows than this is folded: on paper it would take pages. */
const maxRows = 12;

/** A table as it is, or, where it is long, behind its name. */
export function foldedFrom(rows: number, name: string, table: Html): Html {
  if (rows <= maxRows) return table;
  return html`<details class="numbers"><summary>${name}</summary>
${table}</details>`;
}
