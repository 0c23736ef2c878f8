import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderHtml } from './page.ts';
import { hostileLoad, hostileSuite, manyHostile } from './sample-hostile.ts';
import { overflow, startVisitor, type Visitor } from './visit.ts';

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisitor();
});

afterAll(() => visitor?.close());

const records = { suite: hostileSuite, load: hostileLoad };

test('what comes from outside stays text', async () => {
  const { page, url, requests, console } = await visitor.visit(renderHtml(records, 'en'));
  expect(await page.evaluate('"hacked" in window')).toBe(false);
  expect(await page.locator('main script, img, [onerror]').count()).toBe(0);
  const title = page.locator('.edition:visible :is(h4, h5, .title)', {
    hasText: '<script>window.hacked=1</script>',
  });
  expect(await title.count()).toBe(4);
  expect(await overflow(page)).toBe(0);
  expect(requests).toEqual([url]);
  expect(console).toEqual([]);
});

test('text that runs to the left turns nothing around but itself', async () => {
  const { page } = await visitor.visit(renderHtml(records, 'en'));
  const flipped = await page.evaluate(`[...document.querySelectorAll('.edition:first-of-type summary > *')]
    .filter((part) => /\\u202e/.test(part.textContent) && part.nextElementSibling && part.getClientRects().length === 1)
    .filter((part) => part.nextElementSibling.getBoundingClientRect().left < part.getBoundingClientRect().right).length`);
  expect(flipped).toBe(0);
});

test('ten thousand hostile exchanges make a page that is still small, and safe', async () => {
  const html = renderHtml({ suite: manyHostile(10_000) }, 'en');
  expect(html.length).toBeLessThan(1_500_000);
  const { page, url, requests, console } = await visitor.visit(html);
  expect(await page.evaluate('"hacked" in window')).toBe(false);
  expect(await page.locator('main script, img, [onerror]').count()).toBe(0);
  expect(await overflow(page)).toBe(0);
  expect(requests).toEqual([url]);
  expect(console).toEqual([]);
});
