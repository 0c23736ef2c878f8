import type { Lang } from '../text.ts';
import type { Json, Schema, Texts } from './document.ts';
import { enumOf } from './enum.ts';
import { isRecord, mapValueOf, memberOf } from './example.ts';
import type { Row } from './rows.ts';
import { isArray, isBareObject, scalarOf } from './type-cell.ts';
import type { Warn } from './warning.ts';

/**
 * What rows say about a value, before models become components. `again` names a model whose rows stand elsewhere:
 * around this one, or apart.
 */
export type Shape =
  | { readonly kind: 'plain'; readonly schema: Schema }
  | { readonly kind: 'array' | 'map'; readonly of: Shape }
  | { readonly kind: 'model'; readonly name: string; readonly fields: readonly Field[] }
  | { readonly kind: 'again'; readonly name: string };

export interface Field {
  readonly name: string;
  readonly line: number;
  readonly required: boolean;
  readonly texts: Texts;
  readonly shape: Shape;
}

/** What reading rows needs to know of the page around them. */
export interface Context {
  readonly lang: Lang;
  readonly warn: Warn;
  /** Models printed apart from the rows that use them. */
  readonly models: ReadonlyMap<string, readonly Row[]>;
  /** Names of the models around the row at hand. */
  readonly around: readonly string[];
}

const anything: Shape = { kind: 'plain', schema: {} };

function typeOf(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'object' ? 'object' : typeof value;
}

/** The shape of an example's value, one level deep; for rows that give no type. */
function shapeOfValue(value: Json | undefined): Shape {
  const type = typeOf(value);
  if (Array.isArray(value)) return { kind: 'array', of: shapeOfValue(value[0]) };
  return type === undefined ? anything : { kind: 'plain', schema: { type } };
}

function fits(declared: string, found: string): boolean {
  return declared === found || (declared === 'number' && found === 'integer');
}

function scalarShape(row: Row, schema: Schema, hint: Json | undefined, { warn }: Context): Shape {
  const declared = String(schema.type);
  const found = typeOf(hint);
  if (found === undefined || (fits(declared, found) && !isDigitsForDate(schema, hint)))
    return withEnum(row, schema, warn);
  const merged = { ...schema, type: [...new Set([declared, found])], 'x-original-type': row.type };
  const { format: _, ...loose } = merged;
  warn(row.line, 'typeContradiction', {
    name: row.name,
    declared: row.type,
    found,
    read: merged.type.join(' | '),
  });
  return { kind: 'plain', schema: merged.type.length === 1 ? { ...loose, type: declared } : loose };
}

function isDigitsForDate(schema: Schema, hint: Json | undefined): boolean {
  return schema.format === 'date-time' && typeof hint === 'string' && /^\d+$/.test(hint);
}

function withEnum(row: Row, schema: Schema, warn: Warn): Shape {
  const found = enumOf(row.description, schema.type);
  if (found && !found.values)
    warn(row.line, 'enumNotRead', { name: row.name, text: found.text.slice(0, 60) });
  return { kind: 'plain', schema: found?.values ? { ...schema, enum: found.values } : schema };
}

/** The shape of a row, its example in hand. */
export function shapeOf(row: Row, hint: Json | undefined, context: Context): Shape {
  const unknown = row.type === '' && row.schema === '' && row.children.length === 0;
  if (row.cut || unknown) {
    if (!row.cut && typeOf(hint) === undefined) context.warn(row.line, 'typeUnknown', { name: row.name });
    return row.children.length > 0 ? objectShape(row, '', hint, context) : shapeOfValue(hint);
  }
  if (isArray(row.type)) return { kind: 'array', of: itemShape(row, hint, context) };
  const scalar = row.children.length === 0 ? scalarOf(row.type) : undefined;
  if (scalar) return scalarShape(row, scalar, hint, context);
  return objectShape(row, isBareObject(row.schema) ? row.type : row.schema, hint, context);
}

function itemShape(row: Row, hint: Json | undefined, context: Context): Shape {
  const list = Array.isArray(hint) ? hint : [];
  const found = typeOf(hint);
  if (found !== undefined && found !== 'array') {
    context.warn(row.line, 'typeContradiction', {
      name: row.name,
      declared: row.type,
      found,
      read: row.type,
    });
  }
  const [first] = list;
  if (Array.isArray(first) || isArray(row.schema)) {
    const inner = Array.isArray(first) ? first[0] : undefined;
    const model = isArray(row.schema) ? '' : row.schema;
    const of = row.children.length > 0 ? objectShape(row, model, inner, context) : shapeOfValue(inner);
    return { kind: 'array', of };
  }
  const schema = row.schema === '-' ? '' : row.schema;
  const scalar = row.children.length === 0 ? scalarOf(schema) : undefined;
  if (scalar) return withEnum(row, scalar, context.warn);
  if (schema === '' && row.children.length === 0) return shapeOfValue(first);
  return objectShape({ ...row, type: 'object', schema }, schema, first, context);
}

function hasMap(shape: Shape): boolean {
  if ('of' in shape) return shape.kind === 'map' || hasMap(shape.of);
  return shape.kind === 'model' && shape.fields.some((field) => hasMap(field.shape));
}

/** The shape of a row that is an object: a model, a map of them, or an object without known properties. */
export function objectShape(row: Row, model: string, hint: Json | undefined, context: Context): Shape {
  const { warn } = context;
  const name = isBareObject(model) ? '' : model;
  const rows = row.children;
  const value = mapValueOf(hint);
  if (name !== '' && rows.length === 0 && (context.around.includes(name) || context.models.has(name))) {
    const again: Shape = { kind: 'again', name };
    return value === undefined ? again : { kind: 'map', of: again };
  }
  if (value !== undefined) {
    if (rows.length === 0) return { kind: 'map', of: shapeOfValue(value) };
    const of = Array.isArray(value) ? value[0] : value;
    const one: Shape = modelShape(name, rows, of, context);
    return { kind: 'map', of: Array.isArray(value) ? { kind: 'array', of: one } : one };
  }
  const found = typeOf(hint);
  if (found !== undefined && found !== 'object') {
    const shape: Shape = rows.length === 0 ? shapeOfValue(hint) : modelShape(name, rows, undefined, context);
    const isList = Array.isArray(hint);
    const read = rows.length > 0 && !isList ? row.type : found;
    warn(row.line, 'typeContradiction', { name: row.name, declared: row.type, found, read });
    return rows.length > 0 && isList
      ? { kind: 'array', of: modelShape(name, rows, hint[0], context) }
      : shape;
  }
  const shape = rows.length > 0 ? modelShape(name, rows, hint, context) : undefined;
  if (/MapString|Map«|Map</.test(model) && !(shape && hasMap(shape))) {
    warn(row.line, 'mapUnconfirmed', { name: row.name, schema: model });
  }
  if (shape) return shape;
  if (name === '') return { kind: 'plain', schema: { type: 'object' } };
  warn(row.line, 'modelWithoutRows', { name: row.name, schema: name });
  return { kind: 'plain', schema: { type: 'object', 'x-original-name': name } };
}

/** A model of these rows. */
export function modelShape(
  name: string,
  rows: readonly Row[],
  hint: Json | undefined,
  outer: Context,
): Shape {
  const context = { ...outer, around: name === '' ? outer.around : [...outer.around, name] };
  const { warn, lang } = context;
  const fields = new Map<string, Field>();
  for (const row of rows) {
    if (fields.has(row.name)) warn(row.line, 'duplicateName', { name: row.name });
    const shape = shapeOf(row, memberOf(hint, row.name), context);
    const texts = row.description === '' ? {} : { [lang]: row.description };
    fields.set(row.name, { name: row.name, line: row.line, required: row.required, texts, shape });
  }
  for (const extra of isRecord(hint) ? Object.keys(hint) : []) {
    if (!fields.has(extra)) warn(rows[0]?.line ?? 1, 'exampleExtra', { name: extra });
  }
  return { kind: 'model', name, fields: [...fields.values()] };
}
