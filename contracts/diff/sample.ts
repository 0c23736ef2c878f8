import { compareContracts } from './compare.ts';
import type { Json, JsonObject } from './json.ts';

// Small contracts for tests, and what a comparison says of them.

export const callers = 'breaking for callers';
export const service = 'breaking for the service';

export interface Parts {
  readonly request?: Json;
  readonly answer?: Json;
  readonly operation?: JsonObject;
  readonly schemas?: JsonObject;
  readonly path?: string;
  readonly root?: JsonObject;
}

/** Content of one media type. */
export const json = (schema: Json): JsonObject => ({ 'application/json': { schema } });

/** A description of one operation with these schemas. */
export function contract({ request, answer, operation, schemas = {}, path = '/a', root }: Parts): JsonObject {
  const post = {
    ...(request === undefined ? {} : { requestBody: { content: json(request) } }),
    responses: { 200: { description: 'OK', ...(answer === undefined ? {} : { content: json(answer) }) } },
    ...operation,
  };
  return { openapi: '3.1.0', paths: { [path]: { post } }, components: { schemas }, ...root };
}

/** An object with the field `x`. */
export const field = (schema: Json): JsonObject => ({ type: 'object', properties: { x: schema } });
/** An object with these fields, some of them required. */
export const object = (fields: JsonObject, ...required: string[]): JsonObject => ({
  type: 'object',
  properties: fields,
  required,
});
export const text = { type: 'string' };
export const number = { type: 'integer' };
export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** Class, kind and name of every change. */
export const told = (old: JsonObject, now: JsonObject) =>
  compareContracts(old, now).map((one) => [one.class, one.kind, one.params.name]);

/** Two alternatives. */
export const union = { oneOf: [object({ a: text }), object({ b: text })] };
