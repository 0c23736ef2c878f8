import type { Json, Schema } from './document.ts';
import { lookup } from './words.ts';

/** Types and formats of JSON Schema by the words that pages write for them, in lower case. */
const typeOf = lookup({
  string: ['string'],
  'string date': ['date'],
  'string date-time': ['datetime'],
  'string binary': ['file', 'multipartfile', '__file'],
  boolean: ['boolean', 'bool'],
  integer: ['integer', 'short'],
  'integer int32': ['int', 'int32'],
  'integer int64': ['long', 'int64'],
  number: ['number', 'bigdecimal'],
  'number float': ['float'],
  'number double': ['double'],
});

/** The schema of a scalar type cell such as `integer(int32)`; `undefined` for objects, arrays and models. */
export function scalarOf(cell: string): Schema | undefined {
  const [, word = '', stated] = /^(\w+)\s*(?:\(([^()]*)\))?$/.exec(cell.trim()) ?? [];
  const [type, own] = typeOf(word.toLowerCase())?.split(' ') ?? [];
  const format = stated || own;
  if (!type || !format) return type ? { type } : undefined;
  if (/^\d+$/.test(format)) return { type, maxLength: Number(format), 'x-original-type': cell };
  // A Java Byte used as a flag is printed so; as a format it would mean base64.
  return format === 'byte' ? { type, 'x-original-type': cell } : { type, format };
}

/** Whether a cell names a file to upload. */
export const isFile = (cell: string) => scalarOf(cell)?.format === 'binary';

const phrase = /(?:可用值|available values?|valid values?)\s*[:：]\s*([^\n。；;]+)/i;

/** The values that a description lists after `可用值:`; their text alone when they cannot be told apart. */
export function enumOf(description: string, type: Schema['type']): readonly Json[] | string | undefined {
  const text = phrase.exec(description)?.[1]?.trim();
  if (!text) return undefined;
  const words = text.split(/\s*[,，]\s*/).filter(Boolean);
  const values = [...new Set<Json>(type === 'integer' || type === 'number' ? words.map(Number) : words)];
  return /[{}=]/.test(text) || type === 'boolean' || values.some(Number.isNaN) ? text : values;
}
