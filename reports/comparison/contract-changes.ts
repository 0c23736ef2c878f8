import type { Finding } from '../../contracts/finding.ts';
import { findingChanges } from '../../contracts/finding-changes.ts';
import type { ObservedValue } from '../../contracts/observations.ts';
import type { Case, SuiteRecord } from '../../contracts/record.ts';
import type { Text } from '../../contracts/text.ts';

/** Which test something belongs to. */
export type CaseName = Pick<Case, 'suite' | 'title'>;

/** A test that did not end as it did before; absent where the side does not have it. */
export interface CaseChange extends CaseName {
  readonly base: Case['status'] | undefined;
  readonly head: Case['status'] | undefined;
}

/** A finding, and the test that made it. */
export interface CaseFinding extends CaseName {
  readonly finding: Finding;
}

/** A fact that was observed as another, or on one side only. */
export interface ObservationDifference {
  readonly name: string;
  readonly base: ObservedValue | undefined;
  readonly head: ObservedValue | undefined;
}

/** What changed of the contract's side. */
export interface ContractChanges {
  readonly cases: readonly CaseChange[];
  readonly newFindings: readonly CaseFinding[];
  readonly goneFindings: readonly CaseFinding[];
  readonly observations: readonly ObservationDifference[];
  readonly observationTexts: SuiteRecord['observationTexts'];
  readonly coverage: { readonly gained: readonly Text[]; readonly lost: readonly Text[] };
}

const key = ({ suite, title }: CaseName): string => `${suite} › ${title}`;

const ran = (one: Case | undefined) =>
  one !== undefined && one.status !== 'skipped' && one.status !== 'interrupted';

function findingsOf(base: Case | undefined, head: Case | undefined) {
  const name = head ?? base;
  if (!name) return { appeared: [], gone: [] };
  const changes = findingChanges(ran(base) ? (base?.findings ?? []) : [], [head?.findings ?? []]);
  const told = (finding: Finding): CaseFinding => ({ suite: name.suite, title: name.title, finding });
  return {
    appeared: changes.new.map(({ finding }) => told(finding)),
    // A test that did not run found nothing either way.
    gone: ran(head) ? changes.gone.map(told) : [],
  };
}

function observationsOf(base: SuiteRecord, head: SuiteRecord): ObservationDifference[] {
  const names = new Set([...Object.keys(base.observations), ...Object.keys(head.observations)]);
  const value = ({ observations }: SuiteRecord, name: string) =>
    Object.hasOwn(observations, name) ? observations[name] : undefined;
  return [...names]
    .sort()
    .map((name) => ({ name, base: value(base, name), head: value(head, name) }))
    .filter((one) => one.base !== one.head);
}

function coveredBy({ coverage }: SuiteRecord): ReadonlyMap<string, Text> {
  const covered = coverage.points.filter(({ isCovered }) => isCovered);
  return new Map(covered.map(({ id, text }) => [id, text]));
}

/** What changed from one run of the suites to another. */
export function contractChanges(base: SuiteRecord, head: SuiteRecord): ContractChanges {
  const [before, after] = [base, head].map(({ cases }) => new Map(cases.map((one) => [key(one), one])));
  const all = [...new Map([...(before ?? []), ...(after ?? [])])].map(([name, { suite, title }]) => ({
    ...{ suite, title, was: before?.get(name), is: after?.get(name) },
  }));
  const findings = all.map(({ was, is }) => findingsOf(was, is));
  const [once, now] = [coveredBy(base), coveredBy(head)];
  const missing = (from: ReadonlyMap<string, Text>, others: ReadonlyMap<string, Text>) =>
    [...from].filter(([id]) => !others.has(id)).map(([, text]) => text);
  return {
    cases: all
      .map(({ suite, title, was, is }) => ({ suite, title, base: was?.status, head: is?.status }))
      .filter((one) => one.base !== one.head),
    newFindings: findings.flatMap(({ appeared }) => appeared),
    goneFindings: findings.flatMap(({ gone }) => gone),
    observations: observationsOf(base, head),
    observationTexts: { ...base.observationTexts, ...head.observationTexts },
    coverage: { gained: missing(now, once), lost: missing(once, now) },
  };
}
