import { namesIn } from './address.ts';
import { type Place, placeOf } from './columns.ts';
import type { Texts } from './document.ts';
import { type Example, memberOf } from './example.ts';
import type { Parts } from './parts.ts';
import type { Row } from './rows.ts';
import { modelShape, type Shape, shapeOf } from './shape.ts';
import { isFile } from './type-cell.ts';

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header' | 'cookie';
  readonly required: boolean;
  readonly texts: Texts;
  readonly shape: Shape;
}

export interface Body {
  readonly media: readonly string[];
  readonly required: boolean;
  readonly shape: Shape;
  readonly example: Example | undefined;
}

export interface Request {
  readonly secured: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
}

const withBody = new Set(['post', 'put', 'patch']);
const formType = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';
/** Headers that OpenAPI describes elsewhere. */
const reserved = new Set(['accept', 'content-type']);

function placesOf(
  rows: readonly Row[],
  parts: Parts,
  method: string,
  path: string,
): (Row & { place: Place })[] {
  const { warn } = parts.context;
  const names = new Set(namesIn(path));
  const media = parts.media('requestType');
  const isForm = media.length > 0 && media.every((one) => one === formType || one === multipart);
  const hasBody = rows.some((row) => placeOf(row.in) === 'body');
  return rows.map((row) => {
    const stated = placeOf(row.in);
    const guess = names.has(row.name)
      ? 'path'
      : withBody.has(method) && !hasBody
        ? isForm
          ? 'form'
          : 'body'
        : 'query';
    if (isFile(row.type) || (row.type === 'ref' && stated === 'form'))
      return { ...row, type: 'file', place: 'form' };
    if (!stated) {
      if (!row.cut) warn(row.line, 'locationUnknown', { name: row.name, found: row.in, place: guess });
      return { ...row, place: guess };
    }
    if (stated === 'path' && !names.has(row.name)) {
      warn(row.line, 'pathParameterUnused', { name: row.name });
      return { ...row, place: 'query' };
    }
    if (stated === 'query' && isForm && withBody.has(method)) {
      warn(row.line, 'formAsQuery');
      return { ...row, place: 'form' };
    }
    return { ...row, place: stated };
  });
}

function textsOf(row: Row, { context }: Parts): Texts {
  return row.description === '' ? {} : { [context.lang]: row.description };
}

function parametersOf(rows: readonly (Row & { place: Place })[], parts: Parts, path: string): Parameter[] {
  const { context } = parts;
  const found = new Map<string, Parameter>();
  for (const row of rows) {
    const { name, place } = row;
    if (place === 'body' || place === 'form') continue;
    if (place === 'header' && reserved.has(name.toLowerCase())) {
      context.warn(row.line, 'headerIgnored', { name });
      continue;
    }
    if (place === 'header' && name.toLowerCase() === 'authorization') continue;
    if (found.has(`${place} ${name}`)) context.warn(row.line, 'duplicateName', { name });
    const required = place === 'path' || row.required;
    const shape = shapeOf(row, undefined, context);
    found.set(`${place} ${name}`, { name, in: place, required, texts: textsOf(row, parts), shape });
  }
  for (const name of namesIn(path)) {
    if (found.has(`path ${name}`)) continue;
    context.warn(parts.find('address')?.line ?? 1, 'pathParameterAdded', { name });
    const shape: Shape = { kind: 'plain', schema: { type: 'string' } };
    found.set(`path ${name}`, { name, in: 'path', required: true, texts: {}, shape });
  }
  return [...found.values()];
}

function formOf(rows: readonly Row[], parts: Parts): Body {
  const hasFile = rows.some((row) => isFile(row.type) || isFile(row.schema));
  const stated = parts.media('requestType').filter((one) => one === formType || one === multipart);
  const media = hasFile ? [multipart] : stated.length > 0 ? stated : [formType];
  const shape = modelShape('', rows, undefined, parts.context);
  return { media, required: rows.some((row) => row.required), shape, example: undefined };
}

function bodyOf(rows: readonly Row[], parts: Parts): Body {
  const { context } = parts;
  const stated = parts.media('requestType').filter((one) => one !== '*/*');
  const media = stated.filter((one) => one !== formType && one !== multipart);
  const example = parts.example('requestExample');
  const [row] = rows;
  if (stated.length > 0 && media.length === 0) {
    context.warn(row?.line ?? 1, 'mediaContradiction', { media: stated.join(', ') });
  }
  // Hand-made pages list the fields of the body where the generator prints its variable.
  const isField = row && row.children.length === 0 && memberOf(example?.value, row.name) !== undefined;
  const shape =
    row && rows.length === 1 && !isField
      ? shapeOf(row, example?.value, context)
      : modelShape('', rows, example?.value, context);
  return {
    media: media.length > 0 ? media : ['application/json'],
    required: rows.some((one) => one.required),
    shape,
    example,
  };
}

/** Reads the parameters and the body of a request. */
export function readRequest(parts: Parts, method: string, path: string): Request {
  const rows = placesOf(parts.rows('request'), parts, method, path);
  const secured = rows.some(
    ({ place, name }) => place === 'header' && name.toLowerCase() === 'authorization',
  );
  const form = rows.filter(({ place }) => place === 'form');
  const body = rows.filter(({ place }) => place === 'body');
  const example = parts.find('requestExample');
  if (body.length === 0 && example?.items.some(({ type }) => type === 'code')) {
    parts.context.warn(example.line, 'exampleWithoutRows');
  }
  return {
    secured,
    parameters: parametersOf(rows, parts, path),
    body: body.length > 0 ? bodyOf(body, parts) : form.length > 0 ? formOf(form, parts) : undefined,
  };
}
