import { type Components, described, mapValues } from './components.ts';
import type { Code, Draft, MediaType, Named, Operation, Schema } from './document.ts';

type Content = Named<MediaType>;

const refTo = (id: string): Schema => ({ $ref: `#/components/schemas/${id}` });

function isPlain(schema: Schema): boolean {
  return !(schema.items ?? schema.properties ?? schema.additionalProperties ?? schema['x-original-name']);
}

/** The component of an error: the shape that its page prints for it, or else the wrapper without its data. */
function errorOf(value: string | number, own: Schema | undefined, wrapper: Schema, components: Components) {
  const fields = Object.entries(wrapper.properties ?? {}).filter(
    ([name, field]) => name !== 'data' && isPlain(field),
  );
  const base: Schema = own
    ? components.schemaOf(own)
    : { type: 'object', properties: Object.fromEntries(fields) };
  const code = wrapper.properties?.code && {
    required: ['code'],
    properties: { ...base.properties, code: { const: value } },
  };
  return components.add({ ...base, ...code, 'x-original-name': `Error${value}` });
}

/** The business codes, and the main answer as a union that `code` tells apart. */
function codedAnswer(codes: readonly Code[], wrapper: Schema, components: Components, onNoCode: () => void) {
  const field = wrapper.properties?.code;
  if (!field) onNoCode();
  const whole = components.schemaOf(wrapper);
  const entries = codes.map(({ code, meaning, schema: own }) => {
    // A number, unless the page says that the field is text or the code is none.
    const value = /^\d+$/.test(code) && field?.type !== 'string' ? Number(code) : code;
    const schema = field || own ? errorOf(value, own, wrapper, components) : undefined;
    return { code: value, meaning, ...(schema && { schema }) };
  });
  // The page does not say which code means success, only which ones do not.
  const code = { ...whole.properties?.code, not: { enum: entries.map((one) => one.code) } };
  const success: Schema = { ...whole, properties: { ...whole.properties, code } };
  const errors = entries.flatMap(({ schema }) => (schema ? refTo(schema) : []));
  return { entries, schema: field ? { oneOf: [success, ...errors] } : whole };
}

/** `post` and `/v2/users/{id}` as `postV2UsersId`; one that is taken already is numbered. */
export function operationIdOf(method: string, path: string, taken: ReadonlySet<string>): string {
  const words = path.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const base = method + words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}_${count}`;
  return id;
}

/** Writes an operation; its models become components. */
export function operationOf(
  draft: Draft,
  operationId: string,
  components: Components,
  onNoCode: () => void,
): Operation {
  const { tags, responses, 'x-texts': texts } = draft;
  const lifted = (content: Content) =>
    mapValues(content, (one) => ({ ...one, schema: components.schemaOf(one.schema) }));
  const summary = described(texts.summary).description ?? '';
  const { description } = described(texts.description);
  const parameters = Object.values(draft.parameters).map(
    ({ name, in: place, required, schema, 'x-texts': own }) => ({
      ...{ name, in: place, required },
      ...described(own),
      schema: components.schemaOf(schema),
    }),
  );
  const { requestBody: body } = draft;
  const requestBody = body && { ...body, content: lifted(body.content) };
  const main = responses['200'] ? '200' : Object.keys(responses).find((status) => responses[status]?.content);
  const wrapper = Object.values(responses[main ?? '']?.content ?? {})[0]?.schema ?? {};
  const codes = Object.values(draft['x-business-codes']);
  const coded = codes.length > 0 ? codedAnswer(codes, wrapper, components, onNoCode) : undefined;
  const written = mapValues(responses, ({ 'x-texts': own, headers, content }, status) => ({
    description: `HTTP ${status}`,
    ...described(own),
    headers:
      headers &&
      mapValues(headers, ({ 'x-texts': words, schema }) => ({
        ...described(words),
        schema: components.schemaOf(schema),
      })),
    content:
      content &&
      (coded && status === main
        ? mapValues(content, (one) => ({ ...one, schema: coded.schema }))
        : lifted(content)),
  }));
  const operation = {
    operationId,
    tags,
    summary,
    description,
    'x-texts': description ? texts : { summary: texts.summary },
    'x-author': draft['x-author'],
    security: draft.security,
    parameters: parameters.length > 0 ? parameters : undefined,
    requestBody,
    responses: written,
    'x-business-codes': coded?.entries,
  };
  // JSON has no fields without a value, and shares none.
  const plain: Operation = JSON.parse(JSON.stringify(operation));
  return plain;
}
