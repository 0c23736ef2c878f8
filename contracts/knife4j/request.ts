import { type Place, placeOf } from './columns.ts';
import type { Body, MediaType, Named, Parameter, Schema } from './document.ts';
import { type Example, memberOf } from './example.ts';
import type { Parts } from './parts.ts';
import type { Row } from './rows.ts';
import { isFile } from './scalars.ts';
import { modelSchema, schemaOf, textsOf } from './schema.ts';

type Placed = Row & { readonly place: Place };

const formType = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
const isForm = (media: string) => media === formType || media === multipart;
/** Headers that OpenAPI describes elsewhere. */
const reserved = new Set(['accept', 'content-type']);

/** The names in a path template. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
}

/** The rows of the request with the places they are read at, which are not always those they name. */
export function placedRows(parts: Parts, method: string, path: string): Placed[] {
  const rows = parts.rows('request');
  const names = new Set(namesIn(path));
  const media = parts.media('request');
  const hasBody = ['post', 'put', 'patch'].includes(method);
  const hasForm = hasBody && media.length > 0 && media.every(isForm);
  const isQuery = !hasBody || rows.some((row) => placeOf(row.in) === 'body');
  return rows.map((row) => {
    const { name } = row;
    const stated = placeOf(row.in);
    if (isFile(row.type) || (row.type === 'ref' && stated === 'form')) {
      return { ...row, type: 'file', place: 'form' };
    }
    const guess = names.has(name) ? 'path' : isQuery ? 'query' : hasForm ? 'form' : 'body';
    const other =
      stated === 'path' && !names.has(name) ? 'query' : stated === 'query' && hasForm ? 'form' : stated;
    const place = other ?? guess;
    if (place !== stated && !row.cut)
      parts.warn(row.line, 'readOtherwise', { name, found: row.in, read: place });
    return { ...row, place };
  });
}

/** Parameters by place and name: those of the rows, and those that only the path has. */
export function parametersOf(rows: readonly Placed[], parts: Parts, path: string): Named<Parameter> {
  const { warn } = parts;
  const found = new Map<string, Parameter>();
  for (const row of rows) {
    const { name, place, line } = row;
    if (place === 'body' || place === 'form' || isAuthorization(row)) continue;
    const key = `${place} ${name}`;
    if (place === 'header' && reserved.has(name.toLowerCase())) warn(line, 'leftOut', { text: key });
    else {
      if (found.has(key)) warn(line, 'twice', { name });
      const required = place === 'path' || row.required || undefined;
      found.set(key, {
        name,
        in: place,
        required,
        ...textsOf(row, parts),
        schema: schemaOf(row, undefined, parts),
      });
    }
  }
  for (const name of namesIn(path)) {
    if (found.has(`path ${name}`)) continue;
    warn(parts.find('address')?.line ?? 1, 'pathParameterAdded', { name });
    found.set(`path ${name}`, { name, in: 'path', required: true, schema: { type: 'string' } });
  }
  return Object.fromEntries(found);
}

/** Whether a row is the token header, which OpenAPI describes as a security scheme. */
export function isAuthorization({ name, place }: Placed): boolean {
  return place === 'header' && name.toLowerCase() === 'authorization';
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

function formBody(rows: readonly Row[], parts: Parts): Body {
  const stated = parts.media('request').filter(isForm);
  const hasFile = rows.some((row) => isFile(row.type) || isFile(row.schema));
  const media = hasFile ? [multipart] : stated.length > 0 ? stated : [formType];
  const schema = modelSchema('', rows, undefined, parts);
  return { required: rows.some((row) => row.required), content: contentOf(media, schema, {}) };
}

function plainBody(rows: readonly Row[], example: Example, parts: Parts): Body {
  const [first] = rows;
  const stated = parts.media('request');
  const media = stated.filter((one) => !isForm(one));
  if (media.length === 0) {
    const [found, read] = [stated.join(', '), 'application/json'];
    if (found !== '') parts.warn(first?.line ?? 1, 'readOtherwise', { name: first?.name ?? '', found, read });
    media.push(read);
  }
  // Hand-made pages list the fields of the body where the generator prints its variable.
  const isField = first?.children.length === 0 && memberOf(example.value, first.name) !== undefined;
  const isOne = first && rows.length === 1 && !isField;
  const schema = isOne ? schemaOf(first, example.value, parts) : modelSchema('', rows, example.value, parts);
  return { required: rows.some((row) => row.required), content: contentOf(media, schema, example) };
}

/** The body: the rows of a body, or else of a form. */
export function bodyOf(rows: readonly Placed[], parts: Parts): Body | undefined {
  const body = rows.filter(({ place }) => place === 'body');
  const form = rows.filter(({ place }) => place === 'form');
  const example = parts.example('requestExample');
  if (body.length > 0) return plainBody(body, example, parts);
  const line = parts.find('requestExample')?.line ?? 1;
  if (Object.keys(example).length > 0) parts.warn(line, 'exampleWithoutRows');
  return form.length > 0 ? formBody(form, parts) : undefined;
}
