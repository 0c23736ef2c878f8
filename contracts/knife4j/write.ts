import { type Components, withDescriptions } from './components.ts';
import type { Draft, Named, OpenApiDocument, Operation, Schema } from './document.ts';
import type { Meta } from './labels.ts';
import type { ReadOperation } from './operation.ts';
import type { RawPage } from './sections.ts';
import { cleanText } from './words.ts';

const isPlain = (schema: Schema) => !(schema.items ?? schema.properties ?? schema.additionalProperties);

/** The business codes, each with the component of its answer, and the main answer as a union that `code` tells apart. */
function codedAnswer({ codes }: Draft, wrapper: Schema, components: Components) {
  const { schema: whole } = components.lifted({ schema: wrapper });
  const { data: _, ...fields } = wrapper.properties ?? {};
  const { code: field } = fields;
  // An error answer is known to be the wrapper without its data, unless its page prints another one.
  const plain = Object.fromEntries(Object.entries(fields).filter(([, inner]) => isPlain(inner)));
  const entries = Object.values(codes).map(({ code: text, meaning, schema: own }) => {
    // A number, unless the page says that the field is text or the code is none.
    const code = /^\d+$/.test(text) && field?.type !== 'string' ? Number(text) : text;
    if (!own && !field) return { code, meaning };
    const base: Schema = own
      ? components.lifted({ schema: own }).schema
      : { type: 'object', properties: plain };
    const fixed = field && { required: ['code'], properties: { ...base.properties, code: { const: code } } };
    const schema = components.add({ ...base, ...fixed, 'x-original-name': `Error${text}` });
    return { code, meaning, schema };
  });
  // The page does not say which code means success, only which ones do not.
  const code = { ...whole.properties?.code, not: { enum: entries.map((one) => one.code) } };
  const success: Schema = { ...whole, properties: { ...whole.properties, code } };
  const errors = entries.map(({ schema }) => ({ $ref: `#/components/schemas/${schema}` }));
  return { entries, schema: field ? { oneOf: [success, ...errors] } : whole };
}

/** Writes an operation; its models become components. */
export function operationOf(
  draft: Draft,
  id: string,
  components: Components,
  onNoCode: () => void,
): Operation {
  const { parameters, bodies, responses, codes, models: _, ...head } = draft;
  const main = Object.keys(responses).find((status) => status === '200' || responses[status]?.content) ?? '';
  const { content } = responses[main] ?? {};
  const wrapper = Object.values(content ?? {})[0]?.schema ?? {};
  const list = Object.values(parameters);
  const requestBody = bodies.body;
  const request = components.lifted({ parameters: list.length > 0 ? list : undefined, requestBody });
  const coded = Object.keys(codes).length > 0 ? codedAnswer(draft, wrapper, components) : undefined;
  if (coded && !wrapper.properties?.code) onNoCode();
  const answers = Object.entries(content ?? {}).map(
    ([type, media]) => [type, { ...media, ...(coded && { schema: coded.schema }) }] as const,
  );
  const answer = { ...responses[main], content: content && Object.fromEntries(answers) };
  const written = components.lifted({ responses: { ...responses, [main]: answer } });
  const rest = { ...request, ...written, 'x-business-codes': coded?.entries };
  return withDescriptions({ operationId: id, ...head, ...rest });
}

/** The URL of a HOST line: a whole URL, or a host with or without a port and a base path. */
export function serverOf(host: string): string | undefined {
  const url = /^https?:\/\//.test(host) ? host : `//${host}`;
  return /^(?:https?:)?\/\/[\w.-]+(?::\d+)?(?:\/[\w./-]*)?$/.test(url) ? url.replace(/\/+$/, '') : undefined;
}

/** The document of these operations, with what their pages say of the project. */
export function documentOf(
  pages: readonly RawPage[],
  operations: readonly ReadOperation[],
  paths: OpenApiDocument['paths'],
  schemas: Named<Schema>,
): OpenApiDocument {
  const project = pages.find(({ title, metas }) => title !== '' || metas.size > 0);
  const text = (name: Meta, page = project) => cleanText(page?.metas.get(name) ?? '');
  const [first, ...others] = operations;
  const { zh, en } = (others.length === 0 && first?.draft['x-texts'].summary) || {};
  const hosts = [...pages.map((page) => text('host', page)), ...operations.map(({ server }) => server ?? '')];
  const servers = new Set(hosts.flatMap((host) => serverOf(host) ?? []));
  const tags = new Set(operations.flatMap(({ draft }) => draft.tags ?? []));
  const isSecured = operations.some(({ draft }) => draft.security);
  const info = {
    title: project?.title || zh || en || 'Knife4j',
    version: text('version') || '1.0.0',
    ...(text('intro') && { description: text('intro') }),
    ...(text('contact') && { contact: { name: text('contact') } }),
    ...(text('url') && { 'x-url': text('url') }),
  };
  const securitySchemes = { Authorization: { type: 'http', scheme: 'bearer' } };
  return {
    openapi: '3.1.0',
    info,
    servers: [...(servers.size > 0 ? servers : ['/'])].map((url) => ({ url })),
    security: [],
    ...(tags.size > 0 && { tags: [...tags].map((name) => ({ name })) }),
    paths,
    components: { ...(isSecured && { securitySchemes }), schemas },
  };
}
