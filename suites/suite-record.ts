import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestResult } from '@playwright/test/reporter';
import { openapi, operationId } from '../contracts/contract.ts';
import { Coverage } from '../contracts/coverage.ts';
import { operationsOf } from '../contracts/description.ts';
import { examplesOf } from '../contracts/examples.ts';
import type { Finding } from '../contracts/finding.ts';
import { type Observation, type Observations, observedBy } from '../contracts/observations.ts';
import type { Case, Problem, RecordedExchange, RecordHead, SuiteRecord } from '../contracts/record.ts';
import { fill, type Lang, type Text } from '../contracts/text.ts';
import { addTraffic, noTraffic, trafficOf } from '../contracts/traffic.ts';
import { attachedExchanges, attachedFindings, attachedKnown, attachedObservations } from './attachment.ts';

const statuses: Readonly<Record<TestResult['status'], Case['status']>> = {
  passed: 'passed',
  failed: 'failed',
  timedOut: 'failed',
  skipped: 'skipped',
  interrupted: 'interrupted',
};

const texts = {
  flaky: {
    en: 'It failed at attempt {failed} and passed at attempt {passed}: a contract that is kept only sometimes is broken.',
    zh: '第 {failed} 次尝试失败，第 {passed} 次尝试通过：时而遵守的契约就是被违反的契约。',
  },
} as const satisfies Record<string, Text>;

/** What a run knows of itself without its tests. Blobs of Playwright carry it to where they are merged. */
export type Run = Pick<SuiteRecord, keyof RecordHead | 'shard' | 'finishedAt' | 'interrupted'>;

/** What is told of a test: its last failure, whatever came after it, or else its last result. */
function shownResult({ results }: TestCase): TestResult | undefined {
  return results.findLast(({ status }) => statuses[status] === 'failed') ?? results.at(-1);
}

const problems: readonly Problem[] = ['contract', 'environment', 'credentials', 'toolkit'];

/** Whose a failure is. A case that ran out of time says nothing: then its answers do. */
function problemOf({ annotations }: TestResult, findings: readonly Finding[]): Problem {
  const said = annotations.find(({ type }) => type === 'problem')?.description;
  const isBroken = findings.some(({ severity }) => severity === 'violation');
  return problems.find((problem) => problem === said) ?? (isBroken ? 'contract' : 'toolkit');
}

function caseOf(
  test: TestCase,
  result: TestResult,
  exchanges: readonly RecordedExchange[],
  lang: Lang,
): Case {
  const findings = [...exchanges.flatMap(({ findings }) => findings), ...attachedFindings(result)];
  const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
  const errors = result.errors.map(({ message }) => stripVTControlCharacters(message ?? ''));
  const passed = test.results.findIndex(({ status }) => status === 'passed') + 1;
  const isFlaky = passed > 0 && result.status !== 'passed';
  if (isFlaky) errors.unshift(fill(texts.flaky, lang, { failed: result.retry + 1, passed }));
  return {
    id: test.id,
    title: test.title,
    suite: test.parent.title,
    status: statuses[result.status],
    durationMs: result.duration,
    ...(result.status === 'skipped' && reason && { reason }),
    ...(errors.length > 0 && { error: errors.join('\n') }),
    ...(statuses[result.status] === 'failed' && { problem: problemOf(result, findings) }),
    findings,
    exchangeIds: exchanges.map(({ id }) => id),
    ...(result.status === 'passed' && attachedKnown(result)),
  };
}

function coverage(): Coverage {
  const place = operationsOf(openapi).find(({ operation }) => operation.operationId === operationId);
  if (!place) throw new Error(`the contract has no ${operationId}`);
  return new Coverage(openapi, place);
}

/** Why a run ended early, if it did. */
function lostIn(exchanges: readonly RecordedExchange[]): Pick<SuiteRecord, 'lost'> {
  const incidents = exchanges.flatMap(({ incidents = [] }) => incidents);
  const lost = incidents.find(({ kind }) => kind === 'lost');
  return lost?.kind === 'lost' ? { lost: lost.problem } : {};
}

/** What a record is made of, besides the run itself. */
export interface Results {
  readonly tests: readonly TestCase[];
  /** What is known of earlier runs. */
  readonly before: Observations;
  readonly lang: Lang;
}

/** The record of a run, its cases in the order of the suites; a test that did not run is none. */
export function recordOf(run: Run, { tests, before, lang }: Results): SuiteRecord {
  const covered = coverage();
  const observed: Observation[] = [];
  let traffic = noTraffic;
  const cases: Case[] = [];
  const exchanges: RecordedExchange[] = [];
  for (const test of tests) {
    const shown = shownResult(test);
    for (const result of test.results) {
      const attached = attachedExchanges(result);
      for (const exchange of attached) {
        covered.see(exchange);
        traffic = addTraffic(traffic, trafficOf(exchange));
      }
      observed.push(...attachedObservations(result));
      if (result !== shown) continue;
      cases.push(caseOf(test, result, attached, lang));
      exchanges.push(...attached);
    }
  }
  const { url, ...target } = run.target;
  const seen = exchanges[0] && new URL(exchanges[0].request.url).origin;
  return {
    ...run,
    target: { url: url || (seen ?? ''), ...target },
    kind: 'suite',
    planned: tests.length,
    traffic,
    ...lostIn(exchanges),
    cases,
    coverage: covered.result(),
    ...observedBy(observed, before),
    exchanges: examplesOf(cases, exchanges),
  };
}
