import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ToolkitError } from '../contracts/errors.ts';
import { type History, historyOf } from './history/history.ts';
import { renderHistory } from './history/page.ts';
import { runOf } from './history/run.ts';
import { suiteOf, sweepOf } from './history/sample-history.ts';
import type { Records } from './model.ts';
import { renderHtml } from './page.ts';
import { missedFaults } from './sample-faults.ts';
import { brokenSuite, keptSuite } from './sample-suites.ts';
import { keptLoad } from './sample-sweeps.ts';
import { capacityLoad } from './samples/capacity.ts';
import { overflow, startVisitor, type Visitor } from './visit.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisitor();
});

afterAll(() => visitor?.close());

/** Sheets of A4, which is as much as anybody prints. */
const maxSheets = 6;

const pages: readonly (readonly [string, Records])[] = [
  ['capacity', { load: capacityLoad }],
  ['contract', { suite: brokenSuite, faults: missedFaults }],
  ['joint', { suite: keptSuite, load: keptLoad }],
];

/** What axe has against a page. */
async function foundByAxe(html: string, colorScheme: 'light' | 'dark'): Promise<unknown[]> {
  const { page } = await visitor.visit(html, { colorScheme });
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
}

/** Sweeps that became slower, those of another plan, and the suites. */
function sampleHistory(): History {
  const points = keptLoad.points.slice(0, 2);
  const plan = { ...keptLoad.plan, durationMs: 5000 };
  const records = Array.from({ length: 30 }, (_, n) => [
    sweepOf(n, (n < 20 ? 1 : 0.8) + (n % 5) / 500),
    sweepOf(n + 0.2, 1, { plan, points, interrupted: n % 7 === 0 }),
    suiteOf(n),
  ]).flat();
  const why = new ToolkitError('RECORD_UNREADABLE', { file: 'x', reason: 'no JSON' });
  return historyOf(
    records.map((record) => runOf(record, `${record.id}/index.html`)),
    [{ file: 'x/record.json', why }],
  );
}

test('the history page has nothing that axe finds', async () => {
  expect(await foundByAxe(renderHistory(sampleHistory(), 'reports/out', 'zh'), 'light')).toEqual([]);
});

describe.each(pages)('the %s page', (_name, records) => {
  // What a language changes are words, what a screen changes are colours: two pairs see each.
  test.each([
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const)('has nothing that axe finds, in %s, %s', async (lang, colorScheme) => {
    expect(await foundByAxe(renderHtml(records, lang), colorScheme)).toEqual([]);
  });

  test('can be worked by keyboard alone', async () => {
    const { page } = await visitor.visit(renderHtml(records, 'en'));
    const focusable = await page
      .locator('.edition :is(a[href], summary, button, input, select, [tabindex="0"]):visible')
      .count();
    await page.keyboard.press('Tab');
    await page.evaluate(`(() => {
      const all = [...document.querySelectorAll('.edition *')];
      globalThis.focused = [];
      addEventListener('focusin', ({ target }) =>
        focused.push(getComputedStyle(target).outlineStyle === 'none' ? 'unseen' : all.indexOf(target)),
      );
    })()`);
    for (let i = 0; i < focusable; i++) await page.keyboard.press('Tab');
    const seen = new Set(await page.evaluate<unknown[]>('focused'));
    expect(seen).not.toContain('unseen');
    expect(seen).not.toContain(-1);
    expect(seen.size).toBe(focusable);
  });

  test('is printed on a few sheets, nothing cut off', async () => {
    const { page } = await visitor.visit(renderHtml(records, 'en'), { width: 718 });
    await page.emulateMedia({ media: 'print' });
    expect(await overflow(page)).toBe(0);
    const cut = `[...document.querySelectorAll('.edition *')].filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible').map((one) => one.outerHTML.slice(0, 80))`;
    expect(await page.evaluate(cut)).toEqual([]);
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.length).toBeLessThanOrEqual(maxSheets);
  });
});

test('a page of 60 points in both languages is small', () => {
  expect(capacityLoad.points.length).toBeGreaterThanOrEqual(60);
  expect(Buffer.byteLength(renderHtml({ load: capacityLoad }, 'en'))).toBeLessThan(1_500_000);
});
