import type { Texts } from './document.ts';
import type { Example } from './example.ts';
import type { Parts } from './parts.ts';
import type { Row } from './rows.ts';
import { type Field, modelShape, objectShape, type Shape, shapeOf } from './shape.ts';
import { scalarOf } from './type-cell.ts';

export interface Response {
  readonly status: string;
  readonly texts: Texts;
  readonly shape: Shape | undefined;
  readonly media: readonly string[];
  readonly example: Example | undefined;
  readonly headers: readonly Field[];
}

/** A business code; it has a shape when the page prints one for it. */
export interface Code {
  readonly code: string;
  readonly texts: Texts;
  readonly shape: Shape | undefined;
}

function isHttpStatus(code: string): boolean {
  return /^[1-5]\d\d$/.test(code) || code === 'default';
}

function answerShape(
  rows: readonly Row[],
  schema: string,
  example: Example | undefined,
  line: number,
  parts: Parts,
): Shape | undefined {
  const { context } = parts;
  const value = example?.value;
  const root: Row = {
    ...{
      line,
      name: schema,
      description: '',
      in: '',
      required: false,
      type: 'object',
      schema,
      code: '',
      cut: false,
    },
    children: [...rows],
  };
  if (rows.length === 0) {
    if (schema === '' && value === undefined) return undefined;
    if (scalarOf(schema)) return shapeOf({ ...root, type: schema, schema: '' }, value, context);
    if (value !== undefined && typeof value === 'object')
      context.warn(example?.line ?? line, 'exampleWithoutRows');
    return {
      kind: 'plain',
      schema:
        value === undefined || Array.isArray(value) || typeof value === 'object'
          ? {}
          : { type: typeof value },
    };
  }
  if (Array.isArray(value)) {
    context.warn(line, 'arrayInExample');
    return { kind: 'array', of: objectShape(root, schema, value[0], context) };
  }
  return objectShape(root, schema, value, context);
}

function mediaFor(shape: Shape | undefined, parts: Parts): readonly string[] {
  const stated = parts.media('responseType').filter((one) => one !== '*/*');
  return shape && stated.length === 0 ? ['application/json'] : stated;
}

function headersOf(status: string | undefined, parts: Parts): readonly Field[] {
  if (!parts.find('headers', status)) return [];
  const shape = modelShape('', parts.rows('headers', status), undefined, parts.context);
  return shape.kind === 'model' ? shape.fields : [];
}

/** The section that holds the answer of a status: its own, or the one without a status when it is the main one. */
function readAnswer(status: string, row: Row | undefined, isMain: boolean, parts: Parts): Response {
  const own = parts.statuses.includes(status) ? status : undefined;
  const texts = row?.description ? { [parts.context.lang]: row.description } : {};
  if (own === undefined && !isMain) {
    const { schema = '', line = 1 } = row ?? {};
    const shape = schema === '' ? undefined : answerShape([], schema, undefined, line, parts);
    return { status, texts, shape, media: mediaFor(shape, parts), example: undefined, headers: [] };
  }
  const example = parts.example('responseExample', own);
  const line = parts.find('response', own)?.line ?? row?.line ?? 1;
  const shape = answerShape(parts.rows('response', own), row?.schema ?? '', example, line, parts);
  return { status, texts, shape, media: mediaFor(shape, parts), example, headers: headersOf(own, parts) };
}

/** Reads the answers: HTTP statuses as responses, every other code as a business code. */
export function readResponses(parts: Parts): { responses: readonly Response[]; codes: readonly Code[] } {
  const { warn, lang } = parts.context;
  const rows = new Map<string, Row | undefined>();
  for (const row of parts.rows('status')) {
    if (rows.has(row.code)) warn(row.line, 'duplicateCode', { code: row.code });
    else if (/^[\w.-]+$/.test(row.code)) rows.set(row.code, row);
    else warn(row.line, 'statusNotRead', { found: row.code });
  }
  for (const status of parts.statuses) if (!rows.has(status)) rows.set(status, undefined);
  const statuses = [...rows.keys()].filter(isHttpStatus);
  const main =
    statuses.find((one) => one === '200') ?? statuses.find((one) => rows.get(one)?.schema) ?? '200';
  const responses = [...new Set([main, ...statuses])]
    .sort()
    .map((one) => readAnswer(one, rows.get(one), one === main, parts));
  const codes = [...rows].flatMap(([code, row]): Code[] => {
    if (isHttpStatus(code)) return [];
    const texts = row?.description ? { [lang]: row.description } : {};
    const shape = parts.statuses.includes(code) ? readAnswer(code, row, false, parts).shape : undefined;
    return [{ code, texts, shape }];
  });
  return { responses, codes };
}
