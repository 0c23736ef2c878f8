import { keysOf, pointerOf } from './json.ts';

/** The part of a JSON Schema that this toolkit itself walks; ajv takes the whole. */
export interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
  /** The field may be missing from an answer without that being drift. */
  readonly 'x-may-be-absent'?: boolean;
}

/** A documented business code; `schema` is the component of its answer, where that is not the one of success. */
export interface BusinessCode {
  readonly code: number | string;
  readonly schema?: string;
  readonly outcome?: string;
}

/** One operation, with what OpenAPI has no keyword for. */
export interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly 'x-business-codes'?: readonly BusinessCode[];
  /** The component of the answer to any other business code. */
  readonly 'x-other-codes'?: string;
}

/** An OpenAPI 3.1 description. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** An operation and where it stands. */
export interface Place {
  readonly pointer: string;
  readonly operation: Operation;
}

/** All operations of a description. */
export function operationsOf({ paths }: Description): Place[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      pointer: pointerOf('paths', path, method),
      operation,
    })),
  );
}

function component(name: string): string {
  return pointerOf('components', 'schemas', name);
}

/**
 * JSON Pointers of the schemas of an operation's answers by outcome: `success`, each business code, `other` for
 * the codes that are not documented, and each further HTTP status that has a body.
 */
export function answerPointers({ pointer, operation }: Place): ReadonlyMap<string, string> {
  const codes = operation['x-business-codes'] ?? [];
  const found = new Map<string, string>();
  for (const [status, { content = {} }] of Object.entries(operation.responses)) {
    const [media] = Object.keys(content);
    if (media === undefined) continue;
    const isUnion = content[media]?.schema.oneOf !== undefined && codes.length > 0;
    const at = pointerOf('responses', status, 'content', media, 'schema', ...(isUnion ? ['oneOf', 0] : []));
    const isSuccess = status.startsWith('2') && !found.has('success');
    found.set(isSuccess ? 'success' : status, pointer + at);
  }
  for (const { code, schema, outcome } of codes) {
    const at = schema ? component(schema) : outcome === 'success' ? found.get('success') : undefined;
    if (at) found.set(String(code), at);
  }
  const other = operation['x-other-codes'];
  if (other) found.set('other', component(other));
  return found;
}

/** JSON Pointer of the schema of an operation's request body; `undefined` when it takes none. */
export function requestPointer({ pointer, operation }: Place): string | undefined {
  const [media] = Object.keys(operation.requestBody?.content ?? {});
  return media && pointer + pointerOf('requestBody', 'content', media, 'schema');
}

/** The schema at a JSON Pointer; empty when there is none. */
export function schemaAt(description: Description, pointer: string): Schema {
  let node: unknown = description;
  for (const key of keysOf(pointer)) {
    const members: Readonly<Record<string, unknown>> = Object(node);
    node = Object.hasOwn(members, key) ? members[key] : undefined;
  }
  return Object(node);
}

/** Pointers of all schemas that a value at this one must keep: itself, what it refers to, its `allOf`. */
export function together(description: Description, pointer: string): string[] {
  const { $ref, allOf = [] } = schemaAt(description, pointer);
  const parts = allOf.flatMap((_, i) => together(description, `${pointer}/allOf/${i}`));
  return [pointer, ...($ref ? together(description, decodeURI($ref.slice(1))) : []), ...parts];
}
