import type { Params } from '../text.ts';
import { type Change, changeOf } from './change.ts';
import { type ChangeKind, changeClasses, type Side } from './classes.ts';

/** A difference as it is come upon. */
export interface Found {
  readonly kind: ChangeKind;
  readonly pointer: string;
  readonly params: Params;
  /** Where the things that differ are written, in the old edition and in the new one. */
  readonly places: readonly [string, string];
  /** The way from the body or the answer to the thing. */
  readonly path: string;
}

export type Tell = (found: Found) => void;

/**
 * Gathers differences, each once: a component that is used in many places changed once, and the same change of the
 * same field in several answers of one operation is one, since error answers repeat the fields of the main one.
 */
export function gatherer() {
  const entries: { readonly found: Found; readonly sides: Set<Side> }[] = [];
  const known = new Map<string, (typeof entries)[number]>();
  const tellFor =
    (operation: string, side: Side): Tell =>
    (found) => {
      const { kind, params, places, path } = found;
      const written = JSON.stringify([kind, params.keyword, places]);
      const told = JSON.stringify([kind, params, operation, side, path]);
      const entry = known.get(written) ?? known.get(told) ?? { found, sides: new Set() };
      if (entry.sides.size === 0) entries.push(entry);
      entry.sides.add(side);
      known.set(written, entry).set(told, entry);
    };
  const changes = (): Change[] => {
    const all = entries.map(({ found: { kind, pointer, params }, sides }) =>
      changeOf(kind, pointer, params, sides),
    );
    return changeClasses.flatMap((name) => all.filter((one) => one.class === name));
  };
  return { tellFor, changes };
}
