import { isCase } from './change.ts';
import type { Node } from './schema-node.ts';

/** What a schema says, in words and without its texts; not all the way down, since schemas may hold themselves. */
export function wordsFor(node: Node, depth = 3): string {
  if (depth === 0) return '…';
  const inside = (name: string, one: Node) => `${name}${wordsFor(one, depth - 1)}`;
  const facts = [...node.facts].map(([name, { words }]) =>
    name === 'type' ? words.toSorted().join(' | ') : `${name} ${words}`,
  );
  const fields = [...node.fields].map(([name, one]) =>
    inside(`${name}${one.requiredAt ? '' : '?'}: `, one.node),
  );
  const inner = [...node.inner]
    .map(([mark, one]) => inside(`${mark} `, one))
    .filter((one) => !/ $/.test(one));
  const branches = (node.branches ?? []).map((one) => inside('| ', one));
  const object = fields.length > 0 ? [`{ ${fields.sort().join(', ')} }`] : [];
  return [...facts.sort(), ...object, ...inner, ...branches.sort()].join(' ');
}

/** The new fields, one that has another name under its old one: where only one went and one came that say the same. */
export function withOldNames(old: Node['fields'], now: Node['fields']): Node['fields'] {
  const missing = (these: Node['fields'], others: Node['fields']) => {
    const fields = [...these].filter(([key, { place }]) => !others.has(key) && !isCase(place));
    return fields.map(([key, { place, node }]) => ({ key, words: `${place} ${wordsFor(node)}` }));
  };
  const [gone, come] = [missing(old, now), missing(now, old)];
  const oldKeys = come.map(({ key, words }): [string, string | undefined] => {
    const candidates = gone.filter((one) => one.words === words);
    const isOnly = candidates.length === 1 && come.filter((one) => one.words === words).length === 1;
    return [key, isOnly ? candidates[0]?.key : undefined];
  });
  const keys = new Map(oldKeys);
  return new Map([...now].map(([key, field]) => [keys.get(key) ?? key, field]));
}
