import { type Html, html } from './html.ts';
import { jsonLines, type Line } from './json-lines.ts';
import type { Locale } from './locale.ts';

/** Characters of a body that is not JSON that a page shows; the record has all of them. */
const maxCharacters = 4000;

/** A body of so many lines is shown whole; of a longer one its first lines, its last, and those around marked ones. */
const wholeLines = 14;
const [firstLines, linesAround, maxMarked, maxDepth] = [3, 2, 4, 12];

function isMarked({ parts }: Line): boolean {
  return parts.some((part) => part.isMarked);
}

/** The numbers of the lines that are shown. */
function shownLines(lines: readonly Line[]): ReadonlySet<number> {
  const all = [...lines.keys()];
  if (all.length <= wholeLines) return new Set(all);
  const marked = all.filter((i) => lines[i] && isMarked(lines[i])).slice(0, maxMarked);
  if (marked.length === 0) return new Set(all.slice(0, wholeLines));
  const near = marked.flatMap((i) => all.slice(Math.max(0, i - linesAround), i + linesAround + 1));
  return new Set([...all.slice(0, firstLines), ...near, all.length - 1]);
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
      blocks.push(html`<i>… ${say('linesLeft', { count: number(left) })}
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
