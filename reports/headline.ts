import { ruleTitles } from '../contracts/checks/registry.ts';
import type { Case, FaultsRecord, LoadRecord, MatrixRow } from '../contracts/record.ts';
import { type Locale, sharedDecimals } from './locale.ts';
import {
  bestPoint,
  brokenRules,
  type CaseCounts,
  countCases,
  lowerBound,
  type Records,
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
  /** The best batch size and what it carries, when load was part of the run. */
  readonly capacity?: string;
  readonly details: readonly string[];
}

const statuses: readonly Case['status'][] = ['passed', 'failed', 'skipped', 'interrupted'];

/** `41 passed · 2 skipped`: the statuses that occurred. */
function sayCounts(counts: CaseCounts, { say, number }: Locale): string {
  return statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${number(counts[status])} ${say(status)}`)
    .join(' · ');
}

function capacityOf(load: LoadRecord, { say, number }: Locale): string {
  const best = bestPoint(load);
  if (!best) return say('noBest');
  return say('best', { size: number(best.batchSize), devices: number(best.devicesPerSecond) });
}

function loadDetails(load: LoadRecord, { say, number }: Locale): string[] {
  const details: string[] = [];
  const best = bestPoint(load);
  if (best?.latencyMs) {
    const { p50, p99 } = best.latencyMs;
    const decimals = sharedDecimals([p50, p99]);
    details.push(
      say('bestDetail', {
        size: number(best.batchSize),
        requests: number(best.requestsPerSecond, sharedDecimals([best.requestsPerSecond])),
        connections: number(best.connections),
        p50: number(p50, decimals),
        p99: number(p99, decimals),
      }),
    );
  }
  const bound = lowerBound(load);
  if (bound) {
    const devices = number(bound.devicesPerSecond);
    details.push(say('atLeast', { size: number(bound.batchSize), devices }));
  }
  const [measured, planned] = [load.points.length, load.plan.batchSizes.length];
  if (measured < planned) {
    details.push(say('measuredSizes', { measured: number(measured), planned: number(planned) }));
  }
  return details;
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

/** A matrix of faults judges the tests, not a service. */
function titleOf({ suite, load, faults }: Records, verdict: Verdict): TextKey {
  if (!faults || suite || load || verdict === 'incomplete') return verdict;
  return verdict === 'kept' ? 'faultsKept' : 'faultsBroken';
}

/** The verdict in words. */
export function headlineOf(records: Records, locale: Locale): Headline {
  const { say, list, number, lang } = locale;
  const { suite, load, faults } = records;
  const details: string[] = [];
  if (wasInterrupted(records)) details.push(say('interruptedRun'));
  else if (verdictOf(records) === 'incomplete') details.push(say('nothingChecked'));
  if (suite) {
    const rules = [...brokenRules(suite)].map(
      ([rule, cases]) => `${ruleTitles.get(rule)?.[lang] ?? rule} × ${number(cases)}`,
    );
    if (rules.length > 0) details.push(say('brokenRules', { rules: list(rules) }));
    const { covered, total } = suite.coverage;
    if (suite.cases.length > 0)
      details.push(say('casesDetail', { counts: sayCounts(countCases(suite.cases), locale) }));
    const count = suite.planned - suite.cases.length;
    if (count > 0 && !wasInterrupted(records))
      details.push(say('notRun', { count: number(count), planned: number(suite.planned) }));
    details.push(say('coverageDetail', { covered: number(covered), total: number(total) }));
    if (suite.shard) details.push(say('shardDetail', { ...suite.shard }));
  }
  if (faults) details.push(faultsDetail(faults, locale));
  const violations = violationsUnderLoad(load);
  if (violations > 0) details.push(say('brokenUnderLoad', { count: number(violations) }));
  if (load) details.push(...loadDetails(load, locale));
  const verdict = verdictOf(records);
  return {
    verdict,
    title: say(titleOf(records, verdict)),
    ...(load && { capacity: capacityOf(load, locale) }),
    details,
  };
}
