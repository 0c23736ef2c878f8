import type { Fields, Node } from './schema-node.ts';

/** What a schema says, texts aside, as text; not all the way down, since schemas may hold themselves. */
function fingerprint(node: Node, depth = 3): string {
  if (depth === 0) return '';
  const inside = (name: string, one: Node) => `${name} ${fingerprint(one, depth - 1)}`;
  return JSON.stringify([
    [...node.facts].map(([name, { words }]) => `${name} ${words}`).sort(),
    [...node.fields].map(([name, one]) => inside(one.requiredAt ? `${name}!` : name, one.node)).sort(),
    [...node.inner].map(([mark, one]) => inside(mark, one)),
    (node.branches ?? []).map((one) => inside('', one)).sort(),
  ]);
}

/** The new fields, one that has another name under its old one: where only one went and one came that say the same. */
export function withOldNames(old: Fields, now: Fields): Fields {
  const missing = (these: Fields, others: Fields) => {
    const fields = [...these].filter(([name]) => !others.has(name));
    return fields.map(([name, { place, node }]) => ({ name, print: `${place} ${fingerprint(node)}` }));
  };
  const [gone, come] = [missing(old, now), missing(now, old)];
  const oldNames = come.flatMap(({ name, print }): (readonly [string, string])[] => {
    const candidates = gone.filter((one) => one.print === print);
    const rivals = come.filter((one) => one.print === print);
    return candidates[0] && candidates.length + rivals.length === 2 ? [[name, candidates[0].name]] : [];
  });
  const names = new Map(oldNames);
  return new Map([...now].map(([name, field]) => [names.get(name) ?? name, field]));
}

/** The new alternatives under the place of the old one: of an equal one or, when as many go as come, of any other. */
export function byOldPlace(old: readonly Node[], now: readonly Node[]): ReadonlyMap<string, Node> {
  const gone = new Map(old.map((node, index) => [String(index), fingerprint(node)]));
  const come: Node[] = [];
  const placed = new Map<string, Node>();
  for (const node of now) {
    const print = fingerprint(node);
    const [place] = [...gone].find(([, one]) => one === print) ?? [];
    if (place === undefined) come.push(node);
    else placed.set(place, node);
    gone.delete(place ?? '');
  }
  const left = gone.size === come.length ? [...gone.keys()] : [];
  return new Map([...placed, ...come.map((node, index) => [left[index] ?? `new ${index}`, node] as const)]);
}
