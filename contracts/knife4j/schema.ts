import type { Lang } from '../text.ts';
import type { Described, Json, Schema } from './document.ts';
import { isRecord, mapValueOf, memberOf } from './example.ts';
import type { Row } from './rows.ts';
import { enumOf, isArray, isBareObject, scalarOf } from './scalars.ts';
import type { Warn } from './warning.ts';

/** What reading rows needs to know of the page around them. */
export interface Context {
  readonly lang: Lang;
  readonly warn: Warn;
  /** Names of the models that need no rows here: those printed apart, and those around the row at hand. */
  readonly known: ReadonlySet<string>;
}

type Example = Json | undefined;

function typeOf(value: Example): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** The schema of an example's value, one level deep; for rows that give no type. */
export function schemaOfValue(value: Example): Schema {
  const type = typeOf(value);
  if (Array.isArray(value)) return { type: 'array', items: schemaOfValue(value[0]) };
  return type === undefined ? {} : { type };
}

/** The text of a row, in the language of its page. */
export function textsOf({ description }: { readonly description: string }, { lang }: Context): Described {
  return description === '' ? {} : { 'x-texts': { [lang]: description } };
}

function scalarSchema(row: Row, schema: Schema, example: Example, { warn }: Context): Schema {
  const { name, line } = row;
  const found = typeOf(example);
  const isDigits = schema.format === 'date-time' && typeof example === 'string' && /^\d+$/.test(example);
  const fits = found === undefined || found === schema.type || `${found} ${schema.type}` === 'integer number';
  if (fits && !isDigits) {
    const values = enumOf(row.description, schema.type);
    if (typeof values === 'string') warn(line, 'enumNotRead', { name, text: values.slice(0, 60) });
    return typeof values === 'object' ? { ...schema, enum: values } : schema;
  }
  const type = fits ? String(schema.type) : [String(schema.type), found];
  warn(line, 'readOtherwise', { name, found: `${row.type}, ${found}`, read: String(type) });
  const { format: _, ...loose } = schema;
  return { ...loose, type, 'x-original-type': row.type };
}

function arraySchema(row: Row, example: Example, context: Context): Schema {
  if ((typeOf(example) ?? 'array') !== 'array') contradict(row, example, 'array', context);
  const [first] = Array.isArray(example) ? example : [];
  const item = row.schema === '-' ? '' : row.schema;
  const isNested = Array.isArray(first) && !isArray(item);
  const inner = isNested ? { ...row, schema: item } : { ...row, type: item, schema: '' };
  return { type: 'array', items: schemaOf(inner, first, context) };
}

function contradict(row: Row, example: Example, read: string, { warn }: Context): void {
  warn(row.line, 'readOtherwise', { name: row.name, found: `${row.type}, ${typeOf(example)}`, read });
}

/** The schema of a model, or of an object without a name. */
export function modelSchema(name: string, rows: readonly Row[], example: Example, outer: Context): Schema {
  const { warn } = outer;
  const context = { ...outer, known: new Set([...outer.known, name]) };
  const byName = new Map(rows.map((row) => [row.name, row]));
  for (const row of rows) if (byName.get(row.name) !== row) warn(row.line, 'twice', { name: row.name });
  for (const extra of isRecord(example) ? Object.keys(example) : []) {
    if (!byName.has(extra)) warn(rows[0]?.line ?? 1, 'exampleExtra', { name: extra });
  }
  const required = rows.filter((row) => byName.get(row.name) === row && row.required);
  const properties = [...byName.values()].map((row) => {
    const schema = schemaOf(row, memberOf(example, row.name), context);
    return [row.name, { ...schema, ...textsOf(row, context) }] as const;
  });
  return {
    type: 'object',
    ...(required.length > 0 ? { required: required.map((row) => row.name) } : {}),
    properties: Object.fromEntries(properties),
    ...(name === '' ? {} : { 'x-original-name': name }),
  };
}

/** The schema of a row that is an object: a model, a map of them, or an object without known properties. */
function objectSchema(row: Row, name: string, example: Example, context: Context): Schema {
  const { line, children } = row;
  const value = mapValueOf(example);
  const isPlain = children.length === 0 && name === '';
  const again = (inner: Example): Schema =>
    Array.isArray(inner) && !isPlain
      ? { type: 'array', items: again(inner[0]) }
      : isPlain
        ? schemaOfValue(inner)
        : objectSchema(row, name, inner, context);
  if (value !== undefined) return { type: 'object', additionalProperties: again(value) };
  const found = typeOf(example) ?? 'object';
  if (found !== 'object') {
    const isShown = children.length === 0 || found === 'array';
    contradict(row, example, isShown ? found : row.type, context);
    if (isShown) return again(example);
  }
  const schema: Schema =
    children.length > 0
      ? modelSchema(name, children, example, context)
      : { type: 'object', ...(name === '' ? {} : { 'x-original-name': name }) };
  if (children.length === 0 && name !== '' && !context.known.has(name)) {
    context.warn(line, 'typeUnknown', { name: row.name, schema: name });
  } else if (/MapString|Map[«<]/.test(name) && !JSON.stringify(schema).includes('additionalProperties')) {
    context.warn(line, 'mapUnconfirmed', { name: row.name, schema: name });
  }
  return schema;
}

/** The schema of a row, its example in hand. */
export function schemaOf(row: Row, example: Example, context: Context): Schema {
  const { type, schema, children } = row;
  if (isArray(type)) return arraySchema(row, example, context);
  const scalar = children.length === 0 ? scalarOf(type) : undefined;
  if (scalar) return scalarSchema(row, scalar, example, context);
  if (children.length > 0 || type !== '' || schema !== '') {
    const name = isBareObject(schema) ? type : schema;
    return objectSchema(row, isBareObject(name) ? '' : name, example, context);
  }
  if (!row.cut && typeOf(example) === undefined) {
    context.warn(row.line, 'typeUnknown', { name: row.name, schema: '' });
  }
  return schemaOfValue(example);
}
