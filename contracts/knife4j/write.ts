import { type Components, withDescriptions } from './components.ts';
import type { Draft, Operation, Schema } from './document.ts';

const isPlain = (schema: Schema) =>
  !(schema.items ?? schema.properties ?? schema.additionalProperties ?? schema['x-original-name']);

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
    return {
      code,
      meaning,
      schema: components.add({ ...base, ...fixed, 'x-original-name': `Error${text}` }),
    };
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
  operationId: string,
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
  return withDescriptions({
    operationId,
    ...head,
    ...request,
    ...written,
    'x-business-codes': coded?.entries,
  });
}
