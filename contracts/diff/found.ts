import type { Params } from '../text.ts';
import { type Change, changeOf } from './change.ts';
import { type ChangeKind, changeClasses, type Side } from './classes.ts';

/** A difference as it is come upon. */
export interface Found {
  readonly kind: ChangeKind;
  readonly pointer: string;
  readonly params: Params;
}

/**
 * Told of every difference; `path` leads from the body or the answer to the thing, `origin` names the schemas, old
 * and new, in which the difference is written.
 */
export type Tell = (found: Found, path: string, origin: string) => void;

interface Entry {
  readonly found: Found;
  readonly sides: Set<Side>;
}

/** Of these kinds one pointer may have several: `required` lists many fields. */
function identityOf({ kind, params }: Found): string {
  const isValue = ['narrowed', 'widened', 'changed', 'noted', 'defaultChanged', 'textChanged'].includes(kind);
  return JSON.stringify([kind, isValue ? params.keyword : params.name, params.from, params.to]);
}

/**
 * Gathers differences, each once: a component that is used in many places changed once, and the same change of the
 * same field in several answers of one operation is one, since error answers repeat the fields of the main one.
 */
export function gatherer() {
  const entries: Entry[] = [];
  const known = new Map<string, Entry>();
  const tellFor =
    (operation: string, side: Side): Tell =>
    (found, path, origin) => {
      const identity = identityOf(found);
      const keys = [`${origin} ${found.pointer} ${identity}`, `${operation} ${side} ${path} ${identity}`];
      const entry = keys.flatMap((key) => known.get(key) ?? [])[0] ?? { found, sides: new Set() };
      if (entry.sides.size === 0) entries.push(entry);
      entry.sides.add(side);
      for (const key of keys) known.set(key, entry);
    };
  const changes = (): Change[] => {
    const all = entries.map(({ found: { kind, pointer, params }, sides }) =>
      changeOf(kind, pointer, params, sides),
    );
    return changeClasses.flatMap((name) => all.filter((one) => one.class === name));
  };
  return { tellFor, changes };
}
