import type { Draft, Response, Schema } from './document.ts';
import type { Example } from './example.ts';
import type { Parts } from './parts.ts';
import { contentOf, fieldOf } from './request.ts';
import { noRow, type Row } from './rows.ts';
import { scalarOf } from './scalars.ts';
import { schemaOf, schemaOfValue, textsOf } from './schema.ts';

function answerSchema(status: Row, children: Row[], { value }: Example, parts: Parts): Schema | undefined {
  const { line, schema } = status;
  const root = { ...noRow, line, name: schema || status.name };
  if (children.length > 0) return schemaOf({ ...root, type: 'object', schema, children }, value, parts);
  if (scalarOf(schema)) return schemaOf({ ...root, type: schema }, value, parts);
  if (typeof value !== 'object')
    return schema === '' && value === undefined ? undefined : schemaOfValue(value);
  parts.warn(line, 'exampleWithoutRows');
  return {};
}

/** The answer of a status: of the parts under its own label or, for the main one, of those under none. */
function answerOf(status: Row, isMain: boolean, parts: Parts): Response {
  const own = parts.statuses.includes(status.name) ? status.name : undefined;
  const isTold = own !== undefined || isMain;
  const example = isTold ? parts.example('responseExample', own) : {};
  const schema = answerSchema(status, isTold ? parts.rows('response', own) : [], example, parts);
  const media = parts.media('response');
  const headerRows = isTold ? parts.rows('headers', own) : [];
  const headers = headerRows.map((row) => [row.name, fieldOf(row, parts)] as const);
  return {
    ...textsOf(status, parts),
    headers: headers.length > 0 ? Object.fromEntries(headers) : undefined,
    content: schema && contentOf(media.length > 0 ? media : ['application/json'], schema, example),
  };
}

/** Reads the answers: HTTP statuses as responses, every other code as a business code. */
export function answersOf(parts: Parts): Pick<Draft, 'responses' | 'codes'> {
  const statuses = new Map<string, Row>();
  for (const row of parts.rows('status')) {
    const { name, line } = row;
    if (statuses.has(name)) parts.warn(line, 'twice', { name });
    if (/^[\w.-]+$/.test(name)) statuses.set(name, row);
    else parts.warn(line, 'leftOut', { text: name });
  }
  for (const name of parts.statuses) if (!statuses.has(name)) statuses.set(name, { ...noRow, name });
  const isHttp = ({ name }: Row) => /^([1-5]\d\d|default)$/.test(name);
  const http = [...statuses.values()].filter(isHttp);
  const main = statuses.get('200') ?? http.find(({ schema }) => schema !== '') ?? { ...noRow, name: '200' };
  const responses = [...new Set([main, ...http])].map((one) => {
    return [one.name, { description: `HTTP ${one.name}`, ...answerOf(one, one === main, parts) }] as const;
  });
  const others = [...statuses.values()].filter((one) => !isHttp(one));
  const codes = others.map((one) => {
    const { 'x-texts': meaning = {}, content = {} } = answerOf(one, false, parts);
    const [media] = parts.statuses.includes(one.name) ? Object.values(content) : [];
    return [`code ${one.name}`, { code: one.name, meaning, schema: media?.schema }] as const;
  });
  return { responses: Object.fromEntries(responses), codes: Object.fromEntries(codes) };
}
