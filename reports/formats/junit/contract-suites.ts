import { failsByChange } from '../../../contracts/observations.ts';
import type { Case, SuiteRecord } from '../../../contracts/record.ts';
import { knownLine } from '../../contract-page/known-cases.ts';
import { changedRows } from '../../contract-page/observed-rows.ts';
import { breaks, occurrencesOf } from '../../contract-page/rule-groups.ts';
import type { Locale } from '../../locale.ts';
import { countSuites, exchangesOf, otherProblem } from '../../model.ts';
import { cut, messageLength } from '../cut.ts';
import { exchangeLines, findingLine, findingLines } from '../finding-lines.ts';
import { runCase, runProperties } from './run-case.ts';
import { type Result, skipped, type TestCase, type TestSuite } from './test-suite.ts';

/** Failed cases that are told in full; of a service that breaks everything, a message each does for the others. */
const maxTold = 200;

/** Enough for the findings of an answer, and the curl command of a batch of 100 devices. */
const textLength = 20_000;

function fullText(one: Case, suite: SuiteRecord, locale: Locale): string {
  const exchanges = exchangesOf(one, suite);
  const byId = new Map(exchanges.map((exchange) => [exchange.id, exchange]));
  const lines = occurrencesOf(one, byId).flatMap(({ finding, exchange }) =>
    findingLines(finding, exchange?.response?.body, locale),
  );
  const sent = exchanges.flatMap((exchange) => ['', ...exchangeLines(exchange, suite, locale)]);
  return cut([...lines, ...(one.error === undefined ? [] : [one.error]), ...sent].join('\n'), textLength);
}

function failureOf(one: Case, suite: SuiteRecord, locale: Locale, isTold: boolean): Result {
  const broken = one.findings.find((finding) => breaks(finding, suite));
  const first = broken ? findingLine(broken, locale) : (one.error ?? '').split('\n')[0];
  const problem = otherProblem(one);
  const message = cut([...(problem ? [locale.say(problem)] : []), first ?? ''].join(': '), messageLength);
  return {
    kind: problem ? 'error' : 'failure',
    type: problem ?? broken?.rule ?? 'expectation',
    message,
    text: isTold ? fullText(one, suite, locale) : message,
  };
}

function resultOf(one: Case, suite: SuiteRecord, locale: Locale, isTold: boolean): Result | undefined {
  const { status, reason, known } = one;
  if (status === 'failed') return failureOf(one, suite, locale, isTold);
  if (status === 'interrupted')
    return { kind: 'error', type: status, message: locale.say(status), text: one.error ?? '' };
  if (known) {
    const lines = one.findings.map((finding) => findingLine(finding, locale));
    const entry = locale.say('knownFailure', { entry: knownLine({ known }, locale) });
    return skipped(cut([entry, ...lines].join('\n'), messageLength));
  }
  return status === 'skipped' ? skipped(reason ?? locale.say('noReason')) : undefined;
}

/** Whether the service still does what it was seen to do before: in a strict run, no case is to blame for a change. */
function observationsCase(suite: SuiteRecord, locale: Locale): TestCase {
  const { say, list } = locale;
  const facts = changedRows(suite, locale).map(({ what, before, seen }) =>
    say(before === '' ? 'unsteadyFact' : 'changedFact', { fact: what, before, now: seen }),
  );
  const text = facts.join('\n');
  const message = say('changedFacts', { facts: list(facts) });
  const result: Result = { kind: 'failure', type: 'observation', message, text };
  return { name: 'observations', durationMs: 0, ...(failsByChange(suite) && { result }) };
}

/** Every suite of the contract with its cases, and the run as such. */
export function contractSuites(suite: SuiteRecord, locale: Locale): TestSuite[] {
  const { startedAt, cases } = suite;
  const told = new Set(cases.filter(({ status }) => status === 'failed').slice(0, maxTold));
  const suites = countSuites(suite).map(([name]) => ({
    name: `contract.${name}`,
    startedAt,
    properties: {},
    cases: cases
      .filter((one) => one.suite === name)
      .map((one) => ({
        name: one.title,
        durationMs: one.durationMs,
        result: resultOf(one, suite, locale, told.has(one)),
      })),
  }));
  const ofRun = [observationsCase(suite, locale), runCase({ suite }, locale)];
  return [...suites, { name: 'contract', startedAt, properties: runProperties(suite), cases: ofRun }];
}
