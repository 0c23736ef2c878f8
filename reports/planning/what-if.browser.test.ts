import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Locator } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Lang } from '../../contracts/text.ts';
import { chromiumArguments, findChromium } from '../browser.ts';
import { localeOf } from '../locale.ts';
import { renderHtml } from '../page.ts';
import { capacityLoad } from '../samples/capacity.ts';
import { languageTags } from '../texts.ts';
import { assumed } from './assumptions.ts';
import { ratesOf } from './rates.ts';
import { type Question, whatIf } from './what-if.ts';
import { workedTable } from './what-if-block.ts';
import { answerLines } from './what-if-words.ts';

const rates = ratesOf(capacityLoad);
const folder = mkdtempSync(join(tmpdir(), 'pkdk-what-if-'));
const file = join(folder, 'index.html');
let browser: Browser;

beforeAll(async () => {
  writeFileSync(file, renderHtml({ load: capacityLoad }, 'en'));
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: run npx tsx reports/install-browser.ts');
  browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** A page of the report: one edition of its planning, and what the console says. */
async function planning(scripts: boolean) {
  const page = await browser.newPage({ javaScriptEnabled: scripts, viewport: { width: 1200, height: 800 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(pathToFileURL(file).href);
  const edition = async (lang: Lang) => {
    await page.locator(`input[name=edition][value="${languageTags[lang]}"]`).check();
    return page.locator(`#planning-${lang}`);
  };
  return { page, said, edition };
}

const typed: readonly (readonly [
  fields: Readonly<Record<string, string>>,
  Partial<Question>,
  objective: number,
])[] = [
  [{}, {}, 0],
  [
    { devices: '123456789', deadline: '8', unit: '3600000' },
    { devices: 123_456_789, deadlineMs: 28_800_000 },
    0,
  ],
  [{ devices: '50000001', growth: '12.5' }, { devices: 50_000_001, growth: 0.125 }, 0],
  [{ objective: '1', utilisation: '100' }, { utilisation: 1 }, 1],
  [{ objective: '2', devices: '7' }, { devices: 7 }, 2],
  [{ batchSize: '300' }, { batchSize: 300 }, 0],
  [{ batchSize: '751' }, { batchSize: 751 }, 0],
  [{ deadline: '0.01', unit: '1000' }, { deadlineMs: 10 }, 0],
  [{ devices: '' }, { devices: Number.NaN }, 0],
];

/** Types as a person does, into fields found by their name. */
async function fill(form: Locator, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name=${name}]`);
    if (name === 'unit' || name === 'objective') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** What stands in the fields at first. */
const untouched: Readonly<Record<string, string>> = {
  ...{ devices: '1000000', deadline: '10', unit: '60000', objective: '0', batchSize: '' },
  ...{ utilisation: '70', growth: '5' },
};

async function shown(form: Locator): Promise<string[][]> {
  const [labels, values] = await Promise.all(
    ['dt', 'dd'].map((name) => form.locator(name).allTextContents()),
  );
  return (labels ?? []).map((label, i) => [label, values?.[i] ?? '']);
}

test('what is typed is answered as the model answers, in both languages at once', async () => {
  const { page, said, edition } = await planning(true);
  const forms = {
    zh: (await edition('zh')).locator('form.what-if'),
    en: (await edition('en')).locator('form.what-if'),
  };
  expect(await forms.en.isVisible()).toBe(true);
  for (const [fields, asked, objective] of typed) {
    await fill(forms.en, fields);
    const question = { devices: 1_000_000, deadlineMs: 600_000, ...assumed, ...asked };
    const own = rates[objective];
    if (!own) throw new Error(`no objective ${objective}`);
    for (const lang of ['en', 'zh'] as const) {
      const expected = answerLines(whatIf(own, question), question, localeOf(lang));
      expect([fields, await shown(forms[lang])]).toEqual([fields, expected]);
    }
    await fill(
      forms.en,
      Object.fromEntries(Object.keys(fields).map((name) => [name, untouched[name] ?? ''])),
    );
  }
  // What was typed is kept when the language is switched; without a spare there is one replica less.
  await forms.en.getByLabel('One replica may fail').uncheck();
  const zh = (await edition('zh')).locator('form.what-if');
  expect(await zh.getByLabel('待重置设备数').inputValue()).toBe('1000000');
  expect((await shown(zh))[0]).toEqual(['副本数', '1']);
  // By keyboard, from field to field; Enter sends nothing anywhere.
  await zh.getByLabel('待重置设备数').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('5');
  expect(await zh.getByLabel('时限', { exact: true }).inputValue()).toBe('5');
  expect(page.url()).toBe(pathToFileURL(file).href);
  expect(await zh.getByRole('status').count()).toBe(1);
  expect(said).toEqual([]);
});

test('without scripts there are worked answers, which are the model’s', async () => {
  const { said, edition } = await planning(false);
  const [own] = rates;
  if (!own) throw new Error('no rates');
  for (const lang of ['en', 'zh'] as const) {
    const section = await edition(lang);
    expect(await section.locator('form').isVisible()).toBe(false);
    const table = section.locator('.worked table');
    expect(await table.isVisible()).toBe(true);
    const rows = await table.locator('tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
    expect(cells).toEqual(workedTable(own, localeOf(lang)).rows);
  }
  expect(said).toEqual([]);
});
