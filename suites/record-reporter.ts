import { join } from 'node:path';
import type { FullConfig, FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { ToolkitError } from '../contracts/errors.ts';
import { mergeShards } from '../contracts/merge.ts';
import { failsByChange } from '../contracts/observations.ts';
import { observedBefore } from '../contracts/observed-file.ts';
import { recordHead, runId, runRecord, type SuiteRecord, writeRecord } from '../contracts/record.ts';
import type { Text } from '../contracts/text.ts';
import { readSettings, type Settings } from '../settings.ts';
import { isListing, isUiMode } from './playwright-arguments.ts';
import { type Results, type Run, recordOf } from './suite-record.ts';

const referenceLabel: Text = { en: 'reference service', zh: '参考服务' };

/** What a reporter knows before the run. */
type Known = Omit<Results, 'tests'>;

/** Under this name and its identifier, each run writes what it knows of itself into Playwright's metadata. */
const runKey = 'pkdk run ';

/** The runs whose blobs are merged: Playwright merges their metadata, too. */
function runsIn({ metadata }: Pick<FullConfig, 'metadata'>): Run[] {
  return Object.entries(metadata).flatMap(([key, run]) => (key.startsWith(runKey) ? run : []));
}

/** The record of each run of which there is a blob. Throws BLOB_FOREIGN. */
function blobRecords(config: FullConfig, { suites }: Suite, known: Known): SuiteRecord[] {
  const parts = new Map(suites.map((part) => [runsIn(part.project() ?? { metadata: {} })[0]?.id, part]));
  // A shard without tests leaves a run, and no part.
  const testsOf = ({ id }: Run) => parts.get(id)?.allTests() ?? [];
  const records = runsIn(config).map((run) => recordOf(run, { ...known, tests: testsOf(run) }));
  if (records.length === 0 || parts.has(undefined) || !records.every((record) => runRecord.test(record))) {
    throw new ToolkitError('BLOB_FOREIGN');
  }
  return records;
}

/** What blobs came to: one of a whole run, or one of each of its shards. Throws BLOB_FOREIGN, MERGE. */
function mergedBlobs(records: readonly SuiteRecord[]): Omit<SuiteRecord, 'id'> {
  const [first] = records;
  if (first && records.length === 1 && !first.shard) return first;
  return mergeShards(records.map((record) => ({ file: record.id, record })));
}

/** Merges what blobs hold, in place of a run. */
function mergeBlobs(config: FullConfig, suite: Suite, startedAt: Date, known: Known): void {
  const { out, lang } = readSettings();
  try {
    const merged = mergedBlobs(blobRecords(config, suite, known));
    const id = runId(startedAt, merged.seed);
    writeRecord(join(out, id), { ...merged, id });
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    // Playwright shows the message, and a trace of calls if there is one.
    const message = error.explain(lang);
    throw Object.assign(new Error(message), { stack: message });
  }
}

/** What is known of a run that has ended, besides its tests. */
function runOf(
  { shard }: FullConfig,
  { status }: FullResult,
  startedAt: Date,
  { baseUrl, seed, lang, given: settings }: Settings,
): Run {
  const id = process.env.PKDK_RUN_ID || runId(startedAt, seed, shard ?? undefined);
  const label = baseUrl ? new URL(baseUrl).host : referenceLabel[lang];
  const target = { url: baseUrl ?? '', label, referenceService: baseUrl === undefined };
  return {
    ...recordHead({ target, settings, seed }, id, startedAt),
    finishedAt: new Date().toISOString(),
    interrupted: status === 'interrupted' || status === 'timedout',
    ...(shard && { shard }),
  };
}

/** Writes the record of a run, if any test ran, and what its blob is to carry. Gives the record. */
function endRun(
  config: FullConfig,
  suite: Suite,
  result: FullResult,
  startedAt: Date,
  known: Known,
): SuiteRecord | undefined {
  const settings = readSettings();
  const run = runOf(config, result, startedAt, settings);
  const record = recordOf(run, { ...known, tests: suite.allTests() });
  // A shard of which no test ran, or that had none to run, must not look like one that is missing.
  const isShard = run.shard && (record.planned > 0 || result.status === 'passed');
  if (record.cases.length === 0 && !isShard) return undefined;
  writeRecord(process.env.PKDK_RECORD_FOLDER || join(settings.out, run.id), record);
  // The reporter of blobs comes after this one, and writes the metadata last.
  const hasBlob = config.reporter.some(([name]) => name === 'blob');
  if (hasBlob) Object.assign(config.metadata, { [runKey + run.id]: run });
  return record;
}

/**
 * Writes what the suites found as a run record, if any test ran: into PKDK_RECORD_FOLDER, or a folder of its own.
 * In UI mode, where each click is a run, nothing is written. Where Playwright merges blobs, their records are merged.
 */
export default class RecordReporter implements Reporter {
  readonly #startedAt = new Date();
  readonly #known: Known;
  #config: FullConfig | undefined;
  #suite: Suite | undefined;

  constructor() {
    // Tells run-suite.ts that Playwright has taken its arguments.
    process.send?.('taken');
    const { observed, lang } = readSettings();
    // Read before anything is sent: a damaged file is no reason to lose a run.
    this.#known = { before: observedBefore(observed), lang };
  }

  printsToStdio(): boolean {
    return false;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#config = config;
    this.#suite = suite;
  }

  async onEnd(result: FullResult): Promise<Pick<FullResult, 'status'>> {
    const [config, suite, { status }] = [this.#config, this.#suite, result];
    if (!config || !suite || isUiMode(config.argv) || isListing(config.argv)) return { status };
    if (process.argv.includes('merge-reports')) {
      mergeBlobs(config, suite, this.#startedAt, this.#known);
      return { status };
    }
    const record = endRun(config, suite, result, this.#startedAt, this.#known);
    const isChanged = record !== undefined && failsByChange(record);
    return { status: isChanged && status === 'passed' ? 'failed' : status };
  }
}
