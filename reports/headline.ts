import { ruleTitles } from '../contracts/checks/registry.ts';
import type { Case, FaultsRecord, MatrixRow, SuiteRecord } from '../contracts/record.ts';
import { soonToExpire } from './contract-page/known-cases.ts';
import { changedRows } from './contract-page/observed-rows.ts';
import { ruleGroups } from './contract-page/rule-groups.ts';
import { abortDetail } from './demands.ts';
import { loadDetails, loadSentence } from './load-headline.ts';
import type { Locale } from './locale.ts';
import {
  countCases,
  problemsOf,
  type Records,
  skipsOf,
  statusColumns,
  type Verdict,
  verdictOf,
  violationsUnderLoad,
  wasInterrupted,
} from './model.ts';
import type { TextKey } from './texts.ts';

/** What a reader must know, before anything else. */
export interface Headline {
  readonly verdict: Verdict;
  readonly title: string;
  /** What load came to, when it was part of the run: the best batch size and what it carries, as a rule. */
  readonly capacity?: string;
  readonly details: readonly string[];
}

/** The share of all cases above which a headline says why they were skipped. */
const manySkipped = 0.1;

/** Changed observations that a headline names. */
const maxChanges = 5;

/** `41 passed · 2 skipped`: the statuses that occurred. */
function sayCounts(cases: readonly Case[], { say, number }: Locale): string {
  const counts = countCases(cases);
  return statusColumns(cases)
    .filter((status) => counts[status] > 0)
    .map((status) => `${number(counts[status])} ${say(status)}`)
    .join(' · ');
}

/** The observations that changed, a few of them by name. */
function changedDetail(suite: SuiteRecord, locale: Locale): string[] {
  const { say, list, number } = locale;
  const rows = changedRows(suite, locale);
  if (rows.length === 0) return [];
  const named = rows
    .slice(0, maxChanges)
    .map(({ what: fact, before, seen: now }) =>
      before === '' ? say('unsteadyFact', { fact, now }) : say('changedFact', { fact, before, now }),
    );
  const rest = rows.length - named.length;
  const facts = list([...named, ...(rest > 0 ? [say('moreCases', { count: number(rest) })] : [])]);
  return [say('changedFacts', { facts })];
}

/** What is unusual about the traffic. */
function trafficDetails({ traffic }: SuiteRecord, { say, number }: Locale): string[] {
  const { throttled, waitedMs, renewals } = traffic;
  const seconds = number(waitedMs / 1000);
  return [
    ...(throttled > 0 ? [say('throttledRun', { count: number(throttled), seconds })] : []),
    ...(renewals > 0 ? [say('renewedTokens', { count: number(renewals) })] : []),
  ];
}

function faultsDetail({ rows }: FaultsRecord, { say, number }: Locale): string {
  const count = (chosen: (row: MatrixRow) => boolean) => number(rows.filter(chosen).length);
  return say('faultsDetail', {
    caught: count(({ verdict }) => verdict === 'caught'),
    faults: count(({ kind }) => kind === 'fault'),
    passed: count(({ verdict }) => verdict === 'passed'),
    variants: count(({ kind }) => kind === 'variant'),
    requests: number(rows.reduce((sum, { requests }) => sum + requests, 0)),
  });
}

/** Known failures are never passed over; a matrix of faults judges the tests, not a service. */
function titleOf({ suite, load, faults }: Records, verdict: Verdict): TextKey {
  if (verdict === 'kept' && suite && countCases(suite.cases).known > 0) return 'keptButKnown';
  if (!faults || suite || load || verdict === 'incomplete') return verdict;
  return verdict === 'kept' ? 'faultsKept' : 'faultsBroken';
}

/** The verdict in words. */
export function headlineOf(records: Records, locale: Locale): Headline {
  const { say, list, number, lang } = locale;
  const { suite, load, faults } = records;
  const details: string[] = [];
  const lost = suite?.lost ?? load?.lost;
  if (lost) details.push(say(lost === 'environment' ? 'lostTarget' : 'lostToken'));
  else if (load?.abortedOn) details.push(...abortDetail(load, locale));
  else if (wasInterrupted(records)) details.push(say('interruptedRun'));
  else if (verdictOf(records) === 'incomplete' && !suite?.cases.some(({ problem }) => problem))
    details.push(say('nothingChecked'));
  if (suite) {
    const rules = ruleGroups(suite).map(
      ({ rule, cases }) => `${ruleTitles.get(rule)?.[lang] ?? rule} × ${number(cases)}`,
    );
    if (rules.length > 0) details.push(say('brokenRules', { rules: list(rules) }));
    const others = [...problemsOf(suite)].filter(([problem]) => problem !== 'contract');
    if (others.length > 0) {
      const problems = others.map(([problem, cases]) => `${say(problem)} × ${number(cases)}`);
      details.push(say('otherProblems', { problems: list(problems) }));
    }
    const { covered, total } = suite.coverage;
    if (suite.cases.length > 0) details.push(say('casesDetail', { counts: sayCounts(suite.cases, locale) }));
    const [skip] = skipsOf(suite);
    if (skip && skip[1].length > suite.cases.length * manySkipped) {
      details.push(say('mostSkipped', { count: number(skip[1].length), reason: skip[0] ?? say('noReason') }));
    }
    const soon = soonToExpire(suite);
    if (soon.length > 0) details.push(say('soonToExpire', { list: list(soon) }));
    const count = suite.planned - suite.cases.length;
    if (count > 0 && !wasInterrupted(records))
      details.push(say('notRun', { count: number(count), planned: number(suite.planned) }));
    details.push(...trafficDetails(suite, locale));
    details.push(...changedDetail(suite, locale));
    details.push(say('coverageDetail', { covered: number(covered), total: number(total) }));
    if (suite.shard) details.push(say('shardDetail', { ...suite.shard }));
  }
  if (faults) details.push(faultsDetail(faults, locale));
  const violations = violationsUnderLoad(records);
  if (violations > 0) details.push(say('brokenUnderLoad', { count: number(violations) }));
  if (load) details.push(...loadDetails(load, locale));
  if (records.secondLoad) details.push(loadSentence(records.secondLoad, locale));
  const verdict = verdictOf(records);
  const known = suite ? countCases(suite.cases).known : 0;
  return {
    verdict,
    title: say(titleOf(records, verdict), { count: number(known) }),
    ...(load && { capacity: loadSentence(load, locale) }),
    details,
  };
}
