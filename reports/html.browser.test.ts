import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Lang } from '../contracts/text.ts';
import type { Records } from './model.ts';
import { renderHtml } from './page.ts';
import { missedFaults } from './sample-faults.ts';
import { hostileLoad, hostileSuite } from './sample-hostile.ts';
import { brokenSuite, keptSuite } from './sample-suites.ts';
import { brokenLoad, keptLoad } from './sample-sweeps.ts';
import { capacityLoad } from './samples/capacity.ts';
import { overflow, type Reader, startVisitor, type Visitor } from './visit.ts';

const kept: Records = { suite: keptSuite, load: keptLoad };
const broken: Records = { suite: brokenSuite, load: brokenLoad };

const hostile: Records = { suite: hostileSuite, load: hostileLoad };

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisitor();
});

afterAll(() => visitor?.close());

const visit = (records: Records, lang: Lang, reader?: Reader) =>
  visitor.visit(renderHtml(records, lang), reader);

const headings = { en: ['Contract', 'Load', 'Run'], zh: ['契约检查', '压测', '运行信息'] };
const tags = { en: 'en', zh: 'zh-CN' };

describe.each(['en', 'zh'] as const)('the page in %s', (lang) => {
  test.each(['on', 'off'] as const)('asks for nothing and shows everything, scripts %s', async (scripts) => {
    const { page, url, requests, console } = await visit(kept, lang, { scripts });
    expect(await page.locator('html').getAttribute('lang')).toBe(tags[lang]);
    expect(await page.locator('h1:visible').count()).toBe(1);
    expect(await page.locator('h2:visible').allInnerTexts()).toEqual(headings[lang]);
    const charts = await page.locator('[role=img]:visible').all();
    expect(charts).toHaveLength(3);
    for (const chart of charts) {
      expect(await chart.boundingBox()).toMatchObject({ width: expect.closeTo(540, -2) });
      expect((await chart.getAttribute('aria-label'))?.length).toBeGreaterThan(100);
    }
    expect(requests).toEqual([url]);
    expect(console).toEqual([]);
  });
});

test.each([
  ['kept', 'zh', kept, 3],
  ['broken', 'en', broken, 2],
  ['hostile', 'en', hostile, 2],
] as const)('%s in %s fits on a phone', async (_name, lang, records, charts) => {
  const { page } = await visit(records, lang, { width: 360 });
  expect(await overflow(page)).toBe(0);
  expect(await page.locator('.chart.narrow:visible svg').count()).toBe(charts);
  expect(await page.locator('.chart.wide:visible').count()).toBe(0);
});

test.each(['on', 'off'] as const)(
  'switches languages by keyboard without loading anything, scripts %s',
  async (scripts) => {
    const { page, url, requests } = await visit(kept, 'zh', { scripts });
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('h2:visible').allInnerTexts()).toEqual(headings.en);
    expect(await page.getByRole('radio', { name: 'English' }).isChecked()).toBe(true);
    expect(requests).toEqual([url]);
    if (scripts === 'off') return;
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.title()).toMatch(/^Contract kept · /);
  },
);

test('a link names a section of one language, and shows it', async () => {
  const { page, url } = await visit(kept, 'en');
  await page.goto(`${url}#run-zh`);
  expect(await page.locator('h2:visible').allInnerTexts()).toEqual(headings.zh);
  expect(
    await page.evaluate('document.querySelector(":target h2").getBoundingClientRect().top'),
  ).toBeLessThan(800);
  await page.getByRole('link', { name: '压测' }).click();
  expect(new URL(page.url()).hash).toBe('#load-zh');
});

test('failures are open, the list of all cases is not', async () => {
  const { page } = await visit(broken, 'en');
  expect(await page.locator('.exchange .curl:visible').count()).toBe(3);
  expect(await page.locator('.exchange .replay:visible').count()).toBe(3);
  expect(await page.getByText('leading zeros survive').first().isVisible()).toBe(false);
});

test.each([
  ['light', 'rgb(27, 31, 36)'],
  ['dark', 'rgb(228, 231, 234)'],
] as const)('charts take the ink of the %s page', async (colorScheme, ink) => {
  const { page } = await visit(kept, 'en', { colorScheme });
  const label = `document.querySelector('.wide text[fill="var(--ink)"]')`;
  expect(await page.evaluate(`getComputedStyle(${label}).fill`)).toBe(ink);
  expect(await page.evaluate('getComputedStyle(document.body).color')).toBe(ink);
});

/** The first screens of each page, which the READMEs show. */
const shown = {
  capacity: { records: { load: capacityLoad }, height: 1700 },
  contract: { records: { suite: brokenSuite, faults: missedFaults }, height: 1500 },
} as const;

test.each([
  ['capacity', 'en'],
  ['capacity', 'zh'],
  ['contract', 'en'],
  ['contract', 'zh'],
] as const)('a screenshot shows the %s page in %s', async (name, lang) => {
  const { records, height } = shown[name];
  const path = join(import.meta.dirname, 'screenshots', `${name}.${lang}.png`);
  const isUpdate = process.env.PKDK_UPDATE_SCREENSHOT === '1';
  const { page } = await visit(records, lang);
  await page.setViewportSize({ width: 1200, height });
  const picture = await page.screenshot(isUpdate ? { path } : {});
  expect(picture.byteLength).toBeLessThan(400_000);
  await page.evaluate('document.body.replaceChildren()');
  const blank = await page.screenshot();
  expect(picture.byteLength).toBeGreaterThan(5 * blank.byteLength);
});
