import { below, isObject, type Json, type JsonObject, listOf, lookup } from './json.ts';

/** One of the schemas that hold at once for a value. */
export interface Part {
  readonly schema: JsonObject;
  readonly at: string;
  /** Whether null is allowed beside what the schema says. */
  readonly orNull: boolean;
}

/** A schema as it stands in the document. */
export interface Source {
  readonly schema: Json | undefined;
  readonly at: string;
  readonly orNull?: boolean;
}

const unions = ['oneOf', 'anyOf'] as const;

function isNull(schema: Json): boolean {
  return isObject(schema) && schema.type === 'null';
}

/** The one schema of a union that only adds null to it. */
function loneBranch(list: readonly Json[]): number | undefined {
  const branches = list.flatMap((one, index) => (isNull(one) ? [] : [index]));
  return branches.length === 1 ? branches[0] : undefined;
}

function without(schema: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)));
}

/** Sources with their references, `allOf` and unions with null only, as a flat list; safe for cycles. */
export function flatten(document: JsonObject, sources: readonly Source[]): Part[] {
  const seen = new Set<string>();
  const parts: Part[] = [];
  const add = (schema: Json | undefined, at: string, outerNull: boolean) => {
    if (seen.has(at)) return;
    seen.add(at);
    if (schema === false) parts.push({ schema: { enum: [] }, at, orNull: false });
    if (!isObject(schema)) return;
    const orNull = outerNull || schema.nullable === true;
    const lone = unions.filter((name) => loneBranch(listOf(schema[name])) !== undefined);
    parts.push({ schema: without(schema, ['$ref', 'allOf', ...lone]), at, orNull });
    if (typeof schema.$ref === 'string') {
      const target = lookup(document, schema.$ref);
      add(target.value, target.at, orNull);
    }
    for (const [index, one] of listOf(schema.allOf).entries()) add(one, below(at, 'allOf', index), orNull);
    for (const name of lone) {
      const list = listOf(schema[name]);
      const index = loneBranch(list) ?? 0;
      add(list[index], below(at, name, index), orNull || list.length > 1);
    }
  };
  for (const { schema, at, orNull = false } of sources) add(schema, at, orNull);
  return parts;
}

/** The alternatives of the first union, each with all that holds beside it; `undefined` without a union. */
export function alternatives(parts: readonly Part[]): readonly (readonly Source[])[] | undefined {
  for (const part of parts) {
    const name = unions.find((one) => listOf(part.schema[one]).length > 0);
    if (name === undefined) continue;
    const beside = parts.map((one) => (one === part ? { ...one, schema: without(one.schema, [name]) } : one));
    return listOf(part.schema[name]).map((schema, index) => [
      ...beside,
      { schema, at: below(part.at, name, index) },
    ]);
  }
  return undefined;
}
