import { type Finding, type Rule, rules } from '../../contracts/finding.ts';
import { grouped } from '../../contracts/grouped.ts';
import { isRecord, keysOf, readJson, valueAt } from '../../contracts/json.ts';
import type { Case, RecordedExchange, SuiteRecord } from '../../contracts/record.ts';

/** A finding where it was made. */
export interface Occurrence {
  readonly finding: Finding;
  readonly one: Case;
  /** None where the record does not keep it. */
  readonly exchange?: RecordedExchange;
}

/** Findings that say the same of other devices, or at other places of a list. */
export interface Alike {
  /** Those with an exchange to show first. */
  readonly occurrences: readonly [Occurrence, ...Occurrence[]];
  readonly cases: number;
  readonly exchanges: number;
}

/** All that broke one rule. */
export interface RuleGroup {
  readonly rule: Rule;
  readonly cases: number;
  readonly exchanges: number;
  /** Those that are most frequent first. */
  readonly found: readonly Alike[];
}

/** Parameters that say which device or exchange it was, and what the service had to say of it. */
const particulars: ReadonlySet<string> = new Set([
  ...['pk', 'dk', 'receivedPk', 'receivedDk', 'other', 'msg', 'times', 'asked'],
]);

function exactly({ rule, at, params }: Finding): string {
  return JSON.stringify([rule, at, params]);
}

/** The same for findings that say the same. */
function alikeKey({ at, params }: Finding): string {
  const general = Object.entries(params).filter(([name]) => !particulars.has(name));
  return JSON.stringify([at.replace(/\/\d+(?=\/|$)/g, '/~'), general.sort()]);
}

/** Whether a finding fails a case of this run. */
export function breaks({ severity }: Finding, { settings }: SuiteRecord): boolean {
  return severity === 'violation' || (severity === 'drift' && String(settings.PKDK_STRICT ?? '') === '1');
}

/** Whether what a case found is held against the service: known failures and other problems are told apart. */
function counts({ status, problem = 'contract' }: Case): boolean {
  return status !== 'known' && problem === 'contract';
}

/**
 * The answer that contradicts an earlier one of its case: there the pointer leads to the device of the finding.
 * Such a finding takes two answers, and stands with neither.
 */
function contradicting({ at, params }: Finding, exchanges: readonly RecordedExchange[]) {
  const keys = keysOf(at).slice(0, 3);
  return exchanges.find(({ id, response }) => {
    const item = id === params.other ? undefined : valueAt(readJson(response?.body ?? ''), keys);
    return isRecord(item) && item.pk === params.pk && item.dk === params.dk;
  });
}

/** The findings of a case, each with the exchange that it was made in. */
function occurrencesOf(one: Case, exchanges: ReadonlyMap<string, RecordedExchange>): Occurrence[] {
  const own = one.exchangeIds.flatMap((id) => exchanges.get(id) ?? []);
  const made = own.flatMap((exchange) => exchange.findings.map((finding) => ({ finding, exchange })));
  const open = grouped(made, ({ finding }) => exactly(finding));
  return one.findings.map((finding) => {
    const isOfTwo = finding.params.other !== undefined;
    const exchange = isOfTwo ? contradicting(finding, own) : open.get(exactly(finding))?.shift()?.exchange;
    return { finding, one, ...(exchange && { exchange }) };
  });
}

function countsOf(occurrences: readonly Occurrence[]): { cases: number; exchanges: number } {
  return {
    cases: new Set(occurrences.map(({ one }) => one)).size,
    exchanges: new Set(occurrences.flatMap(({ exchange }) => exchange ?? [])).size,
  };
}

function alikeOf(occurrences: readonly Occurrence[]): Alike[] {
  const [first, ...others] = occurrences.toSorted((a, b) => Number(!a.exchange) - Number(!b.exchange));
  return first ? [{ occurrences: [first, ...others], ...countsOf(occurrences) }] : [];
}

function groupsOf(suite: SuiteRecord): RuleGroup[] {
  const exchanges = new Map(suite.exchanges.map((exchange) => [exchange.id, exchange]));
  const all = suite.cases
    .filter(counts)
    .flatMap((one) => occurrencesOf(one, exchanges))
    .filter(({ finding }) => breaks(finding, suite));
  const byRule = grouped(all, ({ finding }) => finding.rule);
  return rules.flatMap((rule) => {
    const ofRule = byRule.get(rule);
    if (!ofRule) return [];
    const found = [...grouped(ofRule, ({ finding }) => alikeKey(finding)).values()].flatMap(alikeOf);
    return [{ rule, ...countsOf(ofRule), found: found.toSorted((a, b) => b.cases - a.cases) }];
  });
}

const groupsOfSuites = new WeakMap<SuiteRecord, readonly RuleGroup[]>();

/** What broke the contract, by rule, in the order of the rules. Kept: each part of a page asks for it, in each language. */
export function ruleGroups(suite: SuiteRecord): readonly RuleGroup[] {
  const known = groupsOfSuites.get(suite);
  const groups = known ?? groupsOf(suite);
  if (!known) groupsOfSuites.set(suite, groups);
  return groups;
}
