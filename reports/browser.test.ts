import { expect, test } from 'vitest';
import { findChromium } from './browser.ts';

const onlyIn =
  (...places: string[]) =>
  (path: string) =>
    places.includes(path);

test('the one that was asked for comes first', () => {
  const exists = onlyIn('/opt/chrome', '/usr/bin/chromium');
  expect(findChromium({ PKDK_CHROMIUM: '/opt/chrome' }, exists)).toBe('/opt/chrome');
  expect(findChromium({}, exists)).toBe('/usr/bin/chromium');
});

test('the system’s comes before Playwright’s own', () => {
  expect(findChromium({}, (path) => /google-chrome|playwright/.test(path))).toBe('/usr/bin/google-chrome');
  expect(findChromium({}, (path) => path.includes('playwright'))).toMatch(/playwright/);
});

test('there may be none', () => {
  expect(findChromium({}, () => false)).toBeUndefined();
});
