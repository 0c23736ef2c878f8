import { type Description, schemaAt, together } from './description.ts';
import { pointerOf } from './json.ts';

/** Where a value and its schema part ways without the schema being broken. */
export interface Difference {
  readonly kind: 'undocumented' | 'vanished';
  /** JSON Pointer into the value: of the undocumented field, or of the object that lacks one. */
  readonly at: string;
  readonly field: string;
  /** JSON type of an undocumented field. */
  readonly type: string;
  /** JSON Pointer into the description: of the schema that documents the object's fields. */
  readonly schema: string;
}

/** What schemas that hold together, by `$ref` and `allOf`, say of the parts of a value: pointers to their schemas. */
interface Outline {
  readonly owner: string | undefined;
  readonly fields: ReadonlyMap<string, { readonly schemas: readonly string[] }>;
  /** Fields that should be there, and the schema that says so. */
  readonly expected: readonly { readonly field: string; readonly schema: string }[];
  readonly elements: readonly string[];
  /** Schemas of the values of a declared map; fields of an open one are nobody's business. */
  readonly values: readonly string[];
  readonly isMap: boolean;
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function outlineOf(description: Description, pointers: readonly string[]): Outline {
  const fields = new Map<string, { schemas: string[]; mayBeAbsent: boolean }>();
  const schemas = pointers.flatMap((pointer) => together(description, pointer));
  const entries = schemas.map((pointer) => ({ pointer, schema: schemaAt(description, pointer) }));
  const required = new Set(entries.flatMap(({ schema }) => schema.required ?? []));
  for (const { pointer, schema } of entries) {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      // Without a required field the schema is broken, which is more than drift.
      const known = fields.get(name) ?? { schemas: [], mayBeAbsent: required.has(name) };
      known.schemas.push(pointer + pointerOf('properties', name));
      known.mayBeAbsent ||= field['x-may-be-absent'] === true;
      fields.set(name, known);
    }
  }
  const expected = [...fields]
    .filter(([, { mayBeAbsent }]) => !mayBeAbsent)
    .map(([field, { schemas }]) => ({
      field,
      schema: schemas[0]?.slice(0, -pointerOf('properties', field).length) ?? '',
    }));
  return {
    owner: entries.find(({ schema }) => schema.properties)?.pointer,
    fields,
    expected,
    elements: entries.flatMap(({ pointer, schema }) => (schema.items ? [`${pointer}/items`] : [])),
    values: entries.flatMap(({ pointer, schema }) =>
      typeof schema.additionalProperties === 'object' ? [`${pointer}/additionalProperties`] : [],
    ),
    isMap: entries.some(({ schema }) => Boolean(schema.additionalProperties)),
  };
}

/**
 * Finds the fields of a value that its schema does not know, and documented ones that are absent, at any depth.
 * A schema without `properties` leaves its fields open; so does a declared map, whose values are looked into.
 * Every answer under load is walked: what is there and known costs no text.
 */
export function differencesFrom(
  description: Description,
): (schema: string, value: unknown) => readonly Difference[] {
  const outlines = new Map<string, Outline>();
  const outlinesOfLists = new WeakMap<readonly string[], Outline>();
  const outlineAt = (pointers: readonly string[]): Outline => {
    const known = outlinesOfLists.get(pointers);
    if (known) return known;
    const key = pointers.join(' ');
    const outline = outlines.get(key) ?? outlineOf(description, pointers);
    outlines.set(key, outline);
    outlinesOfLists.set(pointers, outline);
    return outline;
  };
  const roots = new Map<string, readonly string[]>();
  return (schema, value) => {
    const found: Difference[] = [];
    /** Keys from the root to the value at hand. */
    const path: (string | number)[] = [];
    const walkInto = (key: string | number, pointers: readonly string[], member: unknown) => {
      if (typeof member !== 'object' || member === null || pointers.length === 0) return;
      path.push(key);
      walk(pointers, member);
      path.pop();
    };
    const walk = (pointers: readonly string[], whole: object) => {
      const { owner, fields, expected, elements, values, isMap } = outlineAt(pointers);
      if (Array.isArray(whole)) {
        for (let i = 0; i < whole.length; i++) walkInto(i, elements, whole[i]);
        return;
      }
      for (const [field, member] of Object.entries(whole)) {
        const known = fields.get(field)?.schemas ?? (isMap ? values : undefined);
        if (known) walkInto(field, known, member);
        else if (owner) {
          const at = pointerOf(...path, field);
          found.push({ kind: 'undocumented', at, field, type: jsonType(member), schema: owner });
        }
      }
      for (const { field, schema } of expected) {
        if (!Object.hasOwn(whole, field))
          found.push({ kind: 'vanished', at: pointerOf(...path), field, type: '', schema });
      }
    };
    const root = roots.get(schema) ?? [schema];
    roots.set(schema, root);
    if (typeof value === 'object' && value !== null) walk(root, value);
    return found;
  };
}
