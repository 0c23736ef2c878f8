import type { Params } from '../text.ts';
import { type Change, changeOf } from './change.ts';
import { type ChangeKind, changeClasses, type Side } from './classes.ts';

/** A difference as it is come upon. */
interface Found {
  readonly kind: ChangeKind;
  readonly params: Params;
  /** What is gone or was, and what is new or is: where it is written. */
  readonly old?: { readonly at: string } | undefined;
  readonly now?: { readonly at: string } | undefined;
  /** Says for what it is written, where one place says it for many. */
  readonly of?: string;
}

/** Told of every difference, and of the way to it from the body or the answer. */
export type Tell = (path: string, found: Found) => void;

/**
 * Gathers differences, each once: a component that is used in many places changed once, and the same change of the
 * same field in several answers of one operation is one, since error answers repeat the fields of the main one.
 */
export function gatherer() {
  const entries: { readonly found: Found; readonly sides: Set<Side> }[] = [];
  const known = new Map<string, (typeof entries)[number]>();
  const tellFor =
    (operation: string, side: Side): Tell =>
    (path, found) => {
      const { kind, params, old, now, of } = found;
      const written = JSON.stringify([kind, params.keyword ?? params.name, old?.at, now?.at, of]);
      const told = JSON.stringify([operation, side, path, kind, params]);
      const entry = known.get(written) ?? known.get(told) ?? { found, sides: new Set() };
      if (entry.sides.size === 0) entries.push(entry);
      entry.sides.add(side);
      known.set(written, entry).set(told, entry);
    };
  const changes = (): Change[] => {
    const all = entries.map(({ found: { kind, params, old, now }, sides }) =>
      changeOf(kind, now?.at ?? old?.at ?? '#', params, sides),
    );
    return changeClasses.flatMap((name) => all.filter((one) => one.class === name));
  };
  return { tellFor, changes };
}
