import { join } from 'node:path';
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { ToolkitError } from '../contracts/errors.ts';
import { mergeShards } from '../contracts/merge.ts';
import { recordHead, runId, runRecord, type SuiteRecord, writeRecord } from '../contracts/record.ts';
import type { Lang, Text } from '../contracts/text.ts';
import { readSettings, type Settings } from '../settings.ts';
import { isUiMode } from './playwright-arguments.ts';
import { type Run, recordOf } from './suite-record.ts';

const referenceLabel: Text = { en: 'reference service', zh: '参考服务' };

/** The record of one blob among those that Playwright merges. Throws BLOB_FOREIGN. */
function blobRecord(part: Suite, lang: Lang): SuiteRecord {
  const run: Run | undefined = part.project()?.metadata.pkdk;
  const record = run && recordOf(run, part.allTests(), lang);
  if (!record || !runRecord.test(record)) throw new ToolkitError('BLOB_FOREIGN');
  return record;
}

/** What blobs came to: one of a whole run, or one of each of its shards. Throws BLOB_FOREIGN, MERGE. */
function mergedBlobs({ suites }: Suite, lang: Lang): Omit<SuiteRecord, 'id'> {
  const records = suites.map((part) => blobRecord(part, lang));
  const [first] = records;
  if (first && records.length === 1 && !first.shard) return first;
  return mergeShards(records.map((record) => ({ file: record.id, record })));
}

/** Merges what blobs hold, in place of a run. */
function mergeBlobs(suite: Suite, startedAt: Date, { out, lang }: Settings): void {
  try {
    const merged = mergedBlobs(suite, lang);
    const id = runId(startedAt, merged.seed);
    writeRecord(join(out, id), { ...merged, id });
  } catch (error) {
    // Playwright shows the message.
    throw error instanceof ToolkitError ? new Error(error.explain(lang)) : error;
  }
}

/**
 * Writes what the suites found as a run record, if any test ran: into PKDK_RECORD_FOLDER, or a folder of its own.
 * In UI mode, where each click is a run, nothing is written. Where Playwright merges blobs, their records are merged.
 */
export default class RecordReporter implements Reporter {
  readonly #startedAt = new Date();
  #config: FullConfig | undefined;
  #suite: Suite | undefined;

  constructor() {
    // Tells run-suite.ts that Playwright has taken its arguments.
    process.send?.('taken');
  }

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#config = config;
    this.#suite = suite;
  }

  onEnd(result: FullResult): void {
    const [config, suite] = [this.#config, this.#suite];
    if (!config || !suite || isUiMode(config.argv)) return;
    const settings = readSettings();
    if (process.argv.includes('merge-reports')) mergeBlobs(suite, this.#startedAt, settings);
    else this.#write(this.#runOf(config, result, settings), suite, settings);
  }

  #runOf(
    { shard }: FullConfig,
    { status }: FullResult,
    { baseUrl, seed, lang, given: settings }: Settings,
  ): Run {
    const id = process.env.PKDK_RUN_ID || runId(this.#startedAt, seed, shard ?? undefined);
    const label = baseUrl ? new URL(baseUrl).host : referenceLabel[lang];
    const target = { url: baseUrl ?? '', label, referenceService: baseUrl === undefined };
    return {
      ...recordHead({ target, settings, seed }, id, this.#startedAt),
      finishedAt: new Date().toISOString(),
      interrupted: status === 'interrupted' || status === 'timedout',
      ...(shard && { shard }),
    };
  }

  #write(run: Run, suite: Suite, { out, lang }: Settings): void {
    const record = recordOf(run, suite.allTests(), lang);
    if (record.cases.length === 0) return;
    writeRecord(process.env.PKDK_RECORD_FOLDER || join(out, run.id), record);
    // The reporter of blobs comes after this one, and writes this down with the tests.
    for (const part of suite.suites) Object.assign(part.project()?.metadata ?? {}, { pkdk: run });
  }
}
