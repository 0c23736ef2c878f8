import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { readSettings } from './settings.ts';

const settings = readSettings();

// The workers read the settings again: all of them must draw from the same seed.
process.env.PKDK_SEED = String(settings.seed);

export default defineConfig({
  testDir: 'suites',
  testMatch: '*.spec.ts',
  outputDir: join(settings.out, 'playwright'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  failOnFlakyTests: true,
  // A worker that saw a failure is replaced, which takes a second: on a broken service, all cases take minutes.
  maxFailures: 40,
  timeout: 60_000,
  reporter: [[process.env.CI ? 'dot' : 'list'], ['./suites/record-reporter.ts']],
  // Nothing here has a page to show. UI mode and --trace make traces all the same; no secret is in them.
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
