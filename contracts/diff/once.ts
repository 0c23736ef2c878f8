import type { Params } from '../text.ts';
import { type Change, type ChangeKind, changeOf } from './change.ts';
import { changeClasses, type Side } from './classes.ts';

type At = { readonly at: string } | undefined;

/**
 * Told of every difference: the way to it from the body or the answer; where it is written what is gone or was, and
 * what is new or is; and for what it is written, where one place says it for many.
 */
export type Tell = (path: string, kind: ChangeKind, params: Params, old: At, now: At, of?: string) => void;

/**
 * Gathers differences, each once: a component that is used in many places changed once, and the same change of the
 * same field in several answers of one operation is one, since error answers repeat the fields of the main one.
 */
export function gatherer() {
  const known = new Map<string, { readonly sides: Set<Side>; readonly change: () => Change }>();
  const tellFor =
    (operation: string, side: Side): Tell =>
    (path, kind, params, old, now, of = '') => {
      const written = JSON.stringify([kind, params.keyword ?? params.name, old?.at, now?.at, of]);
      const told = JSON.stringify([operation, side, path, kind, params]);
      const sides = new Set<Side>();
      const change = () => changeOf(kind, (now ?? old)?.at ?? '#', params, sides);
      const entry = known.get(written) ?? known.get(told) ?? { sides, change };
      entry.sides.add(side);
      known.set(written, entry).set(told, entry);
    };
  const changes = () => {
    const all = [...new Set(known.values())].map(({ change }) => change());
    return changeClasses.flatMap((name) => all.filter((one) => one.class === name));
  };
  return { tellFor, changes };
}
