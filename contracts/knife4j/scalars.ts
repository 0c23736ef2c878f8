import type { Json, Schema } from './document.ts';

const types: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  boolean: { type: 'boolean' },
  bool: { type: 'boolean' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  int: { type: 'integer', format: 'int32' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  short: { type: 'integer' },
  long: { type: 'integer', format: 'int64' },
  float: { type: 'number', format: 'float' },
  double: { type: 'number', format: 'double' },
  bigdecimal: { type: 'number' },
  date: { type: 'string', format: 'date' },
  datetime: { type: 'string', format: 'date-time' },
  file: { type: 'string', format: 'binary' },
  multipartfile: { type: 'string', format: 'binary' },
  __file: { type: 'string', format: 'binary' },
};

/** The schema of a scalar type cell such as `integer(int32)`; `undefined` for objects, arrays and models. */
export function scalarOf(cell: string): Schema | undefined {
  const [, word = '', format = ''] = /^([A-Za-z_]\w*)\s*(?:\(([^()]*)\))?$/.exec(cell.trim()) ?? [];
  const name = word.toLowerCase();
  const schema = Object.hasOwn(types, name) ? types[name] : undefined;
  if (!schema || format === '') return schema;
  if (/^\d+$/.test(format)) return { ...schema, maxLength: Number(format), 'x-original-type': cell };
  // A Java Byte used as a flag is printed so; as a format it would mean base64.
  if (format === 'byte') return { ...schema, 'x-original-type': cell };
  return { ...schema, format };
}

/** Whether a cell names a file to upload. */
export function isFile(cell: string): boolean {
  return scalarOf(cell)?.format === 'binary';
}

/** Whether a cell says "object" without naming a model. */
export function isBareObject(cell: string): boolean {
  return /^(object|jsonobject|map|)$/i.test(cell.trim());
}

/** Whether a cell says "array". */
export function isArray(cell: string): boolean {
  return /^(array|list|set)$/i.test(cell.trim());
}

const phrase = /(?:可用值|available values?|valid values?)\s*[:：]\s*([^\n。；;]+)/i;

/** The values that a description lists after `可用值:`; their text alone when they cannot be told apart. */
export function enumOf(description: string, type: Schema['type']): readonly Json[] | string | undefined {
  const text = phrase.exec(description)?.[1]?.trim();
  if (!text) return undefined;
  const words = text.split(/\s*[,，]\s*/).filter((word) => word !== '');
  const isNumeric = type === 'integer' || type === 'number';
  const values = [...new Set<Json>(isNumeric ? words.map(Number) : words)];
  return /[{}=]/.test(text) || type === 'boolean' || values.some(Number.isNaN) ? text : values;
}
