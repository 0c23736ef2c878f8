import { grouped } from './grouped.ts';
import type { SuiteRecord } from './record.ts';
import type { Text } from './text.ts';

/** What was observed, by name: facts on which the published page is silent. */
export type Observations = SuiteRecord['observations'];
export type ObservedValue = Observations[string];
export type ObservationChange = SuiteRecord['observationChanges'][number];

/** The part of a record that tells what was observed. */
export type Observed = Pick<SuiteRecord, 'observations' | 'observationTexts' | 'observationChanges'>;

/** One fact, as a test saw it. */
export interface Observation {
  /** Stable: files that users keep rely on it. */
  readonly name: string;
  readonly value: ObservedValue;
  /** What the name stands for, where it is one of many. */
  readonly text?: Text;
}

/** Between the values of a fact that did not stay the same. */
export const separator = ' | ';

/** The same whatever the order, and whether or not some were joined before. */
function joinedValue(values: readonly ObservedValue[]): ObservedValue {
  if (new Set(values).size === 1 && values[0] !== undefined) return values[0];
  const parts = values.flatMap((value) => String(value).split(separator));
  return [...new Set(parts)].sort().join(separator);
}

/** The observations in the order of their names. */
export function sortedObservations(observations: Observations): Observations {
  return Object.fromEntries(Object.entries(observations).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What several tests or shards observed; a name of which they saw different values is unsteady. */
export function joinObservations(parts: readonly Observations[]): {
  readonly observations: Observations;
  readonly unsteady: ReadonlySet<string>;
} {
  const entries = parts.flatMap((part) => Object.entries(part));
  const values = [...grouped(entries, ([name]) => name)].map(
    ([name, seen]) => [name, seen.map(([, value]) => value)] as const,
  );
  const observations = values.map(([name, seen]) => [name, joinedValue(seen)] as const);
  const unsteady = values.filter(([, seen]) => new Set(seen).size > 1).map(([name]) => name);
  return {
    observations: sortedObservations(Object.fromEntries(observations)),
    unsteady: new Set(unsteady),
  };
}

/**
 * The observations that are not as they were before, and the unsteady ones, unless they were known to be just so.
 * What was not observed this time, or was not known before, has not changed.
 */
export function changesSince(
  before: Observations,
  { observations, unsteady }: ReturnType<typeof joinObservations>,
): ObservationChange[] {
  return Object.entries(observations).flatMap(([name, now]) => {
    const known = Object.hasOwn(before, name) ? before[name] : undefined;
    if (known === undefined) return unsteady.has(name) ? [{ name, now }] : [];
    return known === now ? [] : [{ name, before: known, now }];
  });
}

/** What all tests of a run observed, held against what was known before. */
export function observedBy(seen: readonly Observation[], before: Observations): Observed {
  const joined = joinObservations(seen.map(({ name, value }) => ({ [name]: value })));
  const texts = seen.flatMap(({ name, text }) => (text ? [[name, text] as const] : []));
  return {
    observations: joined.observations,
    observationTexts: Object.fromEntries(texts.sort(([a], [b]) => (a < b ? -1 : 1))),
    observationChanges: changesSince(before, joined),
  };
}

/** Whether an observation changed in a run where that is a failure. */
export function failsByChange({ settings, observationChanges }: SuiteRecord): boolean {
  return String(settings.PKDK_STRICT ?? '') === '1' && observationChanges.length > 0;
}

/** What several records of the same suites observed together: shards of one run. */
export function mergeObserved(parts: readonly Observed[]): Observed {
  const { observations, unsteady } = joinObservations(parts.map((part) => part.observations));
  const changes = parts.flatMap(({ observationChanges }) => observationChanges);
  const known = changes.flatMap(({ name, before }) =>
    before === undefined ? [] : [[name, before] as const],
  );
  const unknown = changes.filter(({ before }) => before === undefined).map(({ name }) => name);
  const joined = { observations, unsteady: new Set([...unsteady, ...unknown]) };
  return {
    observations,
    observationTexts: Object.fromEntries(parts.flatMap((part) => Object.entries(part.observationTexts))),
    observationChanges: changesSince(Object.fromEntries(known), joined),
  };
}
