import { type Change, isCase } from './change.ts';
import type { Effect } from './classes.ts';
import { effectOf, type Fact, isFixed } from './facts.ts';
import type { JsonObject } from './json.ts';
import { withOldNames, wordsFor } from './match.ts';
import { operationsOf } from './normal-form.ts';
import { gatherer, type Tell } from './once.ts';
import type { Node } from './schema-node.ts';

/** Where a comparison is, and whom it tells. */
interface Here {
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
function pairsOf<One>(old: Named<One>, now: Named<One>) {
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
  tell(path, kindOf[effect], params, old, now, of);
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

/** Alternatives have no names: they are told of in words, and compared where as many go as come. */
function compareBranches(old: Node, now: Node, here: Here): void {
  const byWords = (node: Node) => new Map((node.branches ?? [node]).map((one) => [wordsFor(one), one]));
  const [before, after] = [byWords(old), byWords(now)];
  const from = { words: [...before.keys()], at: old.at };
  const to = { words: [...after.keys()], at: now.at };
  const isPaired = before.size === after.size;
  if (!isPaired) tellFact('oneOf', effectOf('oneOf', from.words, to.words), [from, to], [old, now], here);
  const left = to.words.filter((words) => !before.has(words));
  for (const [words, one] of isPaired ? before : []) {
    const other = after.get(words) ?? after.get(left.shift() ?? '');
    if (other) compareNodes(one, other, here);
  }
}

function compareFields(old: Node, now: Node, outer: Here): void {
  const { tell } = outer;
  const isDescribed = [old, now].every(({ facts }) => facts.has('content'));
  for (const [key, from, to] of pairsOf(old.fields, withOldNames(old.fields, now.fields))) {
    const { name = '', place = '' } = from ?? to ?? {};
    const path = isCase(place) ? outer.path : `${outer.path}/${place} ${name}`;
    const [was, is] = [from?.requiredAt, to?.requiredAt];
    if (from && to) {
      const label = place === 'mediaType' ? 'body' : place === 'status' ? `HTTP ${name}` : to.name;
      if (!now.fields.has(key)) tell(path, 'fieldRenamed', { name, to: to.name }, from, to);
      if (is && !was) tell(path, 'fieldRequired', { name: to.name }, undefined, { at: is });
      if (was && !is) tell(path, 'fieldOptional', { name: to.name }, { at: was }, undefined);
      compareNodes(from.node, to.node, { ...outer, path, label });
    } else if (place !== 'mediaType' || isDescribed) {
      const field = from ? 'fieldRemoved' : is ? 'fieldAddedRequired' : 'fieldAdded';
      const kind = isCase(place) ? (`${place}${from ? 'Removed' : 'Added'}` as const) : field;
      tell(path, kind, { name }, from, to);
    }
  }
}

/** Tells of everything that differs between two values, and inside of them. */
function compareNodes(old: Node, now: Node, here: Here): void {
  compareTexts(old, now, here);
  const pair = `${old.id} > ${now.id}`;
  if (old.isUnknown || now.isUnknown || here.seen.has(pair)) return;
  here.seen.add(pair);
  if (old.branches || now.branches) {
    compareBranches(old, now, here);
    return;
  }
  if (!compareFacts(old, now, here)) return;
  compareFields(old, now, here);
  for (const [mark, from, to] of pairsOf(old.inner, now.inner)) {
    const inside = { ...here, path: `${here.path}/${mark}`, label: `${here.label}${mark}` };
    if (from && to) compareNodes(from, to, inside);
  }
}

/**
 * Every change from one edition of a contract to the next, most grave first. Both are OpenAPI 3.1 documents; how
 * they are written, in which order and with which component names, makes no difference.
 */
export function compareContracts(old: JsonObject, now: JsonObject): readonly Change[] {
  const { tellFor, changes } = gatherer();
  for (const [key, from, to] of pairsOf(operationsOf(old), operationsOf(now))) {
    const label = (to ?? from)?.name ?? key;
    for (const side of ['request', 'answer'] as const) {
      const here = { tell: tellFor(key, side), path: '', label, seen: new Set<string>() };
      if (from && to) compareNodes(from[side], to[side], here);
    }
    const kind = from ? 'operationRemoved' : 'operationAdded';
    if (!from || !to) tellFor(key, 'request')('', kind, { name: label }, from?.request, to?.request);
  }
  return changes();
}
