import { type Facts, factsOf, type Part } from './facts.ts';
import { below, type Found, isObject, type Json, type JsonObject, listOf, lookup, objectOf } from './json.ts';
import { textsOf } from './texts.ts';

/** What has a name: a field, a parameter, a header, the body; a media type, an HTTP status, a business code. */
export interface Field {
  readonly name: string;
  /** `field`, `query`, `header`, `status` and so on. */
  readonly place: string;
  readonly at: string;
  /** Where it is said that the field must be there. */
  readonly requiredAt?: string | undefined;
  readonly node: Node;
}

/** What is said of a value, however it was written: references, `allOf`, order and component names are gone. */
export interface Node {
  /** The places where it is written, references aside: equal for all uses of one component. */
  readonly id: string;
  readonly at: string;
  readonly texts: Facts;
  readonly facts: Facts;
  /** Fields by the name under which they are found again. */
  readonly fields: ReadonlyMap<string, Field>;
  /** What a list or a map holds, by `[]` and `{}`. */
  readonly inner: ReadonlyMap<string, Node>;
  /** The alternatives of a union; all else is said in each of them. */
  readonly branches: readonly Node[] | undefined;
  /** Of the answer under a code that is only listed: it may be like any other. */
  readonly isUnknown?: true;
}

/** A schema as it stands in the document. */
type Source = Found<Json | undefined> & { readonly orNull?: boolean };

const isNull = (schema: Json) => isObject(schema) && schema.type === 'null';

function without(schema: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));
}

/** What stands under a keyword in each of the parts that have it. */
function under(parts: readonly Part[], ...keywords: readonly string[]): readonly Found<Json>[] {
  return parts.flatMap(({ value, at }) => {
    const found = lookup(value, below('#', ...keywords));
    return found.value === undefined ? [] : [{ value: found.value, at: below(at, ...keywords) }];
  });
}

/** Schemas with their references, `allOf` and unions with null only, as a flat list; safe for cycles. */
function flatten(document: JsonObject, sources: readonly Source[]): readonly Part[] {
  const parts = new Map<string, Part>();
  const add = ({ value, at, ...outer }: Source) => {
    if (!isObject(value) || parts.has(at)) return;
    const unions = ['oneOf', 'anyOf'].filter(
      (name) => listOf(value[name]).filter((one) => !isNull(one)).length === 1,
    );
    const lists = ['allOf', ...unions];
    const orNull =
      outer.orNull || value.nullable === true || lists.some((name) => listOf(value[name]).some(isNull));
    parts.set(at, { value: without(value, ['$ref', ...lists]), at, orNull });
    if (typeof value.$ref === 'string') add({ ...lookup(document, value.$ref), orNull });
    for (const name of lists)
      for (const [index, one] of listOf(value[name]).entries())
        if (!isNull(one)) add({ value: one, at: below(at, name, index), orNull });
  };
  for (const source of sources) add(source);
  return [...parts.values()];
}

/** The alternatives of the first union, each with all that holds beside it; `undefined` without a union. */
function branchesOf(parts: readonly Part[]): readonly (readonly Source[])[] | undefined {
  const [union] = [...under(parts, 'oneOf'), ...under(parts, 'anyOf')];
  if (!union) return undefined;
  const beside = parts.map((one) => ({ ...one, value: without(one.value, ['oneOf', 'anyOf']) }));
  return listOf(union.value).map((value, index) => [...beside, { value, at: below(union.at, index) }]);
}

function fieldsOf(document: JsonObject, parts: readonly Part[]): Node['fields'] {
  const required = under(parts, 'required').toReversed();
  const requiredAt = new Map(
    required.flatMap(({ value, at }) => listOf(value).map((name) => [String(name), at])),
  );
  const properties = under(parts, 'properties').flatMap(({ value }) => Object.keys(objectOf(value)));
  const fields = [...properties, ...requiredAt.keys()].map((name): [string, Field] => {
    const sources = under(parts, 'properties', name);
    const at = sources[0]?.at ?? requiredAt.get(name) ?? '#';
    const node = sources.length > 0 ? nodeOf(document, sources) : anything(at);
    return [name, { name, place: 'field', at, requiredAt: requiredAt.get(name), node }];
  });
  return new Map(fields);
}

/** What a list or a map holds; a closed object holds no other fields. */
function innerOf(document: JsonObject, parts: readonly Part[], facts: Facts): Node['inner'] {
  const nodes = (mark: string, type: string, keyword: string) =>
    facts.get('type')?.words.includes(type) && !facts.has(keyword)
      ? [[mark, nodeOf(document, under(parts, keyword))] as const]
      : [];
  return new Map([...nodes('[]', 'array', 'items'), ...nodes('{}', 'object', 'additionalProperties')]);
}

const isTelling = ({ value }: Part) =>
  Object.keys(value).some((name) => !/^(?:title|description|examples?|deprecated|x-.*)$/.test(name));

/** A value of which nothing is said. */
export const anything = (at: string): Node => nodeOf({}, [{ value: {}, at }]);

/** What schemas say that hold at once. They are looked into when asked, since schemas may hold themselves. */
export function nodeOf(document: JsonObject, sources: readonly Source[]): Node {
  const at = sources.at(-1)?.at ?? '#';
  const parts = flatten(document, sources);
  const union = branchesOf(parts);
  const own = union ? [] : parts;
  const facts = factsOf(own);
  const places = parts.filter(isTelling).map((part) => part.at);
  return {
    id: (places.length > 0 ? places.join(' ') : at) + (union ? ' |' : ''),
    at,
    texts: textsOf(parts),
    facts,
    get fields() {
      return fieldsOf(document, own);
    },
    get inner() {
      return innerOf(document, own, facts);
    },
    get branches() {
      return union?.map((branch) => nodeOf(document, branch));
    },
  };
}
