import { type Html, html } from './html.ts';

/** What stands in a cell that has no value. */
export const nothing = '–';

/** A table as data: headings, and rows of one cell for each. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Whether what stands in a column are numbers: cells without a letter. */
function isOfNumbers({ rows }: Table, column: number): boolean {
  return rows.every((cells) => !/\p{L}/u.test(cells[column] ?? ''));
}

/** A table that scrolls in itself where the page is narrow; the first cell of a row names it. */
export function tableBlock(caption: string, table: Table): Html {
  const kinds = table.heads.map((_head, column) => isOfNumbers(table, column) && 'number');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="plain">
<thead><tr>${table.heads.map((head, i) => html`<th scope="col" class="${kinds[i]}">${head}</th>`)}</tr></thead>
<tbody>${table.rows.map(
    (cells) =>
      html`<tr>${cells.map((cell, i) =>
        i === 0
          ? html`<th scope="row" class="${kinds[i]}">${cell}</th>`
          : html`<td class="${kinds[i]}">${cell}</td>`,
      )}</tr>`,
  )}</tbody>
</table></div>`;
}

/** Every number in words: `Batch size 10: p50 3.1, p99 8.4`. */
export function inWords({ heads: [first, ...heads], rows }: Table): string {
  const say = ([name, ...cells]: readonly string[]) =>
    `${first} ${name}: ${cells.map((cell, i) => `${heads[i]} ${cell}`).join(', ')}`;
  return rows.map(say).join('; ');
}
