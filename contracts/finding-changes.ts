import type { Finding } from './finding.ts';

/** A finding, and how many of the answers have it. */
export interface Seen {
  readonly finding: Finding;
  readonly answers: number;
}

/** What became of the findings of an exchange when it was sent again. */
export interface FindingChanges {
  readonly same: readonly Seen[];
  /** In none of the answers. */
  readonly gone: readonly Finding[];
  readonly new: readonly Seen[];
}

const exactly = ({ rule, at, params }: Finding): string => JSON.stringify([rule, at, params]);

/** The same at whatever place of a list: a service may give its lists in any order. */
const anyPlace = (finding: Finding): string =>
  exactly({ ...finding, at: finding.at.replace(/\/\d+(?=\/|$)/g, '/~') });

/** Pairs the findings of two answers, those at the same place first; the rest of the later ones is new. */
function paired(before: readonly Finding[], after: readonly Finding[]) {
  const kept = new Set<number>();
  let rest = after;
  for (const key of [exactly, anyPlace]) {
    rest = rest.filter((finding) => {
      const i = before.findIndex((known, at) => !kept.has(at) && key(known) === key(finding));
      if (i >= 0) kept.add(i);
      return i < 0;
    });
  }
  return { kept, added: rest };
}

/** Compares the findings of an exchange with those of the answers to the same request, sent once or more. */
export function findingChanges(
  before: readonly Finding[],
  answers: readonly (readonly Finding[])[],
): FindingChanges {
  const counts = before.map(() => 0);
  const added = new Map<string, Seen>();
  for (const after of answers) {
    const pairs = paired(before, after);
    for (const i of pairs.kept) counts[i] = (counts[i] ?? 0) + 1;
    const numbers = new Map<string, number>();
    for (const finding of pairs.added) {
      // The second of two alike in one answer is another finding than the first.
      const number = (numbers.get(anyPlace(finding)) ?? 0) + 1;
      numbers.set(anyPlace(finding), number);
      const key = `${anyPlace(finding)} ${number}`;
      const known = added.get(key);
      added.set(key, { finding: known?.finding ?? finding, answers: (known?.answers ?? 0) + 1 });
    }
  }
  const seen = before.map((finding, i): Seen => ({ finding, answers: counts[i] ?? 0 }));
  return {
    same: seen.filter(({ answers: count }) => count > 0),
    gone: seen.filter(({ answers: count }) => count === 0).map(({ finding }) => finding),
    new: [...added.values()],
  };
}
