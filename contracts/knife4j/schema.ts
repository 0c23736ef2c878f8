import type { Lang } from '../text.ts';
import type { Described, Json, Schema } from './document.ts';
import { isRecord, mapValueOf, memberOf } from './example.ts';
import type { Row } from './rows.ts';
import { enumOf, scalarOf } from './scalars.ts';
import type { Warn } from './warning.ts';

/** What reading rows needs to know of the page; `known` models need no rows: they stand apart, or around the row. */
export type Context = Readonly<{ lang: Lang; warn: Warn; known: ReadonlySet<string> }>;

type Example = Json | undefined;

const isArray = (cell: string) => /^(array|list|set)$/i.test(cell);
const isBareObject = (cell: string) => /^(object|jsonobject|map|-|)$/i.test(cell);

/** The schema of an example's value, one level deep; for rows that give no type. */
export function schemaOfValue(value: Example): Schema {
  if (Array.isArray(value)) return { type: 'array', items: schemaOfValue(value[0]) };
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'integer' : 'number' };
  return value === null || value === undefined ? {} : { type: typeof value };
}

/** The text of a row, in the language of its page. */
export const textsOf = ({ description }: Row, { lang }: Context): Described =>
  description === '' ? {} : { 'x-texts': { [lang]: description } };

/** Tells that an example is of another type than its row says. */
function contradict({ line, name, type }: Row, example: Example, read: string, { warn }: Context): void {
  warn(line, 'readOtherwise', { name, found: `${type}, ${schemaOfValue(example).type}`, read });
}

function scalarSchema(row: Row, schema: Schema, example: Example, context: Context): Schema {
  const { format, ...loose } = schema;
  const { type: found = schema.type } = schemaOfValue(example);
  const isDigits = format === 'date-time' && typeof example === 'string' && /^\d+$/.test(example);
  const fits = found === schema.type || (found === 'integer' && schema.type === 'number');
  if (!fits || isDigits) {
    const types = [...new Set([schema.type, found])].map(String);
    contradict(row, example, types.join(), context);
    return { ...loose, type: isDigits ? 'string' : types, 'x-original-type': row.type };
  }
  const values = enumOf(row.description, schema.type);
  if (typeof values === 'string') context.warn(row.line, 'enumNotRead', { name: row.name, text: values });
  return typeof values === 'object' ? { ...schema, enum: values } : schema;
}

function arraySchema(row: Row, example: Example, context: Context): Schema {
  const [first] = Array.isArray(example) ? example : [];
  if ((schemaOfValue(example).type ?? 'array') !== 'array') contradict(row, example, 'array', context);
  // The example may show a list of lists where the cell names the innermost model.
  const isNested = Array.isArray(first) && !isArray(row.schema);
  const inner = isNested ? row : { ...row, type: row.schema === '-' ? '' : row.schema, schema: '' };
  const isUntold = inner.type === '' && row.children.length === 0;
  return { type: 'array', items: isUntold ? schemaOfValue(first) : schemaOf(inner, first, context) };
}

/** The schema of a model, or of an object without a name. */
export function modelSchema(name: string, rows: readonly Row[], example: Example, outer: Context): Schema {
  const { warn } = outer;
  const context = { ...outer, known: new Set([...outer.known, name]) };
  const fields = new Map(rows.map((row) => [row.name, row]));
  for (const row of rows) if (fields.get(row.name) !== row) warn(row.line, 'twice', { name: row.name });
  const extras = isRecord(example) ? Object.keys(example).filter((key) => !fields.has(key)) : [];
  for (const extra of extras) warn(rows[0]?.line ?? 1, 'exampleExtra', { name: extra });
  const required = [...fields.values()].filter((row) => row.required).map((row) => row.name);
  const properties = [...fields].map(([field, row]): [string, Schema] => {
    return [field, { ...schemaOf(row, memberOf(example, field), context), ...textsOf(row, context) }];
  });
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(properties),
    ...(name !== '' && { 'x-original-name': name }),
  };
}

/** The schema of a row that is an object: a model, a map of them, or an object without known properties. */
function objectSchema(row: Row, name: string, example: Example, context: Context): Schema {
  const { line, children } = row;
  const isPlain = children.length === 0 && name === '';
  const again = (inner: Example): Schema => {
    if (isPlain) return schemaOfValue(inner);
    if (Array.isArray(inner)) return { type: 'array', items: again(inner[0]) };
    return objectSchema(row, name, inner, context);
  };
  const value = mapValueOf(example);
  if (value !== undefined) return { type: 'object', additionalProperties: again(value) };
  const found = String(schemaOfValue(example).type ?? 'object');
  const isShown = found === 'array' || (found !== 'object' && children.length === 0);
  if (found !== 'object') contradict(row, example, isShown ? found : row.type, context);
  if (isShown) return found === 'array' ? again(example) : schemaOfValue(example);
  if (isPlain) return { type: 'object' };
  const isMention = children.length === 0;
  const mention = { type: 'object', 'x-original-name': name };
  const schema = isMention ? mention : modelSchema(name, children, example, context);
  const isMap = /MapString|Map[«<]/.test(name) && !JSON.stringify(schema).includes('additionalProperties');
  if (isMention && !context.known.has(name))
    context.warn(line, 'typeUnknown', { name: row.name, schema: name });
  else if (isMap) context.warn(line, 'mapUnconfirmed', { name: row.name, schema: name });
  return schema;
}

/** The schema of a row, its example in hand. */
export function schemaOf(row: Row, example: Example, context: Context): Schema {
  const { type, schema, children, line, name, cut } = row;
  if (isArray(type)) return arraySchema(row, example, context);
  const scalar = children.length === 0 ? scalarOf(type) : undefined;
  if (scalar) return scalarSchema(row, scalar, example, context);
  const model = isBareObject(schema) ? type : schema;
  const isObject = children.length > 0 || model !== '' || schema !== '';
  if (isObject) return objectSchema(row, isBareObject(model) ? '' : model, example, context);
  if (!cut && schemaOfValue(example).type === undefined) context.warn(line, 'typeUnknown', { name, schema });
  return schemaOfValue(example);
}
