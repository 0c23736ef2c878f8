import { type Place, placeOf } from './columns.ts';
import type { Body, Field, MediaType, Named, Parameter, Schema } from './document.ts';
import { type Example, memberOf } from './example.ts';
import type { Parts } from './parts.ts';
import { noRow, type Row } from './rows.ts';
import { isFile } from './scalars.ts';
import { modelSchema, schemaOf, textsOf } from './schema.ts';

type Placed = Row & { readonly place: Place };

const [formType, multipart] = ['application/x-www-form-urlencoded', 'multipart/form-data'];
const isForm = (media: string) => media === formType || media === multipart;
const placeIn = (row: Row) => placeOf(row.in.toLowerCase());
const namesIn = (path: string) => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);

/** The rows of the request at the places they are read at; names that only the path has are added. */
export function placedRows(parts: Parts, method: string, path: string, own: string): Placed[] {
  const names = namesIn(path);
  // The path may name its parameters as another operation does.
  const settled = (row: Row) => placeIn(row) === 'path' && names[namesIn(own).indexOf(row.name)];
  const rows = parts.rows('request').map((row) => ({ ...row, name: settled(row) || row.name }));
  const media = parts.media('request');
  const hasBody = ['post', 'put', 'patch'].includes(method);
  const hasForm = hasBody && media.length > 0 && media.every(isForm);
  const isQuery = !hasBody || rows.some((row) => placeIn(row) === 'body');
  const rest = isQuery ? 'query' : hasForm ? 'form' : 'body';
  const placed = rows.map((row): Placed => {
    const { name, line } = row;
    const stated = placeIn(row);
    const isUpload = isFile(row.type) || (row.type === 'ref' && stated === 'form');
    if (isUpload) return { ...row, type: 'file', place: 'form' };
    const guess = names.includes(name) ? 'path' : rest;
    const isAstray = stated === 'path' && !names.includes(name);
    const place = isAstray ? 'query' : stated === 'query' && hasForm ? 'form' : (stated ?? guess);
    if (place !== stated && !row.cut) parts.warn(line, 'readOtherwise', { name, found: row.in, read: place });
    return { ...row, place, required: row.required || place === 'path' };
  });
  for (const name of new Set(names)) {
    if (placed.some((row) => row.place === 'path' && row.name === name)) continue;
    parts.warn(parts.find('address')?.line ?? 1, 'pathParameterAdded', { name });
    placed.push({ ...noRow, name, type: 'string', required: true, place: 'path' });
  }
  return placed;
}

/** A row as a parameter or a header: its text beside its schema. */
export const fieldOf = (row: Row, parts: Parts): Field => ({
  ...textsOf(row, parts),
  schema: schemaOf(row, undefined, parts),
});

/** Whether a row is the header that OpenAPI describes as a security scheme. */
export const isToken = ({ name, place }: Placed) => place === 'header' && /^authorization$/i.test(name);

/** Parameters by place and name. */
export function parametersOf(rows: readonly Placed[], parts: Parts): Named<Parameter> {
  // OpenAPI describes these headers elsewhere.
  const isReserved = ({ name, place }: Placed) => place === 'header' && /^(accept|content-type)$/i.test(name);
  for (const { line, name } of rows.filter(isReserved)) parts.warn(line, 'leftOut', { text: name });
  const kept = rows.filter(
    (row) => !['body', 'form'].includes(row.place) && !isToken(row) && !isReserved(row),
  );
  const byKey = new Map(kept.map((row) => [`${row.place} ${row.name}`, row]));
  for (const row of kept) {
    if (byKey.get(`${row.place} ${row.name}`) !== row) parts.warn(row.line, 'twice', { name: row.name });
  }
  const entries = [...byKey].map(([key, row]): [string, Parameter] => {
    return [
      key,
      { name: row.name, in: row.place, required: row.required || undefined, ...fieldOf(row, parts) },
    ];
  });
  return Object.fromEntries(entries);
}

/** One schema and its example under each media type. */
export function contentOf(
  media: readonly string[],
  schema: Schema,
  { value, text }: Example,
): Named<MediaType> {
  const example = text === undefined ? { 'x-example': value } : { 'x-example-text': text };
  return Object.fromEntries(media.map((type) => [type, { schema, ...example }]));
}

/** The body, if there is one: the rows of a body, or else of a form. */
export function bodyOf(placed: readonly Placed[], parts: Parts): Named<Body> {
  const hasBody = placed.some(({ place }) => place === 'body');
  const [first, ...others] = placed.filter(({ place }) => place === (hasBody ? 'body' : 'form'));
  const shown = parts.example('requestExample');
  const isUnread = !hasBody && Object.keys(shown).length > 0;
  if (isUnread) parts.warn(parts.find('requestExample')?.line ?? 1, 'exampleWithoutRows');
  if (!first) return {};
  const { name, line, children } = first;
  const rows = [first, ...others];
  const example = hasBody ? shown : {};
  const stated = parts.media('request');
  const fitting = stated.filter((one) => isForm(one) !== hasBody);
  const isUpload = rows.some((row) => isFile(row.type) || isFile(row.schema));
  const read = hasBody ? 'application/json' : isUpload ? multipart : formType;
  const isAstray = fitting.length === 0 && stated.length > 0;
  if (isAstray) parts.warn(line, 'readOtherwise', { name, found: stated.join(), read });
  // Hand-made pages list the fields of the body where the generator prints its variable.
  const isField = children.length === 0 && memberOf(example.value, name) !== undefined;
  const isOne = hasBody && rows.length === 1 && !isField;
  const schema = isOne ? schemaOf(first, example.value, parts) : modelSchema('', rows, example.value, parts);
  const content = contentOf(fitting.length > 0 ? fitting : [read], schema, example);
  return { body: { required: rows.some((row) => row.required), content } };
}
