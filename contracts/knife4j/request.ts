import { type Place, places } from './columns.ts';
import type { Body, Field, MediaType, Named, Parameter, Schema } from './document.ts';
import { type Example, memberOf } from './example.ts';
import type { Parts } from './parts.ts';
import { noRow, type Row } from './rows.ts';
import { isFile } from './scalars.ts';
import { modelSchema, schemaOf } from './schema.ts';
import { meaningOf } from './words.ts';

type Placed = Row & { readonly place: Place };

const formType = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
const isForm = (media: string) => media === formType || media === multipart;

const placeIn = (row: Row) => meaningOf(places, row.in.toLowerCase());
const namesIn = (path: string) => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);

/** The rows of the request at the places they are read at; names that only the path has are added. */
export function placedRows(parts: Parts, method: string, path: string, own: string): Placed[] {
  const { warn } = parts;
  const names = new Set(namesIn(path));
  const rows = parts.rows('request').map((row) => {
    const name = path === own ? undefined : namesIn(path)[namesIn(own).indexOf(row.name)];
    return name && placeIn(row) === 'path' ? { ...row, name } : row;
  });
  const media = parts.media('request');
  const hasBody = ['post', 'put', 'patch'].includes(method);
  const hasForm = hasBody && media.length > 0 && media.every(isForm);
  const rest = !hasBody || rows.some((row) => placeIn(row) === 'body') ? 'query' : hasForm ? 'form' : 'body';
  const placed = rows.map((row): Placed => {
    const { name, line } = row;
    const stated = placeIn(row);
    const isUpload = isFile(row.type) || (row.type === 'ref' && stated === 'form');
    if (isUpload) return { ...row, type: 'file', place: 'form' };
    const isUnused = stated === 'path' && !names.has(name);
    const isField = stated === 'query' && hasForm;
    const place = isUnused ? 'query' : isField ? 'form' : (stated ?? (names.has(name) ? 'path' : rest));
    if (place !== stated && !row.cut) warn(line, 'readOtherwise', { name, found: row.in, read: place });
    return { ...row, place, required: row.required || place === 'path' };
  });
  for (const name of names) {
    if (placed.some((row) => row.place === 'path' && row.name === name)) continue;
    warn(parts.find('address')?.line ?? 1, 'pathParameterAdded', { name });
    placed.push({ ...noRow, name, type: 'string', required: true, place: 'path' });
  }
  return placed;
}

/** A text beside its schema, as parameters and headers have it. */
export function fieldOf({ 'x-texts': texts, ...schema }: Schema): Field {
  return { 'x-texts': texts, schema };
}

/** Whether a row is the header that OpenAPI describes as a security scheme. */
export function isToken({ name, place }: Placed): boolean {
  return place === 'header' && name.toLowerCase() === 'authorization';
}

/** Parameters by place and name. */
export function parametersOf(rows: readonly Placed[], parts: Parts): Named<Parameter> {
  // OpenAPI describes these headers elsewhere.
  const isReserved = ({ name, place }: Placed) => place === 'header' && /^(accept|content-type)$/i.test(name);
  for (const { line, name } of rows.filter(isReserved)) parts.warn(line, 'leftOut', { text: name });
  const places = new Set(
    rows.map(({ place }) => place).filter((place) => place !== 'body' && place !== 'form'),
  );
  const entries = [...places].flatMap((place) => {
    const here = rows.filter((row) => row.place === place && !isToken(row) && !isReserved(row));
    const { properties = {}, required = [] } = modelSchema('', here, undefined, parts);
    return Object.entries(properties).map(([name, schema]): [string, Parameter] => [
      `${place} ${name}`,
      { name, in: place, required: required.includes(name) || undefined, ...fieldOf(schema) },
    ]);
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

/** The body: the rows of a body, or else of a form. */
export function bodyOf(placed: readonly Placed[], parts: Parts): Body | undefined {
  const body = placed.filter(({ place }) => place === 'body');
  const rows = body.length > 0 ? body : placed.filter(({ place }) => place === 'form');
  const example = parts.example('requestExample');
  const isBody = body.length > 0;
  if (!isBody && Object.keys(example).length > 0)
    parts.warn(parts.find('requestExample')?.line ?? 1, 'exampleWithoutRows');
  const [first] = rows;
  if (!first) return undefined;
  const { name, line, children } = first;
  const stated = parts.media('request');
  const hasFile = rows.some((row) => isFile(row.type) || isFile(row.schema));
  const fitting = stated.filter((one) => isForm(one) !== isBody);
  const read = isBody ? 'application/json' : hasFile ? multipart : formType;
  const media = fitting.length > 0 ? fitting : [read];
  if (fitting.length === 0 && stated.length > 0)
    parts.warn(line, 'readOtherwise', { name, found: stated.join(), read });
  // Hand-made pages list the fields of the body where the generator prints its variable.
  const isField = children.length === 0 && memberOf(example.value, name) !== undefined;
  const isOne = isBody && rows.length === 1 && !isField;
  const hint = isBody ? example : {};
  const schema = isOne ? schemaOf(first, hint.value, parts) : modelSchema('', rows, hint.value, parts);
  return { required: rows.some((row) => row.required), content: contentOf(media, schema, hint) };
}
