/** What each entry of these is has a name: one that only one side has is a difference, not a gap to fill. */
const named = [
  'parameters',
  'responses',
  'content',
  'headers',
  'properties',
  'x-business-codes',
  'requestBody',
];
/** What the first one says here is as good as what the second one says. */
const either = ['x-original-name', 'x-original-type', 'x-example', 'x-example-text', 'tags', 'x-author'];
const unnamed = new Set([...named, 'schema', 'items', 'x-texts']);

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value.toSorted()) : JSON.stringify(value);
}

/**
 * One tree of two that describe the same: gaps of the first are filled, what it says stays. Tells of each place where
 * they disagree.
 */
export function merge<Tree>(
  first: Tree,
  second: Tree,
  tell: (what: string) => void,
  place = '',
  key = '',
): Tree {
  if (first === undefined || second === undefined) return first ?? second;
  if (!isObject(first) || !isObject(second)) {
    if (textOf(first) !== textOf(second)) tell(`${place}: ${textOf(first)} / ${textOf(second)}`);
    return first;
  }
  return mergeObjects(first, second, tell, place, named.includes(key));
}

function mergeObjects<Tree extends object>(
  first: Tree,
  second: Tree,
  tell: (what: string) => void,
  place: string,
  isNamed: boolean,
): Tree {
  const both = { ...second, ...first };
  const merged = isNamed ? { ...first } : both;
  for (const key in both) {
    const inside = unnamed.has(key) ? place : `${place}${place && '.'}${key}`;
    if (isNamed && (!Object.hasOwn(first, key) || !Object.hasOwn(second, key))) tell(inside);
    else if (!either.includes(key)) merged[key] = merge(first[key], second[key], tell, inside, key);
  }
  return merged;
}
