import { type Html, html } from './html.ts';
import type { Locale } from './locale.ts';

/** A part of a page with a heading of its own, which the table of contents lists. */
export interface Section {
  /** Names the section in links (`#capacity-en`): letters and hyphens, unlike those of the other sections. */
  readonly anchor: string;
  readonly title: string;
  readonly content: Html;
}

/** With fewer sections than this, a page is seen at a glance. */
const contentsFrom = 3;

/** The sections of a page, each under a heading that links can name, after a table of contents. */
export function renderSections(sections: readonly Section[], { say, lang }: Locale): Html {
  const contents = html`<nav class="contents" aria-label="${say('contents')}"><ul>
${sections.map(({ anchor, title }) => html`<li><a href="#${anchor}-${lang}">${title}</a></li>`)}
</ul></nav>`;
  return html`${sections.length >= contentsFrom && contents}
${sections.map(
  ({ anchor, title, content }) => html`<section id="${anchor}-${lang}"><h2>${title}</h2>
${content}
</section>`,
)}`;
}
