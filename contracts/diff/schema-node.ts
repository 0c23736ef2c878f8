import { type Facts, factsOf, type Part } from './facts.ts';
import { below, isObject, type Json, type JsonObject, listOf, lookup, objectOf } from './json.ts';
import { textsOf } from './texts.ts';

/** A field of an object, a parameter, a header, the body: what callers and the service name. */
export interface Field {
  readonly name: string;
  /** Fields only take each other's place within one: `field`, `query`, `header` and so on. */
  readonly place: string;
  readonly at: string;
  /** Where it is said that the field must be there. */
  readonly requiredAt: string | undefined;
  readonly node: Node;
}

/** One of the forms that a body or an answer has. */
export interface Case {
  readonly kind: 'mediaType' | 'status' | 'code';
  readonly name: string;
  readonly node: Node;
}

/** Fields by the name under which they are found again. */
export type Fields = ReadonlyMap<string, Field>;

/** What is said of a value, however it was written: references, `allOf`, order and component names are gone. */
export interface Node {
  /** The places where it is written, references aside: equal for all uses of one component. */
  readonly id: string;
  readonly at: string;
  readonly texts: Facts;
  readonly facts: Facts;
  readonly fields: Fields;
  /** What a list or a map holds, by `[]` and `{}`. */
  readonly inner: ReadonlyMap<string, Node>;
  /** The alternatives of a union; all else is said in each of them. */
  readonly branches: readonly Node[] | undefined;
  /** `undefined` where nothing is said of them. */
  readonly cases: readonly Case[] | undefined;
}

/** A schema as it stands in the document. */
export interface Source {
  readonly schema: Json | undefined;
  readonly at: string;
  readonly orNull?: boolean;
}

const isNull = (schema: Json) => isObject(schema) && schema.type === 'null';

function without(schema: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));
}

/** Schemas with their references, `allOf` and unions with null only, as a flat list; safe for cycles. */
function flatten(document: JsonObject, sources: readonly Source[]): readonly Part[] {
  const parts = new Map<string, Part>();
  const add = ({ schema, at, orNull = false }: Source) => {
    if (!isObject(schema) || parts.has(at)) return;
    const mayBeNull = orNull || schema.nullable === true;
    const lists = ['allOf', 'oneOf', 'anyOf'].filter(
      (name) => name === 'allOf' || listOf(schema[name]).filter((one) => !isNull(one)).length === 1,
    );
    parts.set(at, { schema: without(schema, ['$ref', ...lists]), at, orNull: mayBeNull });
    if (typeof schema.$ref === 'string') {
      const target = lookup(document, schema.$ref);
      add({ schema: target.value, at: target.at, orNull: mayBeNull });
    }
    for (const name of lists) {
      const all = listOf(schema[name]);
      for (const [index, one] of all.entries()) {
        const or = mayBeNull || all.some(isNull);
        if (!isNull(one)) add({ schema: one, at: below(at, name, index), orNull: or });
      }
    }
  };
  for (const source of sources) add(source);
  return [...parts.values()];
}

/** The alternatives of the first union, each with all that holds beside it; `undefined` without a union. */
function branchesOf(parts: readonly Part[]): readonly (readonly Source[])[] | undefined {
  for (const part of parts) {
    const name = ['oneOf', 'anyOf'].find((one) => listOf(part.schema[one]).length > 0);
    if (name === undefined) continue;
    const beside = parts.map((one) => (one === part ? { ...one, schema: without(one.schema, [name]) } : one));
    const all = listOf(part.schema[name]);
    return all.map((schema, index) => [...beside, { schema, at: below(part.at, name, index) }]);
  }
  return undefined;
}

function fieldsOf(document: JsonObject, parts: readonly Part[]): Fields {
  const said = (keyword: string, names: (value: Json | undefined) => readonly string[]) =>
    parts.flatMap(({ schema, at }) =>
      names(schema[keyword]).map((name) => ({ name, at: below(at, keyword), schema })),
    );
  const required = said('required', (value) => listOf(value).map(String));
  const all = [...said('properties', (value) => Object.keys(objectOf(value))), ...required];
  const fields = [...new Set(all.map(({ name }) => name))].map((name): [string, Field] => {
    const sources = parts.flatMap(({ schema, at }) => {
      const value = objectOf(schema.properties)[name];
      return value === undefined ? [] : [{ schema: value, at: below(at, 'properties', name) }];
    });
    const requiredAt = required.find((one) => one.name === name)?.at;
    const at = sources[0]?.at ?? requiredAt ?? '#';
    const node = sources.length > 0 ? nodeOf(document, sources) : anything(at);
    return [name, { name, place: 'field', at, requiredAt, node }];
  });
  return new Map(fields);
}

function innerOf(document: JsonObject, parts: readonly Part[]): ReadonlyMap<string, Node> {
  const marks = [
    ['[]', 'items'],
    ['{}', 'additionalProperties'],
  ] as const;
  return new Map(
    marks.flatMap(([mark, keyword]) => {
      const sources = parts.flatMap(({ schema, at }) =>
        isObject(schema[keyword]) ? [{ schema: schema[keyword], at: below(at, keyword) }] : [],
      );
      return sources.length > 0 ? [[mark, nodeOf(document, sources)] as const] : [];
    }),
  );
}

const isTelling = ({ schema }: Part) =>
  Object.keys(schema).some((name) => !/^(?:title|description|examples?|deprecated|x-.*)$/.test(name));

/** A value of which nothing is said. */
export function anything(at: string): Node {
  return nodeOf({}, [{ schema: {}, at }]);
}

/** What schemas say that hold at once. They are looked into when asked, since schemas may hold themselves. */
export function nodeOf(document: JsonObject, sources: readonly Source[]): Node {
  const at = sources.at(-1)?.at ?? '#';
  const parts = flatten(document, sources);
  const union = branchesOf(parts);
  const own = union ? [] : parts;
  const places = parts.filter(isTelling).map((part) => part.at);
  return {
    id: (places.length > 0 ? places.join(' ') : at) + (union ? ' |' : ''),
    at,
    texts: textsOf(parts),
    facts: factsOf(own),
    get fields() {
      return fieldsOf(document, own);
    },
    get inner() {
      return innerOf(document, own);
    },
    get branches() {
      return union?.map((branch) => nodeOf(document, branch));
    },
    cases: undefined,
  };
}
