import { grouped } from '../../contracts/grouped.ts';
import {
  describeFact,
  describeValue,
  factTexts,
  groupOf,
  groupTexts,
} from '../../contracts/observation-texts.ts';
import type { SuiteRecord } from '../../contracts/record.ts';
import type { Locale } from '../locale.ts';

/** A fact as a report shows it, or several of one group that were met alike. */
export interface ObservedRow {
  readonly what: string;
  /** Which ones, when they are several. */
  readonly members: readonly string[];
  readonly seen: string;
  /** Only of a fact that changed; empty when it was not known. */
  readonly before: string;
  readonly isChanged: boolean;
}

const order = Object.keys(factTexts);

/** Facts in the order of their table, then those without a place in it by name. */
function byPlace(a: string, b: string): number {
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return place(a) - place(b) || (a < b ? -1 : 1);
}

/** The names that make one row: those of one group that were met alike are many, and say little one by one. */
function rowsOfNames({ observations, observationChanges: changes }: SuiteRecord): string[][] {
  const rows = grouped(Object.keys(observations).sort(byPlace), (name) => {
    const change = changes.find((one) => one.name === name);
    return JSON.stringify([groupOf(name) ?? [name], observations[name], change && [change.before]]);
  });
  return [...rows.values()];
}

/** Everything that a run observed, what changed first. */
export function observedRows(suite: SuiteRecord, { lang, number, say }: Locale): ObservedRow[] {
  const { observations, observationTexts: texts, observationChanges: changes } = suite;
  const rows = rowsOfNames(suite).map((names): ObservedRow => {
    const [name = ''] = names;
    const group = groupOf(name);
    const change = changes.find((one) => one.name === name);
    const isMany = group !== undefined && names.length > 1;
    const count = number(names.length);
    return {
      what: isMany
        ? say('observedGroup', { group: groupTexts[group][lang], count })
        : describeFact(name, texts, lang),
      members: isMany ? names.map((one) => texts[one]?.[lang] ?? one) : [],
      seen: describeValue(observations[name] ?? '', lang),
      before: change?.before === undefined ? '' : describeValue(change.before, lang),
      isChanged: change !== undefined,
    };
  });
  return rows.toSorted((a, b) => Number(b.isChanged) - Number(a.isChanged));
}

/** What changed in a run. */
export function changedRows(suite: SuiteRecord, locale: Locale): ObservedRow[] {
  return observedRows(suite, locale).filter(({ isChanged }) => isChanged);
}
