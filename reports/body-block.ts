import { type Html, html } from './html.ts';
import { jsonLines, type Line } from './json-lines.ts';
import type { Locale } from './locale.ts';

/** Characters of a body that is not JSON that a page shows; the record has all of them. */
const maxCharacters = 4000;

/** Lines of a body that a page shows: those around marked ones, and its first ones. */
const maxLines = 36;
const [linesAround, maxMarked, maxDepth] = [2, 6, 12];

function isMarked({ parts }: Line): boolean {
  return parts.some((part) => part.isMarked);
}

/** The numbers of the lines that are shown. */
function shownLines(lines: readonly Line[]): ReadonlySet<number> {
  const marked = [...lines.keys()].filter((i) => lines[i] && isMarked(lines[i])).slice(0, maxMarked);
  const near = marked.flatMap((i) =>
    Array.from({ length: 2 * linesAround + 1 }, (_, offset) => i - linesAround + offset),
  );
  const shown = new Set(near.filter((i) => i >= 0 && i < lines.length));
  for (const i of lines.keys()) {
    if (shown.size >= maxLines) break;
    shown.add(i);
  }
  return shown;
}

function lineHtml({ depth, parts }: Line): Html {
  const indent = '  '.repeat(Math.min(depth, maxDepth));
  return html`${indent}${parts.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))}
`;
}

function linesHtml(lines: readonly Line[], { say, number }: Locale): Html {
  const shown = shownLines(lines);
  const blocks: Html[] = [];
  let left = 0;
  const tellLeft = () => {
    if (left > 0)
      blocks.push(html`<i>⋯ ${say('linesLeft', { count: number(left) })}
</i>`);
    left = 0;
  };
  for (const [i, line] of lines.entries()) {
    if (!shown.has(i)) {
      left += 1;
      continue;
    }
    tellLeft();
    blocks.push(lineHtml(line));
  }
  tellLeft();
  return html`<pre tabindex="0">${blocks}</pre>`;
}

function textHtml(text: string, { say, number }: Locale): Html {
  const rest = text.length - maxCharacters;
  return html`<pre tabindex="0">${text === '' ? html`<i>${say('empty')}</i>` : text.slice(0, maxCharacters)}</pre>
${rest > 0 && html`<p class="muted">${say('shortened', { count: number(rest) })}</p>`}`;
}

/** A body under its title. JSON stands in lines, with the values at the pointers marked, and shows what is around them. */
export function bodyBlock(title: string, text: string, pointers: readonly string[], locale: Locale): Html {
  const lines = jsonLines(text, pointers);
  return html`<div><p class="label">${title}</p>
${lines ? linesHtml(lines, locale) : textHtml(text, locale)}</div>`;
}
