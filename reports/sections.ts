import { type Html, html, trusted } from './html.ts';
import type { Locale } from './locale.ts';

/** A part of a page with a heading of its own, which the table of contents lists. */
export interface Section {
  /** Names the section in links (`#capacity-en`): letters and hyphens, unlike those of the other sections. */
  readonly anchor: string;
  readonly title: string;
  readonly content: Html;
}

/** With fewer headings than this, a page is seen at a glance. */
const contentsFrom = 4;

/** A heading that links can name. */
interface Heading {
  readonly id: string;
  readonly title: Html | string;
}

/** A section whose headings all have names, and these headings. */
function named({ anchor, title, content }: Section, { lang }: Locale) {
  const id = `${anchor}-${lang}`;
  const parts: Heading[] = [];
  // Data is escaped: every tag here is a heading that a section wrote.
  const body = content.toString().replace(/<h3>(.*?)<\/h3>/gs, (_heading, text: string) => {
    const part = { id: `${anchor}-${parts.length + 1}-${lang}`, title: trusted(text) };
    parts.push(part);
    return `<h3 id="${part.id}">${text}</h3>`;
  });
  return {
    heading: { id, title },
    parts,
    section: html`<section id="${id}"><h2>${title}</h2>\n${trusted(body)}\n</section>`,
  };
}

/** The sections of a page, each under a heading that links can name, after a table of contents. */
export function renderSections(sections: readonly Section[], locale: Locale): Html {
  const all = sections.map((section) => named(section, locale));
  const link = ({ id, title }: Heading) => html`<a href="#${id}">${title}</a>`;
  const contents = html`<nav class="contents" aria-label="${locale.say('contents')}"><ul>
${all.map(
  ({ heading, parts }) => html`<li>${link(heading)}
${parts.length > 0 && html`<ul>${parts.map((part) => html`<li>${link(part)}</li>`)}</ul>`}</li>`,
)}
</ul></nav>`;
  const isLong = all.reduce((count, { parts }) => count + 1 + parts.length, 0) >= contentsFrom;
  return html`${isLong && contents}\n${all.map(({ section }) => html`${section}\n`)}`;
}
