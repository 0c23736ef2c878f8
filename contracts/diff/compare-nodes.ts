import type { ChangeKind } from './classes.ts';
import { effectOf, type Fact, isFixed } from './facts.ts';
import { below } from './json.ts';
import { byOldPlace, withOldNames } from './match.ts';
import type { Tell } from './once.ts';
import { anything, type Case, type Field, type Node } from './schema-node.ts';

/** Where a comparison is, and whom it tells. */
export interface Here {
  readonly tell: Tell;
  /** The way from the body or the answer to the thing at hand. */
  readonly path: string;
  /** What a person calls it. */
  readonly label: string;
  /** Pairs that were begun: schemas may hold themselves. */
  readonly seen: Set<string>;
}

type Pair<One> = readonly [old: One, now: One];
type Named<One> = ReadonlyMap<string, One>;

const kinds = { narrower: 'narrowed', wider: 'widened', both: 'changed' } as const;
const labels = {
  mediaType: () => 'body',
  status: (name: string) => `HTTP ${name}`,
  code: (name: string) => name,
};

/** What of two maps belongs together, in the order of the first. */
function pairsOf<One>(old: Named<One>, now: Named<One>) {
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.map((key) => [key, old.get(key), now.get(key)] as const);
}

/** Goes through what is in both maps, has gone from the old one, has come with the new one. */
export function inPairs<One>(
  old: Named<One>,
  now: Named<One>,
  on: { both: (old: One, now: One, key: string) => void; gone: (old: One) => void; come: (now: One) => void },
): void {
  for (const [key, from, to] of pairsOf(old, now)) {
    if (from && to) on.both(from, to, key);
    else if (from) on.gone(from);
    else if (to) on.come(to);
  }
}

/** Tells of a statement that differs; the pointer leads into the old side only for what is gone. */
function tellFact(
  kind: ChangeKind,
  name: string,
  [from, to]: Pair<Fact | undefined>,
  [old, now]: Pair<Node>,
  { tell, path, label }: Here,
): void {
  const pointer = to?.at ?? from?.at ?? '#';
  const written = pointer.split('/').at(-1) ?? '';
  const keyword = ['const', 'enum', 'description'].includes(written) ? written : name;
  const shown = (fact: Fact | undefined) => fact?.words.join(' | ') ?? '—';
  const params = { name: label, keyword, from: shown(from), to: shown(to) };
  tell({ kind, pointer, params, places: [from?.at ?? old.id, to?.at ?? now.id], path });
}

function compareTexts(old: Node, now: Node, here: Here): void {
  for (const [name, from, to] of pairsOf(old.texts, now.texts)) {
    const isSame = from?.words[0] === to?.words[0] || (name === 'meaning' && !(from && to));
    if (!isSame) tellFact('textChanged', name, [from, to], [old, now], here);
  }
}

/** Tells of statements that differ; `false` when these are different kinds of value, of which more is not worth saying. */
function compareFacts(old: Node, now: Node, here: Here): boolean {
  const [wasListed, isListed] = [isFixed(old.facts.get('type')), isFixed(now.facts.get('type'))];
  for (const [name, from, to] of pairsOf(old.facts, now.facts)) {
    const effect = effectOf(name, from?.words, to?.words);
    // Listed values say more than their type, and than any bound on them.
    if (effect === 'none' || ((wasListed || isListed) && name !== 'type')) continue;
    const isTypes = !wasListed && !isListed;
    const told = [isTypes || wasListed ? from : undefined, isTypes || isListed ? to : undefined] as const;
    tellFact(kinds[effect], name, told, [old, now], here);
    if (name === 'type' && effect === 'both') return false;
  }
  return true;
}

function compareFields(old: Named<Field>, now: Named<Field>, outer: Here): void {
  const pathOf = ({ place, name }: Field) => `${outer.path}/${place} ${name}`;
  const { tell } = outer;
  inPairs(old, withOldNames(old, now), {
    gone: (one) => {
      const places = [one.at, ''] as const;
      tell({ kind: 'fieldRemoved', pointer: one.at, params: { name: one.name }, places, path: pathOf(one) });
    },
    come: (one) => {
      const kind = one.requiredAt ? 'fieldAddedRequired' : 'fieldAdded';
      const places = ['', one.at] as const;
      tell({ kind, pointer: one.at, params: { name: one.name }, places, path: pathOf(one) });
    },
    both: (from, to, key) => {
      const [path, places, { name }] = [pathOf(from), [from.at, to.at] as const, to];
      const renaming = { name: from.name, to: name };
      if (!now.has(key)) tell({ kind: 'fieldRenamed', pointer: to.at, params: renaming, places, path });
      if (to.requiredAt && !from.requiredAt)
        tell({ kind: 'fieldRequired', pointer: to.requiredAt, params: { name }, places, path });
      if (from.requiredAt && !to.requiredAt)
        tell({ kind: 'fieldOptional', pointer: from.requiredAt, params: { name }, places, path });
      compareNodes(from.node, to.node, { ...outer, path, label: name });
    },
  });
}

function compareBranches(old: readonly Node[], now: readonly Node[], here: Here): void {
  const { tell, path, label: name } = here;
  const words = ({ facts, fields }: Node) => {
    const types = facts.get('type')?.words.join(' | ') ?? '—';
    return fields.size > 0 ? `${types} { ${[...fields.keys()].join(', ')} }` : types;
  };
  const byPlace = new Map(old.map((node, index) => [`${index}`, node]));
  inPairs(byPlace, byOldPlace(old, now), {
    gone: (one) => {
      const params = { name, from: words(one) };
      tell({ kind: 'alternativeRemoved', pointer: one.at, params, places: [one.at, ''], path });
    },
    come: (one) => {
      const params = { name, to: words(one) };
      tell({ kind: 'alternativeAdded', pointer: one.at, params, places: ['', one.at], path });
    },
    both: (from, to) => compareNodes(from, to, here),
  });
}

function compareCases(old: Node, now: Node, here: Here): void {
  const namesIn = ({ cases, at }: Node) =>
    cases && { words: cases.map(({ name }) => name), at: below(at, 'content') };
  if (!old.cases || !now.cases) {
    // A side without any media type says nothing of them.
    const kind = old.cases ? 'widened' : 'narrowed';
    const body = { ...here, label: labels.mediaType() };
    if (old.cases || now.cases) tellFact(kind, 'content', [namesIn(old), namesIn(now)], [old, now], body);
    return;
  }
  const keyed = (cases: readonly Case[]) => new Map(cases.map((one) => [`${one.kind} ${one.name}`, one]));
  const tell = (change: 'Removed' | 'Added', { kind, name, node: { at } }: Case) => {
    const places = change === 'Added' ? (['', `${at} ${name}`] as const) : ([`${at} ${name}`, ''] as const);
    here.tell({ kind: `${kind}${change}`, pointer: at, params: { name }, places, path: here.path });
  };
  inPairs(keyed(old.cases), keyed(now.cases), {
    gone: (one) => tell('Removed', one),
    come: (one) => tell('Added', one),
    both: (from, to) => compareNodes(from.node, to.node, { ...here, label: labels[to.kind](to.name) }),
  });
}

/** Tells of everything that differs between two values, and inside of them. */
export function compareNodes(old: Node, now: Node, here: Here): void {
  compareTexts(old, now, here);
  const pair = `${old.id} > ${now.id}`;
  if (here.seen.has(pair)) return;
  here.seen.add(pair);
  const [from, to] = [old.branches, now.branches];
  if (from || to) {
    compareBranches(from ?? [old], to ?? [now], here);
    return;
  }
  if (!compareFacts(old, now, here)) return;
  compareCases(old, now, here);
  compareFields(old.fields, now.fields, here);
  const [inOld, inNow] = [old.inner, now.inner];
  for (const mark of new Set([...inOld.keys(), ...inNow.keys()])) {
    const isInBoth = [old, now].every(({ facts }) =>
      facts.get('type')?.words.includes(mark === '[]' ? 'array' : 'object'),
    );
    const inside = { ...here, path: `${here.path}/${mark}`, label: `${here.label}${mark}` };
    if (isInBoth)
      compareNodes(inOld.get(mark) ?? anything(old.at), inNow.get(mark) ?? anything(now.at), inside);
  }
}
