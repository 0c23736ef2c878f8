import { failsByChange } from '../../../contracts/observations.ts';
import type { Case, SuiteRecord } from '../../../contracts/record.ts';
import { knownLine } from '../../contract-page/known-cases.ts';
import { changedRows } from '../../contract-page/observed-rows.ts';
import { breaks } from '../../contract-page/rule-groups.ts';
import type { Locale } from '../../locale.ts';
import { countSuites, exchangesOf, otherProblem } from '../../model.ts';
import { exchangeLines, findingLine } from '../finding-lines.ts';
import { runCase, runProperties } from './run-case.ts';
import { type Result, skipped, type TestCase, type TestSuite } from './test-suite.ts';

function failureOf(one: Case, suite: SuiteRecord, locale: Locale): Result {
  const lines = one.findings.map((finding) => findingLine(finding, locale));
  const broken = one.findings.find((finding) => breaks(finding, suite));
  const first = broken ? findingLine(broken, locale) : (one.error ?? '').split('\n')[0];
  const exchanges = exchangesOf(one, suite).flatMap((exchange) => [
    '',
    ...exchangeLines(exchange, suite, locale),
  ]);
  const problem = otherProblem(one);
  return {
    kind: problem ? 'error' : 'failure',
    type: problem ?? broken?.rule ?? 'expectation',
    message: [...(problem ? [locale.say(problem)] : []), first ?? ''].join(': '),
    text: [...lines, ...(one.error === undefined ? [] : [one.error]), ...exchanges].join('\n'),
  };
}

function resultOf(one: Case, suite: SuiteRecord, locale: Locale): Result | undefined {
  const { status, reason, known } = one;
  if (status === 'failed') return failureOf(one, suite, locale);
  if (status === 'interrupted')
    return { kind: 'error', type: status, message: locale.say(status), text: one.error ?? '' };
  if (known) {
    const lines = one.findings.map((finding) => findingLine(finding, locale));
    return skipped(
      [locale.say('knownFailure', { entry: knownLine({ known }, locale) }), ...lines].join('\n'),
    );
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
  const suites = countSuites(suite).map(([name]) => ({
    name: `contract.${name}`,
    startedAt,
    properties: {},
    cases: cases
      .filter((one) => one.suite === name)
      .map((one) => ({
        name: one.title,
        durationMs: one.durationMs,
        result: resultOf(one, suite, locale),
      })),
  }));
  const ofRun = [observationsCase(suite, locale), runCase({ suite }, locale)];
  return [...suites, { name: 'contract', startedAt, properties: runProperties(suite), cases: ofRun }];
}
