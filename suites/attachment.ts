import { stripVTControlCharacters } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { TestInfo } from '@playwright/test';
import type { TestResult } from '@playwright/test/reporter';
import type { Finding } from '../contracts/finding.ts';
import type { Observation } from '../contracts/observations.ts';
import type { Case, RecordedExchange } from '../contracts/record.ts';
import type { KnownFailure } from './known-failures.ts';

/** What is larger is packed: it has to go from one process to the other. */
const maxPlainBytes = 50_000;

/** `testInfo.attach` would look up where it was called, which takes longer than everything else. */
function attach({ attachments }: TestInfo, name: string, value: object): void {
  // In lines, since UI mode and the HTML reporter show it as it is.
  const json = Buffer.from(JSON.stringify(value, null, 1));
  const isLarge = json.length > maxPlainBytes;
  const contentType = isLarge ? 'application/gzip' : 'application/json';
  attachments.push({ name, contentType, body: isLarge ? gzipSync(json) : json });
}

/** Attaches an exchange to a test, for the reporter. */
export function attachExchange(testInfo: TestInfo, recorded: RecordedExchange): void {
  attach(testInfo, 'exchange', recorded);
}

/** Attaches a finding that took more than one exchange to make. */
export function attachFinding(testInfo: TestInfo, finding: Finding): void {
  attach(testInfo, 'finding', finding);
}

/** What the record says of a case that failed as it is known to. */
type KnownCase = Required<Pick<Case, 'known' | 'error'>> & { readonly status: 'known' };

/** Marks a test whose case failed as it is known to, and says so beside it in the list. */
export function attachKnown(testInfo: TestInfo, entry: KnownFailure, note: string, message: string): void {
  const { owner, until, reason } = entry;
  const error = stripVTControlCharacters(message);
  attach(testInfo, 'known failure', { status: 'known', known: { owner, until, reason }, error });
  testInfo.annotations.push({ type: 'known failure', description: note });
  process.stdout.write(`${entry.case}: ${note}\n`);
}

/** Attaches a fact on which the published page is silent. */
export function attachObservation(testInfo: TestInfo, observation: Observation): void {
  attach(testInfo, 'observation', observation);
}

/** The exchanges attached to a test, in the order they were made. */
export function attachedExchanges(result: TestResult): RecordedExchange[] {
  return bodies(result, 'exchange').map((body): RecordedExchange => JSON.parse(body));
}

/** The findings attached to a test. */
export function attachedFindings(result: TestResult): Finding[] {
  return bodies(result, 'finding').map((body): Finding => JSON.parse(body));
}

/** What marks a test as a known failure. */
export function attachedKnown(result: TestResult): KnownCase | undefined {
  return bodies(result, 'known failure').map((body): KnownCase => JSON.parse(body))[0];
}

/** The facts attached to a test. */
export function attachedObservations(result: TestResult): Observation[] {
  return bodies(result, 'observation').map((body): Observation => JSON.parse(body));
}

function bodies({ attachments }: TestResult, wanted: string): string[] {
  return attachments.flatMap(({ name, contentType, body }) => {
    if (name !== wanted || !body) return [];
    return [String(contentType === 'application/gzip' ? gunzipSync(body) : body)];
  });
}
