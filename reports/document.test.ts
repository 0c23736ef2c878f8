import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderDocument } from './document.ts';
import { html } from './html.ts';
import { localeOf } from './locale.ts';
import { renderHtml } from './page.ts';
import { missedFaults } from './sample-faults.ts';
import { brokenSuite } from './sample-suites.ts';
import { keptLoad } from './sample-sweeps.ts';
import { renderSections } from './sections.ts';

const title = () => '<title>';

test('holds both languages, and says first which one is shown', () => {
  const page = renderDocument({ lang: 'zh', title, body: ({ say }) => html`<p>${say('contents')}</p>` });
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/);
  expect(page).toMatch(/value="zh-CN" checked/);
  expect(page).toContain('<title>&lt;title&gt;</title>');
  expect(page.match(/<p>(Contents|目录)<\/p>/g)).toEqual(['<p>Contents</p>', '<p>目录</p>']);
});

test('allows the scripts that it was given and no other', () => {
  const script = `document.title = '<';`;
  const page = renderDocument({ lang: 'en', title, body: () => html``, scripts: [script] });
  const hash = createHash('sha256').update(script).digest('base64');
  expect(page).toMatch(/default-src 'none'; script-src 'sha256-\S+' 'sha256-\S+'; /);
  expect(page).toContain(`'sha256-${hash}'`);
  expect(page).toContain(`<script>${script}</script>`);
  const broken = { lang: 'en', title, body: () => html``, scripts: ['"</script>"'] } as const;
  expect(() => renderDocument(broken)).toThrow('before its end');
});

test('sections are linked from contents where there are several', () => {
  const content = html`<h3>${'<part>'}</h3>`;
  const section = (anchor: string) => ({ anchor, title: `<${anchor}>`, content });
  const page = renderSections(['a', 'b'].map(section), localeOf('zh')).toString();
  expect(page).toContain('<a href="#b-zh">&lt;b&gt;</a>');
  expect(page).toContain('<section id="b-zh"><h2>&lt;b&gt;</h2>');
  expect(page).toContain('<a href="#b-1-zh">&lt;part&gt;</a>');
  expect(page).toContain('<h3 id="b-1-zh">&lt;part&gt;</h3>');
  expect(renderSections(['a'].map(section), localeOf('zh')).toString()).not.toContain('href');
});

test('no id stands twice in a page', () => {
  const page = renderHtml({ suite: brokenSuite, load: keptLoad, faults: missedFaults }, 'en');
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toContain('load-zh');
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
});
