import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Lang, langs } from '../contracts/text.ts';
import { type Html, html, trusted } from './html.ts';
import { type Locale, localeOf } from './locale.ts';
import { languageNames, languageTags, texts } from './texts.ts';

/** A page of reports: what it is called, and what it says in each language. */
export interface Document {
  /** The language that is shown first. */
  readonly lang: Lang;
  /** Stands in the browser's tab and among bookmarks. */
  title(locale: Locale): string;
  /** All that is seen, once for each language: ids in it have to name `locale.lang`. */
  body(locale: Locale): Html;
  /** Programs of the project's own that run in the page; what they work on stands in attributes of the body. */
  readonly scripts?: readonly string[];
}

/** Style sheets in the order of the page. */
const sheets = ['page', 'figures', 'contract', 'history', 'planning'] as const;

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

const style = trusted(sheets.map((name) => read(`styles/${name}.css`)).join('\n'));

const editionsScript = read('scripts/editions.js');

/** Names a script in the content security policy, so that it runs and no other does. */
function hashOf(script: string): string {
  if (/<\/script|<!--/i.test(script)) throw new Error('a script would end before its end');
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** Radio buttons need no script: the style sheet shows the edition whose button is checked. */
function languageSwitch(shown: Lang): Html {
  return html`<fieldset class="languages"><legend>${langs.map((lang) => html`<span lang="${languageTags[lang]}">${texts.language[lang]}</span> `)}</legend>
${langs.map((lang) => html`<label lang="${languageTags[lang]}"><input type="radio" name="edition" value="${languageTags[lang]}"${lang === shown && trusted(' checked')}> ${languageNames[lang]}</label>`)}
</fieldset>`;
}

function edition({ title, body }: Document, lang: Lang): Html {
  const locale = localeOf(lang);
  return html`<div class="edition" lang="${languageTags[lang]}" data-title="${title(locale)}">
${body(locale)}
</div>`;
}

/**
 * The one HTML file of a page, which needs nothing else: no network, no font, and scripts only for comfort. It holds
 * an edition in each language, of which one is shown; the page switches between them without loading anything.
 */
export function renderDocument(document: Document): string {
  const { lang, scripts = [] } = document;
  const programs = [editionsScript, ...scripts];
  const policy = `default-src 'none'; script-src ${programs.map(hashOf).join(' ')}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="${languageTags[lang]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<link rel="icon" href="data:,">
<title>${document.title(localeOf(lang))}</title>
<style>${style}</style>
</head>
<body>
<main>
${languageSwitch(lang)}
${langs.map((each) => edition(document, each))}
</main>
${programs.map((program) => html`<script>${trusted(program)}</script>`)}
</body>
</html>
`.toString();
}
