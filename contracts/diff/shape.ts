import { type Facts, factsOf } from './facts.ts';
import { below, isObject, type JsonObject, listOf, objectOf } from './json.ts';
import { alternatives, flatten, type Part, type Source } from './parts.ts';
import { textsOf } from './texts.ts';

/** A field of an object, a parameter, a header: what an object of values is made of. */
export interface Member {
  readonly name: string;
  /** Members only take each other's place within one group: `field`, `query`, `header` and so on. */
  readonly group: string;
  readonly at: string;
  /** Where it is said that the member must be there. */
  readonly requiredAt: string | undefined;
  readonly shape: Shape;
}

export type Members = ReadonlyMap<string, Member>;

/** What a schema says, however it was written: references, `allOf`, order and component names are gone. */
export interface Node {
  /** Where it is written, references aside: equal for all uses of one component. */
  readonly origin: string;
  readonly facts: Facts;
  readonly texts: Facts;
  readonly fields: Members;
  readonly items: Shape | undefined;
  /** Of all fields that have no name. */
  readonly rest: Shape | undefined;
  /** The alternatives of a union; all else is said in each of them. */
  readonly branches: readonly Shape[] | undefined;
}

/** A schema that is looked into when asked, since schemas may hold themselves. */
export interface Shape {
  /** Equal for equal places of one document. */
  readonly id: string;
  readonly at: string;
  readonly open: () => Node;
}

/** A shape that says nothing. */
export function anything(at: string): Shape {
  return shapeOf({}, [{ schema: {}, at }]);
}

/** The shape of schemas that hold at once. */
export function shapeOf(document: JsonObject, sources: readonly Source[]): Shape {
  let node: Node | undefined;
  const open = () => {
    node ??= nodeOf(document, flatten(document, sources));
    return node;
  };
  return { id: sources.map(({ at }) => at).join(' '), at: sources.at(-1)?.at ?? '#', open };
}

/** The same shape with another inside. */
export function changed(shape: Shape, id: string, change: (node: Node) => Node): Shape {
  let node: Node | undefined;
  const open = () => {
    node ??= change(shape.open());
    return node;
  };
  return { id: `${shape.id} ${id}`, at: shape.at, open };
}

function fieldsOf(document: JsonObject, parts: readonly Part[]): Members {
  const found = new Map<string, { sources: Source[]; requiredAt: string | undefined }>();
  const entry = (name: string) => {
    const one = found.get(name) ?? { sources: [], requiredAt: undefined };
    found.set(name, one);
    return one;
  };
  for (const { schema, at } of parts) {
    for (const [name, one] of Object.entries(objectOf(schema.properties))) {
      entry(name).sources.push({ schema: one, at: below(at, 'properties', name) });
    }
  }
  for (const { schema, at } of parts) {
    for (const name of listOf(schema.required)) {
      if (typeof name === 'string') entry(name).requiredAt ??= below(at, 'required');
    }
  }
  return new Map(
    [...found].map(([name, { sources, requiredAt }]) => {
      const at = sources[0]?.at ?? requiredAt ?? '#';
      const shape = sources.length > 0 ? shapeOf(document, sources) : anything(at);
      return [name, { name, group: 'field', at, requiredAt, shape }];
    }),
  );
}

function isTelling({ schema }: Part): boolean {
  return Object.keys(schema).some((name) => !/^(?:title|description|examples?|x-.*)$/.test(name));
}

function nodeOf(document: JsonObject, parts: readonly Part[]): Node {
  const texts = new Map(parts.toReversed().flatMap(({ schema, at }) => [...textsOf(schema, at)]));
  const branches = alternatives(parts)?.map((sources) => shapeOf(document, sources));
  const inner = (name: string) => {
    const sources = parts.flatMap(({ schema, at }) =>
      isObject(schema[name]) ? [{ schema: schema[name], at: below(at, name) }] : [],
    );
    return sources.length > 0 ? shapeOf(document, sources) : undefined;
  };
  const origin = parts
    .filter(isTelling)
    .map(({ at }) => at)
    .join(' ');
  if (branches) {
    return {
      origin,
      facts: new Map(),
      texts,
      fields: new Map(),
      items: undefined,
      rest: undefined,
      branches,
    };
  }
  return {
    origin,
    facts: factsOf(parts),
    texts,
    fields: fieldsOf(document, parts),
    items: inner('items'),
    rest: inner('additionalProperties'),
    branches,
  };
}
