import type { Params } from '../text.ts';
import { type Change, type ChangeKind, changeOf } from './change.ts';
import { changeClasses, type Side } from './classes.ts';

/** A difference as it is come upon. */
interface Found {
  readonly kind: ChangeKind;
  readonly params: Params;
  /** Where it is written what is gone or was, and what is new or is. */
  readonly old?: { readonly at: string } | undefined;
  readonly now?: { readonly at: string } | undefined;
  /** For what it is written, where one place says it for many. */
  readonly of?: string;
}

/** Told of every difference, and of the way to it from the body or the answer. */
export type Tell = (path: string, found: Found) => void;

/**
 * Gathers differences, each once: a component that is used in many places changed once, and the same change of the
 * same field in several answers of one operation is one, since error answers repeat the fields of the main one.
 */
export function gatherer() {
  const known = new Map<string, { readonly found: Found; readonly sides: Set<Side> }>();
  const tellFor =
    (operation: string, side: Side): Tell =>
    (path, found) => {
      const { kind, params, old, now, of } = found;
      const written = JSON.stringify([kind, params.keyword ?? params.name, old?.at, now?.at, of]);
      const told = JSON.stringify([operation, side, path, kind, params]);
      const entry = known.get(written) ?? known.get(told) ?? { found, sides: new Set() };
      entry.sides.add(side);
      known.set(written, entry).set(told, entry);
    };
  const changes = (): Change[] => {
    const all = [...new Set(known.values())].map(({ found: { kind, params, old, now }, sides }) =>
      changeOf(kind, (now ?? old)?.at ?? '#', params, sides),
    );
    return changeClasses.flatMap((name) => all.filter((one) => one.class === name));
  };
  return { tellFor, changes };
}
