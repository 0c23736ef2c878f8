/** JSON as it is parsed, and JSON Pointers into it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value is an object, arrays aside. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a value is; an empty one for anything else. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** The list that a value is; an empty one for anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : [];
}

/** The text that a value is, unless it is blank. */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** The value as text that is the same for equal values: keys in order. */
export function stable(value: Json): string {
  const sorted = (_key: string, one: Json) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one;
  return JSON.stringify(value, sorted);
}

/** The pointer of what stands below another, as a URI fragment with its text readable. */
export function below(pointer: string, ...keys: readonly (string | number)[]): string {
  const steps = keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return pointer + steps.join('');
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** What a pointer such as `#/components/schemas/A` leads to, and the one way to write it. */
export function lookup(
  document: JsonObject,
  pointer: string,
): { readonly value?: Json; readonly at: string } {
  if (!/^#(?:\/|$)/.test(pointer)) return { at: pointer };
  const steps = pointer.split('/').slice(1);
  const keys = steps.map((step) => decoded(step).replaceAll('~1', '/').replaceAll('~0', '~'));
  let value: Json | undefined = document;
  for (const key of keys) {
    const list = listOf(value);
    const object = objectOf(value);
    value = list.length > 0 ? list[Number(key)] : Object.hasOwn(object, key) ? object[key] : undefined;
  }
  return { at: below('#', ...keys), ...(value === undefined ? {} : { value }) };
}

/** An object of the document, and where it stands. */
export interface Found {
  readonly value: JsonObject;
  readonly at: string;
}

/** The object at a place, its references followed; safe for cycles. */
export function follow(document: JsonObject, value: Json | undefined, at: string): Found {
  let found = { value: objectOf(value), at };
  for (let steps = 0; steps < 100 && typeof found.value.$ref === 'string'; steps += 1) {
    const target = lookup(document, found.value.$ref);
    found = { value: objectOf(target.value), at: target.at };
  }
  return found;
}
