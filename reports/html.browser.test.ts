import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case, SuiteRecord } from '../contracts/record.ts';
import type { Lang } from '../contracts/text.ts';
import { chromiumArguments, findChromium } from './browser.ts';
import type { Records } from './model.ts';
import { renderHtml } from './page.ts';
import { brokenSuite, exchange, foreignSucceeded, keptSuite } from './sample-suites.ts';
import { brokenLoad, keptLoad } from './sample-sweeps.ts';

const kept: Records = { suite: keptSuite, load: keptLoad };
const broken: Records = { suite: brokenSuite, load: brokenLoad };

const attack = `</pre></title></style><script>window.hacked=1</script><img src=x onerror="window.hacked=1">'"`;
const rightToLeft = '\u202eoverride \u05e9\u05dc\u05d5\u05dd\u202c';
const longKey = 'k'.repeat(10_000);

/** A record in which every text that comes from outside is hostile. */
function hostileSuite(): SuiteRecord {
  const message = `${attack} ${rightToLeft} ${longKey}`;
  const finding = { ...foreignSucceeded, message, at: `/${attack}`, params: { kind: 'none', dk: longKey } };
  const failed: Case = {
    id: attack,
    title: `${attack} ${rightToLeft}`,
    suite: attack,
    status: 'failed',
    durationMs: 1,
    findings: [finding],
    error: message,
    exchangeIds: [attack],
  };
  const body = `[{"pk":"${attack}","dk":"${longKey}"}]`;
  return {
    ...brokenSuite,
    target: { url: `https://x.example/${attack}`, label: attack, referenceService: false },
    settings: { [attack]: message },
    cases: [
      failed,
      { ...failed, status: 'skipped', reason: message },
      { ...failed, status: 'known', known: { owner: attack, until: '2026-11-23', reason: message } },
    ],
    observations: { [attack]: message, 'bad-input.x': message, 'bad-input.y': message },
    observationTexts: { 'bad-input.x': { en: attack, zh: attack } },
    observationChanges: [{ name: attack, before: message, now: message }],
    exchanges: [
      exchange(attack, {
        curl: message,
        request: { method: 'POST', url: attack, headers: {}, body },
        response: { status: 200, headers: {}, body },
        findings: [finding],
      }),
    ],
  };
}

const hostileLoad = { ...brokenLoad, points: brokenLoad.points.map((point) => ({ ...point, why: attack })) };
const hostile: Records = { suite: hostileSuite(), load: hostileLoad };

const folder = mkdtempSync(join(tmpdir(), 'pkdk-page-'));
let browser: Browser;
let scripted: Page;
let scriptless: Page;

beforeAll(async () => {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: run npx tsx reports/install-browser.ts');
  browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  scripted = await browser.newPage();
  scriptless = await browser.newPage({ javaScriptEnabled: false });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** How a reader meets a report; by default on a wide, light screen, with scripts on. */
interface Reader {
  readonly page?: Page;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page with the addresses it asked for and the lines it left in the console. */
interface Visit {
  readonly page: Page;
  readonly url: string;
  readonly requests: string[];
  readonly console: string[];
}

/** Opens a report from disk. */
async function visit(records: Records, lang: Lang, reader: Reader = {}): Promise<Visit> {
  const { page = scripted, width = 1200, colorScheme = 'light' } = reader;
  const file = join(folder, 'index.html');
  writeFileSync(file, renderHtml(records, lang));
  const seen: Visit = { page, url: pathToFileURL(file).href, requests: [], console: [] };
  page.removeAllListeners();
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('console', (message) => seen.console.push(message.text()));
  page.on('pageerror', (error) => seen.console.push(error.message));
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  await page.goto(seen.url);
  return seen;
}

/** How many pixels the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

const headings = { en: ['Contract', 'Load', 'Run'], zh: ['契约检查', '压测', '运行信息'] };
const tags = { en: 'en', zh: 'zh-CN' };

describe.each(['en', 'zh'] as const)('the page in %s', (lang) => {
  test.each(['on', 'off'])('asks for nothing and shows everything, scripts %s', async (scripts) => {
    const reader = { page: scripts === 'on' ? scripted : scriptless };
    const { page, url, requests, console } = await visit(kept, lang, reader);
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

test('the page fits on paper', async () => {
  const { page } = await visit(broken, 'en', { width: 718 });
  await page.emulateMedia({ media: 'print' });
  expect(await overflow(page)).toBe(0);
  await page.emulateMedia({ media: null });
});

test('what comes from outside stays text', async () => {
  const { page, url, requests, console } = await visit(hostile, 'en');
  expect(await page.evaluate('"hacked" in window')).toBe(false);
  expect(await page.locator('main script, img, [onerror]').count()).toBe(0);
  expect(
    await page
      .locator('.edition:visible :is(h4, h5, .title)', { hasText: '<script>window.hacked=1</script>' })
      .count(),
  ).toBe(4);
  expect(await overflow(page)).toBe(0);
  expect(requests).toEqual([url]);
  expect(console).toEqual([]);
});

test.each(['on', 'off'])(
  'switches languages by keyboard without loading anything, scripts %s',
  async (scripts) => {
    const { page, url, requests } = await visit(kept, 'zh', {
      page: scripts === 'on' ? scripted : scriptless,
    });
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

test('a screenshot shows the report', async () => {
  const path = join(import.meta.dirname, 'screenshot.png');
  const isUpdate = process.env.PKDK_UPDATE_SCREENSHOT === '1';
  const { page } = await visit(kept, 'en');
  const picture = await page.screenshot({ fullPage: true, ...(isUpdate && { path }) });
  expect(picture.byteLength).toBeLessThan(400_000);
  await page.evaluate('document.body.replaceChildren()');
  const blank = await page.screenshot();
  expect(picture.byteLength).toBeGreaterThan(5 * blank.byteLength);
});
