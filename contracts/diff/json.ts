import { isRecord, pointerOf } from '../json.ts';

/** JSON as it is parsed, and JSON Pointers into it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** A value of a document, and where it stands. */
export interface Found<Value = JsonObject> {
  readonly value: Value;
  readonly at: string;
}

/** Whether a value is an object, arrays aside. */
export function isObject(value: Json | undefined): value is JsonObject {
  return isRecord(value);
}

/** The object that a value is; an empty one for anything else. */
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

/** The list that a value is; an empty one for anything else. */
export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** The value as text that is the same for equal values: keys in order. */
export function stable(value: Json): string {
  const sorted = (_key: string, one: Json) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one;
  return JSON.stringify(value, sorted);
}

/** The pointer of what stands below another, as a URI fragment with its text readable. */
export function below(pointer: string, ...keys: readonly (string | number)[]): string {
  return pointer + pointerOf(...keys);
}

/** What a pointer such as `#/components/schemas/A` leads to, and the one way to write it. */
export function lookup(document: JsonObject, pointer: string): Found<Json | undefined> {
  if (!/^#(?:\/|$)/.test(pointer)) return { value: undefined, at: pointer };
  const steps = pointer.split('/').slice(1);
  const decoded = steps.map((step) => step.replace(/(?:%[\da-f]{2})+/gi, decodeURIComponent));
  const keys = decoded.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  let value: Json | undefined = document;
  for (const key of keys) {
    const object = objectOf(value);
    value = Object.hasOwn(object, key) ? object[key] : listOf(value)[Number(key)];
  }
  return { value, at: below('#', ...keys) };
}

/** The object at a place, its references followed; safe for cycles. */
export function follow(document: JsonObject, value: Json | undefined, at: string): Found {
  let found = { value: objectOf(value), at };
  for (let steps = 0; steps < 100 && typeof found.value.$ref === 'string'; steps += 1) {
    const target = lookup(document, found.value.$ref);
    found = { ...target, value: objectOf(target.value) };
  }
  return found;
}
