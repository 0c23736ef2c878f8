import { isRecord } from '../json.ts';

/** What each entry of these is has a name: one that only one side has is a difference, not a gap to fill. */
const named = new Set(['parameters', 'bodies', 'responses', 'content', 'headers', 'properties', 'codes']);
const unnamed = new Set([...named, 'schema', 'items', 'x-texts']);
/** Texts that no two editions share, and what the first one says as well as the second one. */
const silent = /^(summary|description|tags|x-author|x-original-.*|x-example.*)$/;

const textOf = (value: unknown) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
const isObject = (value: unknown): value is object => isRecord(value);

/** One tree of two that describe the same: gaps of the first are filled, what it says stays. Tells differences. */
export function merge<Tree>(
  first: Tree,
  second: Tree,
  tell: (what: string) => void,
  place = '',
  key = '',
): Tree {
  if (first === undefined || second === undefined) return first ?? second;
  if (!isObject(first) || !isObject(second)) {
    const isSame = silent.test(key) || textOf(first) === textOf(second);
    if (!isSame) tell(`${place}: ${textOf(first)} / ${textOf(second)}`);
    return first;
  }
  const isNamed = named.has(key);
  const both = { ...second, ...first };
  const merged = isNamed ? { ...first } : both;
  for (const name in both) {
    const inside = unnamed.has(name) && !isNamed ? place : [place, name].filter(Boolean).join('.');
    if (isNamed && !(Object.hasOwn(first, name) && Object.hasOwn(second, name))) tell(inside);
    else if (isNamed || name !== 'x-example') {
      merged[name] = merge(first[name], second[name], tell, inside, isNamed ? '' : name);
    }
    // What belongs to another type fills no gap.
    if (!isNamed && name === 'type' && textOf(merged[name]) !== textOf(second[name] ?? merged[name]))
      return first;
  }
  return merged;
}
