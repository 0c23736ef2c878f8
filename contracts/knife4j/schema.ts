import type { Lang } from '../text.ts';
import type { Described, Json, Schema } from './document.ts';
import { isRecord, mapValueOf, memberOf } from './example.ts';
import type { Row } from './rows.ts';
import { enumOf, scalarOf } from './scalars.ts';
import type { Warn } from './warning.ts';

/** What reading rows needs to know of the page around them. */
export interface Context {
  readonly lang: Lang;
  readonly warn: Warn;
  /** Names of the models that need no rows here: those printed apart, and those around the row at hand. */
  readonly known: ReadonlySet<string>;
}

type Example = Json | undefined;

const isArray = (cell: string) => /^(array|list|set)$/i.test(cell);
const isBareObject = (cell: string) => /^(object|jsonobject|map|-|)$/i.test(cell);

function typeOf(value: Example): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return Array.isArray(value) ? 'array' : value === null || value === undefined ? undefined : typeof value;
}

/** The schema of an example's value, one level deep; for rows that give no type. */
export function schemaOfValue(value: Example): Schema {
  if (Array.isArray(value)) return { type: 'array', items: schemaOfValue(value[0]) };
  const type = typeOf(value);
  return type === undefined ? {} : { type };
}

/** The text of a row, in the language of its page. */
export function textsOf({ description }: Pick<Row, 'description'>, { lang }: Context): Described {
  return description === '' ? {} : { 'x-texts': { [lang]: description } };
}

function scalarSchema(row: Row, schema: Schema, example: Example, { warn }: Context): Schema {
  const { name, line } = row;
  const { format, ...loose } = schema;
  const found = typeOf(example) ?? schema.type;
  const isDigits = format === 'date-time' && typeof example === 'string' && /^\d+$/.test(example);
  const fits = found === schema.type || (found === 'integer' && schema.type === 'number');
  if (fits && !isDigits) {
    const values = enumOf(row.description, schema.type);
    if (typeof values === 'string') warn(line, 'enumNotRead', { name, text: values });
    return typeof values === 'object' ? { ...schema, enum: values } : schema;
  }
  const types = [...new Set([schema.type, found])].map(String);
  warn(line, 'readOtherwise', { name, found: `${row.type}, ${found}`, read: types.join() });
  return { ...loose, type: fits ? String(found) : types, 'x-original-type': row.type };
}

function arraySchema(row: Row, example: Example, context: Context): Schema {
  if (example !== undefined && example !== null && !Array.isArray(example))
    contradict(row, example, 'array', context);
  const [first] = Array.isArray(example) ? example : [];
  const item = row.schema === '-' ? '' : row.schema;
  // The example may show a list of lists where the cell names the innermost model.
  const isNested = Array.isArray(first) && !isArray(item);
  const inner = isNested ? { ...row, schema: item } : { ...row, type: item, schema: '' };
  return { type: 'array', items: schemaOf(inner, first, context) };
}

function contradict(row: Row, example: Example, read: string, { warn }: Context): void {
  warn(row.line, 'readOtherwise', { name: row.name, found: `${row.type}, ${typeOf(example)}`, read });
}

/** The schema of a model, or of an object without a name. */
export function modelSchema(name: string, rows: readonly Row[], example: Example, outer: Context): Schema {
  const context = { ...outer, known: new Set([...outer.known, name]) };
  const byName = new Map(rows.map((row) => [row.name, row]));
  for (const row of rows) if (byName.get(row.name) !== row) outer.warn(row.line, 'twice', { name: row.name });
  for (const extra of isRecord(example) ? Object.keys(example) : []) {
    if (!byName.has(extra)) outer.warn(rows[0]?.line ?? 1, 'exampleExtra', { name: extra });
  }
  const fields = [...byName.values()];
  const required = fields.filter((row) => row.required).map((row) => row.name);
  const properties = fields.map((row): [string, Schema] => [
    row.name,
    { ...schemaOf(row, memberOf(example, row.name), context), ...textsOf(row, context) },
  ]);
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
  const again = (inner: Example): Schema => {
    if (children.length === 0 && name === '') return schemaOfValue(inner);
    if (Array.isArray(inner)) return { type: 'array', items: again(inner[0]) };
    return objectSchema(row, name, inner, context);
  };
  const value = mapValueOf(example);
  if (value !== undefined) return { type: 'object', additionalProperties: again(value) };
  const found = typeOf(example) ?? 'object';
  if (found !== 'object') {
    const isShown = children.length === 0 || found === 'array';
    contradict(row, example, isShown ? found : row.type, context);
    if (isShown) return Array.isArray(example) ? again(example) : schemaOfValue(example);
  }
  const schema: Schema =
    children.length > 0
      ? modelSchema(name, children, example, context)
      : { type: 'object', ...(name !== '' && { 'x-original-name': name }) };
  if (children.length === 0 && name !== '' && !context.known.has(name)) {
    context.warn(line, 'typeUnknown', { name: row.name, schema: name });
  } else if (/MapString|Map[«<]/.test(name) && !JSON.stringify(schema).includes('additionalProperties')) {
    context.warn(line, 'mapUnconfirmed', { name: row.name, schema: name });
  }
  return schema;
}

/** The schema of a row, its example in hand. */
export function schemaOf(row: Row, example: Example, context: Context): Schema {
  const { type, schema, children, line, name } = row;
  if (isArray(type)) return arraySchema(row, example, context);
  const scalar = children.length === 0 ? scalarOf(type) : undefined;
  if (scalar) return scalarSchema(row, scalar, example, context);
  if (children.length > 0 || type !== '' || schema !== '') {
    const model = isBareObject(schema) ? type : schema;
    return objectSchema(row, isBareObject(model) ? '' : model, example, context);
  }
  if (!row.cut && typeOf(example) === undefined) context.warn(line, 'typeUnknown', { name, schema });
  return schemaOfValue(example);
}
