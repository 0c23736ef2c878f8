import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import { openapi, operationId } from '../contracts/contract.ts';
import { Coverage } from '../contracts/coverage.ts';
import { operationsOf } from '../contracts/description.ts';
import type { Case, RecordedExchange, SuiteRecord } from '../contracts/record.ts';
import { recordHead, runId, writeRecord } from '../contracts/record.ts';
import type { Text } from '../contracts/text.ts';
import { readSettings } from '../settings.ts';
import { attachedExchanges, attachedFindings } from './attachment.ts';

const statuses: Readonly<Record<TestResult['status'], Case['status']>> = {
  passed: 'passed',
  failed: 'failed',
  timedOut: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
};

function caseOf(test: TestCase, result: TestResult, exchanges: readonly RecordedExchange[]): Case {
  const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
  const error = result.errors.map(({ message }) => stripVTControlCharacters(message ?? '')).join('\n');
  return {
    id: test.id,
    title: test.title,
    suite: test.parent.title,
    status: statuses[result.status],
    durationMs: result.duration,
    ...(result.status === 'skipped' && reason && { reason }),
    ...(error && { error }),
    findings: [...exchanges.flatMap(({ findings }) => findings), ...attachedFindings(result)],
    exchangeIds: exchanges.map(({ id }) => id),
  };
}

const referenceLabel: Text = { en: 'reference service', zh: '参考服务' };

function coverage(): Coverage {
  const place = operationsOf(openapi).find(({ operation }) => operation.operationId === operationId);
  if (!place) throw new Error(`the contract has no ${operationId}`);
  return new Coverage(openapi, place);
}

/** Writes what the suites found as a run record, if any test ran: into PKDK_RECORD_FOLDER, or a folder of its own. */
export default class RecordReporter implements Reporter {
  readonly #startedAt = new Date();
  readonly #cases: Case[] = [];
  readonly #kept = new Map<string, RecordedExchange>();
  readonly #coverage = coverage();
  #planned = 0;
  #url: string | undefined;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#planned = suite.allTests().length;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const exchanges = attachedExchanges(result);
    this.#cases.push(caseOf(test, result, exchanges));
    for (const exchange of exchanges) {
      this.#url ??= new URL(exchange.request.url).origin;
      this.#coverage.see(exchange);
      const isExample = ![...this.#kept.values()].some(({ outcome }) => outcome === exchange.outcome);
      const isWanted = isExample || result.status !== 'passed';
      // A retry has the ids of the attempt that failed, which is the one to look into.
      if (isWanted && !this.#kept.has(exchange.id)) this.#kept.set(exchange.id, exchange);
    }
  }

  onEnd({ status }: FullResult): void {
    if (this.#cases.length === 0) return;
    const { baseUrl, seed, out, lang, given } = readSettings();
    const url = baseUrl ?? this.#url ?? '';
    const target = {
      url,
      label: baseUrl ? new URL(baseUrl).host : referenceLabel[lang],
      referenceService: baseUrl === undefined,
    };
    const id = process.env.PKDK_RUN_ID || runId(this.#startedAt, seed);
    const record: SuiteRecord = {
      ...recordHead({ target, settings: given, seed }, id, this.#startedAt),
      kind: 'suite',
      finishedAt: new Date().toISOString(),
      interrupted: status === 'interrupted' || status === 'timedout',
      planned: this.#planned,
      cases: this.#cases,
      coverage: this.#coverage.result(),
      exchanges: [...this.#kept.values()],
    };
    writeRecord(process.env.PKDK_RECORD_FOLDER || join(out, id), record);
  }
}
