import { expect, test } from 'vitest';
import { checks } from '../contracts/checks/registry.ts';
import { outcomeNames } from '../contracts/outcome.ts';
import { langs } from '../contracts/text.ts';
import type { Records } from './model.ts';
import { renderHtml } from './page.ts';
import { missedFaults } from './sample-faults.ts';
import { brokenSuite, keptSuite } from './sample-suites.ts';
import { brokenLoad, keptLoad, rateLoad } from './sample-sweeps.ts';
import { capacityLoad } from './samples/capacity.ts';
import { texts } from './texts.ts';

const pages: readonly (readonly [string, Records])[] = [
  ['broken', { suite: brokenSuite, load: brokenLoad, faults: missedFaults }],
  ['kept', { suite: keptSuite, load: keptLoad }],
  ['rate', { load: rateLoad }],
  ['capacity', { load: capacityLoad }],
];

/** What is read of an edition, seen or heard, but for what computers read: code, commands, drawings. */
function readOf(page: string, tag: string): string {
  const [, rest = ''] = page.split(`<div class="edition" lang="${tag}"`);
  const [edition = ''] = rest.split('<div class="edition"');
  const written = `<div ${edition}`.replace(/<(code|pre|script|style)\b[\s\S]*?<\/\1>/g, '');
  const heard = [...written.matchAll(/ (?:aria-label|title|placeholder|data-title)="([^"]*)"/g)];
  return [...heard.map(([, text = '']) => text), written.replace(/<[^>]*>/g, ' ')]
    .join(' ')
    .replace(/&#?\w+;/g, ' ');
}

/** Words of three letters or more; flags are the same in every language. */
const wordsOf = (text: string): string[] => text.replace(/--[a-z-]+/g, '').match(/[A-Za-z]{3,}/g) ?? [];

/** Words of units, names and numbers, which are the same in every language. */
const universal = ['min', 'GiB', 'UTC', 'pkdk', 'testkit', 'Node', 'Bearer'];

/** What a record brings along, but for the sentences it has in English for logs. */
function broughtBy(records: Records): string {
  const leftOut = new Set(['message', 'why', 'en']);
  return JSON.stringify(records, (key, value) => (leftOut.has(key) ? undefined : value));
}

test.each(pages)('in Chinese the page of %s says no word that is English alone', (_name, records) => {
  const chinese = [
    ...Object.values(texts),
    ...Object.values(outcomeNames),
    ...checks.flatMap(({ title, demand, kinds }) => [
      title,
      demand,
      ...Object.values(kinds).flatMap((kind) => [kind, kind.expected, kind.received]),
    ]),
  ].map(({ zh }) => zh);
  const known = new Set(wordsOf([...chinese, broughtBy(records), ...universal].join(' ')));
  const said = wordsOf(readOf(renderHtml(records, 'zh'), 'zh-CN'));
  expect(said.length).toBeGreaterThan(10);
  expect([...new Set(said.filter((word) => !known.has(word)))]).toEqual([]);
});

test.each(pages)('in English the page of %s has no Chinese', (_name, records) => {
  expect(readOf(renderHtml(records, 'en'), 'en')).not.toMatch(/\p{Script=Han}/u);
});

test('every text has its marks in both languages', () => {
  const marks = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  const torn = Object.entries(texts).filter(
    ([, text]) => new Set(langs.map((lang) => [...new Set(marks(text[lang]))].join())).size > 1,
  );
  expect(torn.map(([key]) => key)).toEqual([]);
});
