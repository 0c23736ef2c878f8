import type { ChangeKind, Effect } from './classes.ts';
import type { Fact, Facts } from './facts.ts';
import type { Found, Tell } from './found.ts';
import { type Json, listOf, stable } from './json.ts';
import { keywords } from './keywords.ts';

/** Where a comparison is, and whom it tells. */
export interface Here {
  readonly tell: Tell;
  /** The way from the body or the answer to the thing at hand. */
  readonly path: string;
  /** What a person calls it. */
  readonly label: string;
  /** The schemas at hand, old and new; empty outside of any. */
  readonly origin: string;
  /** Pairs that were begun: schemas may hold themselves. */
  readonly seen: Set<string>;
  /** Pairs that are known to differ. */
  readonly different: Set<string>;
  /** Whether only a first difference is looked for, and was found. */
  readonly isOver?: () => boolean;
}

/** The part of it that telling needs. */
type Teller = Pick<Here, 'tell' | 'path' | 'label' | 'origin'>;

const kindOf: Readonly<Record<Effect, ChangeKind>> = {
  narrower: 'narrowed',
  wider: 'widened',
  both: 'changed',
  none: 'noted',
  meaning: 'defaultChanged',
  text: 'textChanged',
};

/** A value in words: `string | null`, `200`, a text as it stands; a dash where nothing is said. */
export function shown(keyword: string, value: Json | undefined): string {
  if (value === undefined) return '—';
  if (keyword === 'type')
    return [...listOf(value)].sort((a, b) => Number(a === 'null') - Number(b === 'null')).join(' | ');
  if (Array.isArray(value) && value.length > 0) return value.map((one) => stable(one)).join(' | ');
  return typeof value === 'string' ? value : stable(value);
}

/** Tells of a difference at the thing at hand. */
export function tellAt({ tell, path, origin }: Teller, found: Found): void {
  tell(found, path, origin);
}

/** Tells of one statement that differs; the pointer leads into the old side only for what is gone. */
export function tellFact(
  keyword: string,
  [old, now]: readonly [Fact | undefined, Fact | undefined],
  effect: Effect,
  here: Teller,
): void {
  const [from, to] = [shown(keyword, old?.value), shown(keyword, now?.value)];
  const pointer = now?.at ?? old?.at ?? '#';
  const word = keyword === 'enum' && pointer.endsWith('/const') ? 'const' : keyword;
  tellAt(here, { kind: kindOf[effect], pointer, params: { name: here.label, keyword: word, from, to } });
}

/** Tells of texts that differ. */
export function compareTexts(old: Facts, now: Facts, here: Teller): void {
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const pair = [old.get(name), now.get(name)] as const;
    if (stable(pair[0]?.value ?? null) !== stable(pair[1]?.value ?? null)) tellFact(name, pair, 'text', here);
  }
}

function joined(one: Effect, other: Effect): Effect {
  if (one === 'none' || one === other) return other;
  return other === 'none' ? one : 'both';
}

/** Tells of statements that differ; `false` when these are different kinds of value, of which more is not worth saying. */
export function compareFacts(old: Facts, now: Facts, here: Here): boolean {
  const pairOf = (name: string) => [old.get(name), now.get(name)] as const;
  const effectOf = (name: string): Effect => {
    const [from, to] = pairOf(name).map((fact) => fact?.value);
    if (stable(from ?? null) === stable(to ?? null)) return 'none';
    return keywords.get(name)?.effect(from, to) ?? 'both';
  };
  const types = effectOf('type');
  if (types === 'both') {
    tellFact('type', pairOf('type'), types, here);
    return false;
  }
  const isFixed = old.has('enum') || now.has('enum');
  for (const name of keywords.keys()) {
    const [from, to] = pairOf(name);
    if (stable(from?.value ?? null) === stable(to?.value ?? null)) continue;
    // Fixed values say more than their type, and than any bound on them.
    if (isFixed && !['enum', 'default', 'deprecated'].includes(name)) continue;
    const effect = effectOf(name);
    const isBoth = name === 'enum' && !(from && to);
    tellFact(name, [from, to], isBoth ? joined(effect, types) : effect, here);
  }
  return true;
}
