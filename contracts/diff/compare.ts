import type { Change } from './change.ts';
import type { ChangeKind, Effect, Side } from './classes.ts';
import { compareTexts, type Here, tellAt, tellFact } from './compare-facts.ts';
import { compareMembers, compareShapes } from './compare-shape.ts';
import type { Answer, Content } from './content.ts';
import { gatherer } from './found.ts';
import { below, type JsonObject } from './json.ts';
import { operationsOf } from './normal-form.ts';
import type { Body, Operation } from './operation.ts';

/** Tells of a side of one operation. */
type HereFor = (side: Side, path?: string, label?: string) => Here;

/** What of two maps belongs together, in the order of the first. */
function pairsOf<T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>) {
  return [...new Set([...old.keys(), ...now.keys()])].map(
    (key) => [key, old.get(key), now.get(key)] as const,
  );
}

function compareContents(old: Content, now: Content, at: { old: string; now: string }, here: Here): void {
  // A side without any content says nothing of it.
  if (old.size === 0 && now.size === 0) return;
  if (old.size === 0 || now.size === 0) {
    const of = (content: Content, pointer: string) =>
      content.size > 0 ? { value: [...content.keys()].join(', '), at: below(pointer, 'content') } : undefined;
    const effect = old.size === 0 ? 'narrower' : 'wider';
    tellFact('content', [of(old, at.old), of(now, at.now)], effect, here);
    return;
  }
  for (const [type, from, to] of pairsOf(old, now)) {
    if (from && to) compareShapes(from, to, here);
    const [kind, one] = from ? (['mediaTypeRemoved', from] as const) : (['mediaTypeAdded', to] as const);
    if (one && !(from && to))
      tellAt({ ...here, path: `${here.path} ${type}` }, { kind, pointer: one.at, params: { name: type } });
  }
}

function compareDescriptions(
  old: Pick<Body, 'description' | 'at'>,
  now: Pick<Body, 'description' | 'at'>,
  here: Here,
): void {
  // Said on one side only, it has no place in the form of the other, or is what a generator fills in.
  if (old.description === undefined || now.description === undefined || old.description === now.description)
    return;
  const of = (one: Pick<Body, 'description' | 'at'>) => ({
    value: one.description ?? '',
    at: below(one.at, 'description'),
  });
  tellFact('description', [of(old), of(now)], 'text', here);
}

function compareBodies(old: Body | undefined, now: Body | undefined, hereFor: HereFor): void {
  const here = hereFor('request', 'body', 'body');
  const tell = (kind: ChangeKind, pointer: string) =>
    tellAt(here, { kind, pointer, params: { name: 'body' } });
  if (old && !now) tell('fieldRemoved', old.at);
  if (now && !old) tell(now.requiredAt === undefined ? 'fieldAdded' : 'fieldAddedRequired', now.at);
  if (!old || !now) return;
  if (now.requiredAt !== undefined && old.requiredAt === undefined) tell('fieldRequired', now.requiredAt);
  if (old.requiredAt !== undefined && now.requiredAt === undefined) tell('fieldOptional', old.requiredAt);
  compareDescriptions(old, now, here);
  compareContents(old.content, now.content, { old: old.at, now: now.at }, here);
}

function compareAnswers(old: Operation['answers'], now: Operation['answers'], hereFor: HereFor): void {
  const tell = (kind: ChangeKind, { name, at }: Answer) =>
    tellAt(hereFor('answer'), { kind, pointer: at, params: { name } });
  for (const [key, from, to] of pairsOf(old, now)) {
    if (!to && from) tell(from.kind === 'code' ? 'codeRemoved' : 'statusRemoved', from);
    if (!from && to) tell(to.kind === 'code' ? 'codeAdded' : 'statusAdded', to);
    if (!from || !to) continue;
    compareDescriptions(from, to, hereFor('answer', key, to.kind === 'code' ? to.name : `HTTP ${to.name}`));
    const here = hereFor('answer', '', 'body');
    compareMembers(from.headers, to.headers, here);
    compareContents(from.content, to.content, { old: from.at, now: to.at }, here);
  }
}

/** Fewer ways to authorize a call refuse callers; without any needed, every way is good. */
function compareSecurity(old: Operation, now: Operation, here: Here): void {
  const holds = (outer: readonly string[], inner: readonly string[]) =>
    outer.includes('') || inner.every((way) => outer.includes(way));
  const [isNarrower, isWider] = [!holds(now.security, old.security), !holds(old.security, now.security)];
  if (!isNarrower && !isWider) return;
  const effect: Effect = isNarrower && isWider ? 'both' : isNarrower ? 'narrower' : 'wider';
  const of = ({ security, at }: Operation) => ({
    value: security.map((way) => way || 'none').join(', '),
    at: below(at, 'security'),
  });
  tellFact('security', [of(old), of(now)], effect, here);
}

function compareOperations(old: Operation, now: Operation, hereFor: HereFor): void {
  const here = hereFor('request', '', now.name);
  compareTexts(old.texts, now.texts, here);
  if (old.isDeprecated !== now.isDeprecated) {
    const of = ({ isDeprecated, at }: Operation) => ({ value: isDeprecated, at: below(at, 'deprecated') });
    tellFact('deprecated', [of(old), of(now)], 'none', here);
  }
  compareSecurity(old, now, here);
  compareMembers(old.parameters, now.parameters, here);
  compareBodies(old.body, now.body, hereFor);
  compareAnswers(old.answers, now.answers, hereFor);
}

/**
 * Every change from one edition of a contract to the next, most grave first. Both are OpenAPI 3.1 documents; how
 * they are written, in which order and with which component names, makes no difference.
 */
export function compareContracts(old: JsonObject, now: JsonObject): readonly Change[] {
  const { tellFor, changes } = gatherer();
  const different = new Set<string>();
  for (const [key, from, to] of pairsOf(operationsOf(old), operationsOf(now))) {
    const hereFor: HereFor = (side, path = '', label = '') => ({
      tell: tellFor(key, side),
      path,
      label,
      origin: '',
      seen: new Set(),
      different,
    });
    const tell = (kind: ChangeKind, { name, at }: Operation) =>
      tellAt(hereFor('request'), { kind, pointer: at, params: { name } });
    if (from && to) compareOperations(from, to, hereFor);
    else if (from) tell('operationRemoved', from);
    else if (to) tell('operationAdded', to);
  }
  return changes();
}
