import type { Draft, Response, Schema } from './document.ts';
import type { Example } from './example.ts';
import type { Parts } from './parts.ts';
import { contentOf } from './request.ts';
import type { Row } from './rows.ts';
import { scalarOf } from './scalars.ts';
import { schemaOf, schemaOfValue, textsOf } from './schema.ts';

/** A code of the status table, or of a `响应状态码-NNN` label. */
type Status = Pick<Row, 'line' | 'name' | 'schema' | 'description'>;

function isHttp(code: string): boolean {
  return /^[1-5]\d\d$/.test(code) || code === 'default';
}

function answerSchema(
  { schema, line }: Status,
  rows: readonly Row[],
  { value }: Example,
  parts: Parts,
): Schema | undefined {
  const root = { line, name: schema, description: '', in: '', required: false, cut: false };
  if (rows.length > 0)
    return schemaOf({ ...root, type: 'object', schema, children: [...rows] }, value, parts);
  if (scalarOf(schema)) return schemaOf({ ...root, type: schema, schema: '', children: [] }, value, parts);
  if (schema === '' && value === undefined) return undefined;
  if (typeof value !== 'object') return schemaOfValue(value);
  parts.warn(line, 'exampleWithoutRows');
  return {};
}

/** The answer of a status: of the parts under its own label or, for the main one, of those under none. */
function answerOf(status: Status, isMain: boolean, parts: Parts): Response {
  const hasOwn = parts.statuses.includes(status.name);
  const own = hasOwn ? status.name : undefined;
  const isTold = hasOwn || isMain;
  const example = isTold ? parts.example('responseExample', own) : {};
  const schema = answerSchema(status, isTold ? parts.rows('response', own) : [], example, parts);
  const media = parts.media('response');
  const headerRows = isTold ? parts.rows('headers', own) : [];
  const headers = headerRows.map(
    (row) => [row.name, { ...textsOf(row, parts), schema: schemaOf(row, undefined, parts) }] as const,
  );
  return {
    ...textsOf(status, parts),
    headers: headers.length > 0 ? Object.fromEntries(headers) : undefined,
    content: schema && contentOf(media.length > 0 ? media : ['application/json'], schema, example),
  };
}

/** Reads the answers: HTTP statuses as responses, every other code as a business code. */
export function readAnswers(parts: Parts): Pick<Draft, 'responses' | 'x-business-codes'> {
  const { warn } = parts;
  const statuses = new Map<string, Status>();
  for (const row of parts.rows('status')) {
    const { name, line } = row;
    if (statuses.has(name)) warn(line, 'twice', { name });
    if (/^[\w.-]+$/.test(name)) statuses.set(name, row);
    else warn(line, 'leftOut', { text: name });
  }
  for (const name of parts.statuses) {
    if (!statuses.has(name)) statuses.set(name, { name, line: 1, schema: '', description: '' });
  }
  const http = [...statuses.values()].filter(({ name }) => isHttp(name));
  const main = statuses.get('200') ??
    http.find(({ schema }) => schema !== '') ?? { name: '200', line: 1, schema: '', description: '' };
  const responses = new Set([main, ...http]);
  const codes = [...statuses.values()].filter(({ name }) => !isHttp(name));
  return {
    responses: Object.fromEntries(
      [...responses].map((one) => [one.name, answerOf(one, one === main, parts)]),
    ),
    'x-business-codes': Object.fromEntries(
      codes.map((one) => {
        const { content = {}, 'x-texts': meaning = {} } = answerOf(one, false, parts);
        return [`code ${one.name}`, { code: one.name, meaning, schema: Object.values(content)[0]?.schema }];
      }),
    ),
  };
}
