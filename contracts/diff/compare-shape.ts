import { compareFacts, compareTexts, type Here, shown, tellAt } from './compare-facts.ts';
import type { Tell } from './found.ts';
import { listOf } from './json.ts';
import { anything, type Member, type Members, type Shape } from './shape.ts';

/** Whether two schemas differ in nothing but texts. A search within a search takes what that one has begun as equal. */
function isSame(old: Shape, now: Shape, here: Here): boolean {
  const pair = pairOf(old, now);
  if (here.different.has(pair)) return false;
  let same = true;
  const tell: Tell = ({ kind }) => {
    if (kind !== 'textChanged') same = false;
  };
  const seen = new Set(here.isOver ? here.seen : []);
  compareShapes(old, now, { ...here, tell, seen, isOver: () => !same });
  if (!same) here.different.add(pair);
  else if (here.isOver) for (const one of seen) here.seen.add(one);
  return same;
}

/** An alternative in words: its type, and the fields it has. */
function wordsFor(shape: Shape): string {
  const { facts, fields } = shape.open();
  const types = shown('type', facts.get('type')?.value);
  return fields.size > 0 ? `${types} { ${[...fields.keys()].join(', ')} }` : types;
}

/** Alternatives have no names: equal ones belong together, and what is left when as many go as come. */
function compareBranches(old: readonly Shape[], now: readonly Shape[], here: Here): void {
  const come = [...now];
  const gone: Shape[] = [];
  for (const one of old) {
    const index = come.findIndex((other) => isSame(one, other, here));
    const [other] = index < 0 ? [] : come.splice(index, 1);
    if (other) compareShapes(one, other, here);
    else gone.push(one);
  }
  const isPaired = gone.length === come.length;
  for (const [index, one] of gone.entries()) {
    const other = isPaired ? come[index] : undefined;
    if (other) compareShapes(one, other, here);
    else {
      const params = { name: here.label, from: wordsFor(one) };
      tellAt(here, { kind: 'alternativeRemoved', pointer: one.at, params });
    }
  }
  for (const one of isPaired ? [] : come) {
    const params = { name: here.label, to: wordsFor(one) };
    tellAt(here, { kind: 'alternativeAdded', pointer: one.at, params });
  }
}

function pairOf(old: Shape, now: Shape): string {
  return `${old.id} > ${now.id}`;
}

/** Tells of everything that differs between two schemas, and below them. */
export function compareShapes(old: Shape, now: Shape, outer: Here): void {
  const pair = pairOf(old, now);
  if (outer.seen.has(pair) || outer.isOver?.()) return;
  outer.seen.add(pair);
  const [from, to] = [old.open(), now.open()];
  const here = { ...outer, origin: `${from.origin} > ${to.origin}` };
  compareTexts(from.texts, to.texts, here);
  if (from.branches || to.branches) {
    compareBranches(from.branches ?? [old], to.branches ?? [now], here);
    return;
  }
  if (!compareFacts(from.facts, to.facts, here)) return;
  compareMembers(from.fields, to.fields, here);
  const inside = (mark: string) => ({ ...here, path: `${here.path}/${mark}`, label: `${here.label}${mark}` });
  const areLists = [from, to].every(({ facts }) => listOf(facts.get('type')?.value).includes('array'));
  if (areLists && (from.items || to.items)) {
    compareShapes(from.items ?? anything(old.at), to.items ?? anything(now.at), inside('[]'));
  }
  if (from.rest && to.rest) compareShapes(from.rest, to.rest, inside('{}'));
}

/** Pairs of a member that went and one that came and says the same: the only candidates of each other. */
function renamed(gone: readonly Member[], come: readonly Member[], here: Here): ReadonlyMap<Member, Member> {
  const fitting = gone.map((one) =>
    come.filter((other) => one.group === other.group && isSame(one.shape, other.shape, here)),
  );
  const pairs = gone.flatMap((one, index) => {
    const [other, ...more] = fitting[index] ?? [];
    const isWanted = fitting.some((others, place) => place !== index && others.some((it) => it === other));
    return other && more.length === 0 && !isWanted ? [[one, other] as const] : [];
  });
  return new Map(pairs);
}

function compareMember(old: Member, now: Member, here: Here): void {
  const params = { name: now.name };
  if (now.requiredAt !== undefined && old.requiredAt === undefined) {
    tellAt(here, { kind: 'fieldRequired', pointer: now.requiredAt, params });
  }
  if (old.requiredAt !== undefined && now.requiredAt === undefined) {
    tellAt(here, { kind: 'fieldOptional', pointer: old.requiredAt, params });
  }
  compareShapes(old.shape, now.shape, { ...here, label: now.name });
}

/** Tells of members that went, came, have another name or say something else. */
export function compareMembers(old: Members, now: Members, outer: Here): void {
  const gone = [...old].flatMap(([key, one]) => (now.has(key) ? [] : [one]));
  const come = [...now].flatMap(([key, one]) => (old.has(key) ? [] : [one]));
  const pairs = renamed(gone, come, outer);
  // A member is known by where it is written, whichever objects it belongs to.
  const hereAt = ({ group, name }: Member, origin = '') => ({
    ...outer,
    path: `${outer.path}/${group} ${name}`,
    origin,
  });
  for (const [key, one] of old) {
    const other = now.get(key) ?? pairs.get(one);
    if (!other) {
      tellAt(hereAt(one), { kind: 'fieldRemoved', pointer: one.at, params: { name: one.name } });
      continue;
    }
    const here = hereAt(one, `${one.at} > ${other.at}`);
    const params = { name: one.name, to: other.name };
    if (!now.has(key)) tellAt(here, { kind: 'fieldRenamed', pointer: other.at, params });
    compareMember(one, other, here);
  }
  const paired = new Set(pairs.values());
  for (const one of come.filter((other) => !paired.has(other))) {
    const kind = one.requiredAt === undefined ? 'fieldAdded' : 'fieldAddedRequired';
    tellAt(hereAt(one), { kind, pointer: one.at, params: { name: one.name } });
  }
}
