import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { runId } from './contracts/record.ts';
import { readSettings } from './settings.ts';
import { shardOf } from './suites/playwright-arguments.ts';

const settings = readSettings();

// The workers read the settings again: all of them must draw from the same seed.
process.env.PKDK_SEED = String(settings.seed);

// A test that fails names the record which is written at the end.
process.env.PKDK_RUN_ID ||= runId(new Date(), settings.seed, shardOf(process.argv));
process.env.PKDK_RECORD_FOLDER ||= join(settings.out, process.env.PKDK_RUN_ID);

export default defineConfig({
  testDir: 'suites',
  testMatch: '*.spec.ts',
  globalSetup: './suites/global-setup.ts',
  outputDir: join(settings.out, 'playwright'),
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  failOnFlakyTests: true,
  // A worker that saw a failure is replaced, which takes a second: on a broken service, all cases take minutes.
  maxFailures: 40,
  // Looking for the largest batch takes many requests, each larger than most; a target of others may ask for pauses.
  timeout: settings.findMaxBatch !== undefined ? 600_000 : settings.baseUrl ? 300_000 : 60_000,
  reporter: [[process.env.CI ? 'dot' : 'list'], ['./suites/record-reporter.ts']],
  // Nothing here has a page to show. UI mode and --trace make traces all the same; no secret is in them.
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
