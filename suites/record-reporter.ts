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
import type { Finding } from '../contracts/finding.ts';
import { type Observation, observedBy } from '../contracts/observations.ts';
import { observedBefore } from '../contracts/observed-file.ts';
import type { Case, Problem, RecordedExchange, SuiteRecord } from '../contracts/record.ts';
import { recordHead, runId, writeRecord } from '../contracts/record.ts';
import type { Text } from '../contracts/text.ts';
import { addTraffic, noTraffic, trafficOf } from '../contracts/traffic.ts';
import { readSettings } from '../settings.ts';
import { attachedExchanges, attachedFindings, attachedKnown, attachedObservations } from './attachment.ts';

const problems: readonly Problem[] = ['contract', 'environment', 'credentials', 'toolkit'];

const statuses: Readonly<Record<TestResult['status'], Case['status']>> = {
  passed: 'passed',
  failed: 'failed',
  timedOut: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
};

/** Whose a failure is. A case that ran out of time says nothing: then its answers do. */
function problemOf({ annotations }: TestResult, findings: readonly Finding[]): Problem {
  const said = annotations.find(({ type }) => type === 'problem')?.description;
  const isBroken = findings.some(({ severity }) => severity === 'violation');
  return problems.find((problem) => problem === said) ?? (isBroken ? 'contract' : 'toolkit');
}

function caseOf(test: TestCase, result: TestResult, exchanges: readonly RecordedExchange[]): Case {
  const findings = [...exchanges.flatMap(({ findings }) => findings), ...attachedFindings(result)];
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
    ...(statuses[result.status] === 'failed' && { problem: problemOf(result, findings) }),
    findings,
    exchangeIds: exchanges.map(({ id }) => id),
    ...(result.status === 'passed' && attachedKnown(result)),
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
  readonly #observed: Observation[] = [];
  // Read before anything is sent: a damaged file is no reason to lose a run.
  readonly #known = observedBefore(readSettings().observed);
  #planned = 0;
  #traffic = noTraffic;
  #lost: SuiteRecord['lost'];
  #url: string | undefined;

  printsToStdio(): boolean {
    return false;
  }

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#planned = suite.allTests().length;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const exchanges = attachedExchanges(result);
    const one = caseOf(test, result, exchanges);
    this.#cases.push(one);
    this.#observed.push(...attachedObservations(result));
    for (const exchange of exchanges) {
      this.#url ??= new URL(exchange.request.url).origin;
      this.#coverage.see(exchange);
      this.#traffic = addTraffic(this.#traffic, trafficOf(exchange));
      for (const incident of exchange.incidents ?? [])
        if (incident.kind === 'lost') this.#lost ??= incident.problem;
      const isExample = ![...this.#kept.values()].some(({ outcome }) => outcome === exchange.outcome);
      const isWanted = isExample || one.status !== 'passed';
      // A retry has the ids of the attempt that failed, which is the one to look into.
      if (isWanted && !this.#kept.has(exchange.id)) this.#kept.set(exchange.id, exchange);
    }
  }

  async onEnd({ status }: FullResult): Promise<Pick<FullResult, 'status'>> {
    if (this.#cases.length === 0) return { status };
    const { baseUrl, seed, out, lang, strict, given } = readSettings();
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
      traffic: this.#traffic,
      ...(this.#lost && { lost: this.#lost }),
      cases: this.#cases,
      coverage: this.#coverage.result(),
      ...observedBy(this.#observed, this.#known),
      exchanges: [...this.#kept.values()],
    };
    writeRecord(process.env.PKDK_RECORD_FOLDER || join(out, id), record);
    const isChanged = strict && record.observationChanges.length > 0;
    return { status: isChanged && status === 'passed' ? 'failed' : status };
  }
}
