import type { Effect } from './classes.ts';
import { effectOf, type Fact, isFixed } from './facts.ts';
import { below } from './json.ts';
import { withOldNames, wordsFor } from './match.ts';
import type { Tell } from './once.ts';
import type { Case, Node } from './schema-node.ts';

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

/** What of two maps belongs together, in the order of the first. */
export function pairsOf<One>(old: Named<One>, now: Named<One>) {
  const keys = [...new Set([...old.keys(), ...now.keys()])];
  return keys.map((key) => [key, old.get(key), now.get(key)] as const);
}

const kindOf = { narrower: 'narrowed', wider: 'widened', both: 'changed', text: 'textChanged' } as const;

/** Tells of a statement that differs. */
function tellFact(
  name: string,
  effect: Effect,
  [old, now]: Pair<Fact | undefined>,
  nodes: Pair<Node>,
  { tell, path, label }: Here,
): void {
  if (effect === 'none') return;
  const written = (now ?? old)?.at.split('/').at(-1) ?? '';
  const keyword = ['const', 'enum', 'description'].includes(written) ? written : name;
  const [from = '—', to = '—'] = [old?.words.join(' | '), now?.words.join(' | ')];
  const params = { name: label, keyword, from, to };
  const of = old && now ? '' : nodes.map(({ id }) => id).join(' > ');
  tell(path, { kind: kindOf[effect], params, old, now, of });
}

function compareTexts(old: Node, now: Node, here: Here): void {
  for (const [name, from, to] of pairsOf(old.texts, now.texts)) {
    const isSame = from?.words[0] === to?.words[0] || (name === 'meaning' && !(from && to));
    tellFact(name, isSame ? 'none' : 'text', [from, to], [old, now], here);
  }
}

/** Tells of statements that differ; `false` when these are different kinds of value, of which more is not worth saying. */
function compareFacts(old: Node, now: Node, here: Here): boolean {
  const types = [old.facts.get('type'), now.facts.get('type')] as const;
  const isListed = types.some(isFixed);
  for (const [name, from, to] of pairsOf(old.facts, now.facts)) {
    // Listed values say more than their type, and than any bound on them.
    if (isListed && name !== 'type') continue;
    const [was, is] = [from, to].map((fact) => (isListed && !isFixed(fact) ? undefined : fact));
    tellFact(name, effectOf(name, from?.words, to?.words), [was, is], [old, now], here);
  }
  return effectOf('type', types[0]?.words, types[1]?.words) !== 'both';
}

/**
 * Alternatives have no names, so they are told of as listed values, each in words. Equal ones belong together, and
 * what is left when as many go as come.
 */
function compareBranches(old: Node, now: Node, here: Here): void {
  const byWords = (node: Node) => new Map((node.branches ?? [node]).map((one) => [wordsFor(one), one]));
  const [before, after] = [byWords(old), byWords(now)];
  const left = [...after].filter(([words]) => !before.has(words));
  const isPaired = before.size === after.size;
  for (const [words, one] of before) {
    const other = after.get(words) ?? (isPaired ? left.shift()?.[1] : undefined);
    if (other) compareNodes(one, other, here);
  }
  const [from, to] = [[...before.keys()], [...after.keys()]];
  const facts = [
    { words: from, at: old.at },
    { words: to, at: now.at },
  ] as const;
  if (!isPaired) tellFact('oneOf', effectOf('oneOf', from, to), facts, [old, now], here);
}

const labelOf = ({ kind, name }: Case) => ({ mediaType: 'body', status: `HTTP ${name}`, code: name })[kind];

/** Tells of media types, statuses and codes. */
function compareCases(old: Node, now: Node, here: Here): void {
  const { tell, path } = here;
  if (!old.cases || !now.cases) {
    // A side without any media type says nothing of them.
    const [from, to] = [old, now].map(
      ({ cases, at }): Fact | undefined =>
        cases && { words: cases.map(({ name }) => name), at: below(at, 'content') },
    );
    const effect = from ? 'wider' : to ? 'narrower' : 'none';
    tellFact('content', effect, [from, to], [old, now], { ...here, label: 'body' });
    return;
  }
  const keyed = (cases: readonly Case[]) => new Map(cases.map((one) => [`${one.kind} ${one.name}`, one]));
  for (const [, from, to] of pairsOf(keyed(old.cases), keyed(now.cases))) {
    if (from && to) compareNodes(from.node, to.node, { ...here, label: labelOf(to) });
    else if (from) tell(path, { kind: `${from.kind}Removed`, params: { name: from.name }, old: from.node });
    else if (to) tell(path, { kind: `${to.kind}Added`, params: { name: to.name }, now: to.node });
  }
}

function compareFields(old: Node, now: Node, here: Here): void {
  for (const [key, from, to] of pairsOf(old.fields, withOldNames(old.fields, now.fields))) {
    const { name = '', place = '' } = from ?? to ?? {};
    const path = `${here.path}/${place} ${name}`;
    if (!from || !to) {
      const kind = from ? 'fieldRemoved' : to?.requiredAt ? 'fieldAddedRequired' : 'fieldAdded';
      here.tell(path, { kind, params: { name }, old: from, now: to });
      continue;
    }
    const params = { name: to.name };
    if (!now.fields.has(key))
      here.tell(path, { kind: 'fieldRenamed', params: { name, to: to.name }, old: from, now: to });
    const [was, is] = [from.requiredAt, to.requiredAt];
    if (is && !was) here.tell(path, { kind: 'fieldRequired', params, now: { at: is } });
    if (was && !is) here.tell(path, { kind: 'fieldOptional', params, old: { at: was } });
    compareNodes(from.node, to.node, { ...here, path, label: to.name });
  }
}

/** Tells of everything that differs between two values, and inside of them. */
export function compareNodes(old: Node, now: Node, here: Here): void {
  compareTexts(old, now, here);
  const pair = `${old.id} > ${now.id}`;
  if (old.isUnknown || now.isUnknown || here.seen.has(pair)) return;
  here.seen.add(pair);
  if (old.branches || now.branches) {
    compareBranches(old, now, here);
    return;
  }
  if (!compareFacts(old, now, here)) return;
  compareCases(old, now, here);
  compareFields(old, now, here);
  for (const [mark, from, to] of pairsOf(old.inner, now.inner)) {
    const inside = { ...here, path: `${here.path}/${mark}`, label: `${here.label}${mark}` };
    if (from && to) compareNodes(from, to, inside);
  }
}
