import { exec, type JsonValue } from 'jsonpath-rfc9535';
import { reasonOf, ToolkitError } from './errors.ts';
import { isRecord } from './json.ts';
import { fillAll, type Text } from './text.ts';

/** One change to a description, with its reason and where that is known from. */
export interface Action {
  /** JSONPath (RFC 9535) of the nodes to change. */
  readonly target: string;
  readonly description?: string;
  readonly 'x-source'?: string;
  readonly update?: JsonValue;
  readonly remove?: boolean;
}

/** A document of the OpenAPI Overlay Specification 1.0. */
export interface Overlay {
  readonly overlay: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly Action[];
}

interface Node {
  readonly value: JsonValue;
  readonly path: readonly (string | number)[];
}

type Tree = { [key: string]: JsonValue };

function isTree(value: JsonValue | undefined): value is Tree {
  return isRecord(value);
}

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  return isTree(value) ? 'object' : 'primitive';
}

const problems = {
  none: { en: 'it matches nothing', zh: '没有匹配到任何内容' },
  unlike: {
    en: '{found} is there, {given} cannot be merged into it',
    zh: '原有内容是 {found}，无法并入 {given}',
  },
  root: { en: 'the whole description cannot be removed', zh: '不能删除整个描述' },
} as const satisfies Record<string, Text>;

/** Why an action cannot be applied, in both languages. */
class Inapplicable extends Error {
  readonly reason: Text;

  constructor(reason: Text) {
    super(reason.en);
    this.reason = reason;
  }
}

function unlike(found: JsonValue, given: JsonValue, name = ''): Inapplicable {
  const named = (value: JsonValue) => `${name}${name && ': '}${kindOf(value)}`;
  return new Inapplicable(fillAll(problems.unlike, { found: named(found), given: kindOf(given) }));
}

/** Objects merge, arrays are joined, primitives replaced; nothing else is compatible. */
function merge(target: Tree, update: Tree): void {
  for (const [key, value] of Object.entries(update)) {
    const present = Object.hasOwn(target, key) ? target[key] : undefined;
    if (present !== undefined && kindOf(present) !== kindOf(value)) throw unlike(present, value, key);
    if (isTree(present) && isTree(value)) merge(present, value);
    else if (Array.isArray(present) && Array.isArray(value)) present.push(...structuredClone(value));
    else target[key] = structuredClone(value);
  }
}

function update(node: Node, value: JsonValue): void {
  if (Array.isArray(node.value)) node.value.push(structuredClone(value));
  else if (isTree(node.value) && isTree(value)) merge(node.value, value);
  else throw unlike(node.value, value);
}

function remove(root: JsonValue, { path }: Node): void {
  const last = path.at(-1);
  let parent: JsonValue | undefined = root;
  for (const key of path.slice(0, -1)) {
    if (Array.isArray(parent)) parent = parent[Number(key)];
    else if (isTree(parent)) parent = parent[key];
  }
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (isTree(parent) && last !== undefined) delete parent[last];
  else throw new Inapplicable(problems.root);
}

function apply(root: JsonValue, action: Action): void {
  const nodes: Node[] = [];
  exec(root, action.target, (value, path) => nodes.push({ value, path: [...path] }));
  if (nodes.length === 0) throw new Inapplicable(problems.none);
  // Back to front, so that what is removed from an array does not move what is still to be removed.
  if (action.remove) for (const node of nodes.reverse()) remove(root, node);
  else if (action.update !== undefined) for (const node of nodes) update(node, action.update);
}

/**
 * A description with every action of an overlay applied, in order; the description given stays as it is.
 * Throws OVERLAY, with a part for each action that matches nothing or does not fit what it matches.
 */
export function applyOverlay(description: object, overlay: Overlay): JsonValue {
  const root: JsonValue = JSON.parse(JSON.stringify(description));
  const parts = overlay.actions.flatMap((action, i) => {
    try {
      apply(root, action);
      return [];
    } catch (error) {
      const reason = error instanceof Inapplicable ? error.reason : reasonOf(error);
      return new ToolkitError('OVERLAY_ACTION', { number: i + 1, target: action.target, reason });
    }
  });
  if (parts.length > 0) throw new ToolkitError('OVERLAY', { title: overlay.info.title }, parts);
  return root;
}
