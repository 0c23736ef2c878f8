import { exitCodes } from '../../contracts/errors/entry.ts';
import { grouped } from '../../contracts/grouped.ts';
import { exitCodeOf } from '../../contracts/load-exit.ts';
import { failsByChange } from '../../contracts/observations.ts';
import { notOfTheService } from '../../contracts/outcome.ts';
import type {
  Case,
  FaultsRecord,
  LoadRecord,
  RecordedExchange,
  SuiteRecord,
} from '../../contracts/record.ts';
import { sayCapacity } from '../capacity.ts';
import { replayOf } from '../command.ts';
import { changedRows } from '../contract-page/observed-rows.ts';
import { breaks, occurrencesOf } from '../contract-page/rule-groups.ts';
import { abortDetail, thresholdDetails } from '../demands.ts';
import { headlineOf } from '../headline.ts';
import type { Locale } from '../locale.ts';
import { missesOf, otherProblem, type Records } from '../model.ts';
import { cut, messageLength } from './cut.ts';
import { findingIssue, type Issue, isOther, otherIssue } from './issue.ts';

type Exchanges = ReadonlyMap<string, RecordedExchange>;

function caseIssues(one: Case, suite: SuiteRecord, byId: Exchanges, locale: Locale): Issue[] {
  const { status, error = '', known } = one;
  const name = `${one.suite} › ${one.title}`;
  const cases = [name];
  const problem = otherProblem(one);
  const first = byId.get(one.exchangeIds.find((id) => byId.has(id)) ?? '');
  const replay = first && replayOf(suite, first);
  const message = error.split('\n')[0] || locale.say('failed');
  if (problem) return [otherIssue(problem, '', message, { cases, replay })];
  const issues = occurrencesOf(one, byId).map(({ finding, exchange = first }) => {
    const again = exchange && replayOf(suite, exchange);
    const issue = findingIssue(finding, { cases, replay: again, known, exchange }, locale);
    return breaks(finding, suite) ? { ...issue, level: 'error' as const } : issue;
  });
  const isExplained = status !== 'failed' || issues.some(({ level }) => level === 'error');
  return isExplained ? issues : [...issues, otherIssue('expectation', name, message, { cases, replay })];
}

function changeIssues(suite: SuiteRecord, locale: Locale): Issue[] {
  const level = failsByChange(suite) ? 'error' : 'warning';
  return changedRows(suite, locale).map(({ what, before, seen }) => {
    const text = before === '' ? 'unsteadyFact' : 'changedFact';
    const message = locale.say(text, { fact: what, before, now: seen });
    return otherIssue('observation', what, message, { level });
  });
}

/** Answers that broke the contract under load; a gateway that gives up under it breaks nothing. */
function answerIssues(load: LoadRecord, locale: Locale): Issue[] {
  const cases = [locale.say('underLoad', { scenario: load.scenario })];
  return load.exchanges
    .filter(({ outcome }) => !notOfTheService.has(outcome))
    .flatMap((exchange) => {
      const place = { cases, replay: replayOf(load, exchange), exchange };
      return exchange.findings.map((finding) => findingIssue(finding, place, locale));
    });
}

function loadIssues(load: LoadRecord, locale: Locale): Issue[] {
  const { thresholds = [], capacity, scenario } = load;
  const cases = [locale.say('underLoad', { scenario })];
  const exitCode = exitCodeOf(load);
  const told = thresholdDetails(load, locale);
  const missed = thresholds.flatMap(({ objective, holds, unsure }, i) => {
    const level = unsure ? 'warning' : 'error';
    return holds ? [] : [otherIssue('threshold', objective, told[i] ?? objective, { cases, level })];
  });
  const aborted = abortDetail(load, locale).map((text) =>
    otherIssue('threshold', 'abort-on', text, { cases }),
  );
  const isMissed = capacity && exitCode === exitCodes.threshold;
  const ofCapacity = isMissed ? [otherIssue('capacity', '', sayCapacity(capacity, locale), { cases })] : [];
  const said = headlineOf({ load }, locale);
  const why = [said.title, said.capacity, said.details[0]].filter((text) => text !== undefined).join(' · ');
  const isUnanswered = exitCode === exitCodes.invalid;
  const unanswered = isUnanswered ? [otherIssue('unanswered', scenario, why, { cases })] : [];
  return [...answerIssues(load, locale), ...missed, ...aborted, ...ofCapacity, ...unanswered];
}

function faultIssues(faults: FaultsRecord, { lang }: Locale): Issue[] {
  return missesOf(faults).flatMap(({ verdict, name, text, by }) => {
    if (verdict === 'caught' || verdict === 'passed') return [];
    const cases = by.map(({ suite, title }) => `${suite} › ${title}`);
    return [otherIssue(verdict, name, `${name}: ${text[lang]}`, { cases })];
  });
}

/** Why a run ended before its time. */
function cutShort(records: Records, locale: Locale): Issue[] {
  const { suite, load, faults } = records;
  const [why = ''] = headlineOf(records, locale).details;
  const lost = suite?.lost ?? load?.lost;
  if (lost) return [otherIssue(lost, '', why)];
  const isCut =
    suite?.interrupted ||
    suite?.cases.some(({ status }) => status === 'interrupted') ||
    (load?.interrupted && !load.stoppedBy) ||
    faults?.interrupted;
  return isCut ? [otherIssue('interrupted', '', why)] : [];
}

/** Equal ones are one, of all cases that came upon it. */
function joined(issues: readonly Issue[]): Issue[] {
  return [...grouped(issues, ({ key }) => key).values()].flatMap((alike) => {
    const [first] = alike;
    const cases = new Set(alike.flatMap((one) => one.cases));
    return first ? [{ ...first, message: cut(first.message, messageLength), cases: [...cases] }] : [];
  });
}

/** What is graver goes first: a rule of the contract, then what else is an error. A known failure is no news. */
function rankOf({ level, rule, known }: Issue): number {
  if (known) return 4;
  if (level === 'error') return isOther(rule) ? 1 : 0;
  return level === 'warning' ? 2 : 3;
}

/** Everything that is wrong with a run, each thing once, the most important first. */
export function issuesOf(records: Records, locale: Locale): Issue[] {
  const { suite, load, secondLoad, faults } = records;
  const byId = new Map(suite?.exchanges.map((exchange) => [exchange.id, exchange]));
  const ofSuite = suite ? suite.cases.flatMap((one) => caseIssues(one, suite, byId, locale)) : [];
  const ofLoad = [load, secondLoad].flatMap((one) => (one ? loadIssues(one, locale) : []));
  const issues = [
    ...cutShort(records, locale),
    ...ofSuite,
    ...(suite ? changeIssues(suite, locale) : []),
    ...ofLoad,
    ...(faults ? faultIssues(faults, locale) : []),
  ];
  return joined(issues).toSorted((a, b) => rankOf(a) - rankOf(b) || b.cases.length - a.cases.length);
}
