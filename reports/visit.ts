import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from './browser.ts';

/** How a reader meets a page; by default on a wide, light screen, with scripts on. */
export interface Reader {
  readonly scripts?: 'on' | 'off';
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** A page with the addresses it asked for and the lines it left in the console. */
export interface Visit {
  readonly page: Page;
  readonly url: string;
  readonly requests: readonly string[];
  readonly console: readonly string[];
}

/** A real browser that opens pages from disk, one at a time. */
export interface Visitor {
  visit(html: string, reader?: Reader): Promise<Visit>;
  close(): Promise<void>;
}

/** Starts the browser; pages are told apart by whether they run scripts. */
export async function startVisitor(): Promise<Visitor> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('no Chromium: run npx tsx reports/install-browser.ts');
  const folder = mkdtempSync(join(tmpdir(), 'pkdk-page-'));
  const browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
  const pages = {
    on: await browser.newPage(),
    off: await browser.newPage({ javaScriptEnabled: false }),
  };
  return {
    async visit(html, { scripts = 'on', width = 1200, colorScheme = 'light' } = {}) {
      const file = join(folder, 'index.html');
      writeFileSync(file, html);
      const page = pages[scripts];
      const url = pathToFileURL(file).href;
      const requests: string[] = [];
      const console: string[] = [];
      page.removeAllListeners();
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => console.push(message.text()));
      page.on('pageerror', (error) => console.push(error.message));
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await page.goto(url);
      return { page, url, requests, console };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** How many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
