import type { Components } from './components.ts';
import type { BusinessCodeEntry, Content, Json, MediaType, Schema } from './document.ts';
import type { Example } from './example.ts';
import type { Operation } from './operation.ts';
import type { Response } from './responses.ts';
import type { Field, Shape } from './shape.ts';

/** A code as the answer writes it: a number, unless the page says the field is text or the code is no number. */
function written(code: string, field: Field): number | string {
  const isText = field.shape.kind === 'plain' && field.shape.schema.type === 'string';
  return /^\d+$/.test(code) && !isText ? Number(code) : code;
}

/** The wrapper without its data, its code fixed: what an error answer is known to look like. */
function errorSchema(
  code: number | string,
  wrapper: Shape & { kind: 'model' },
  components: Components,
): Schema {
  const fields = wrapper.fields.filter(
    ({ name, shape }) => name === 'code' || (name !== 'data' && shape.kind === 'plain'),
  );
  const { required: _, ...schema } = components.schemaOf({ kind: 'model', name: '', fields });
  const properties = { ...schema.properties, code: { const: code } };
  return { ...schema, required: ['code'], properties };
}

function media(
  schema: Schema,
  { media: types, example }: { media: readonly string[]; example: Example | undefined },
): Content {
  const value: Pick<MediaType, 'x-example' | 'x-example-text'> =
    example?.text !== undefined
      ? { 'x-example-text': example.text }
      : example?.value !== undefined
        ? { 'x-example': example.value }
        : {};
  return Object.fromEntries(types.map((type) => [type, { schema, ...value }]));
}

/** The content of a body or an answer without business codes. */
export function contentOf(
  one: { readonly shape: Shape; readonly media: readonly string[]; readonly example: Example | undefined },
  components: Components,
): Content {
  components.add(one.shape);
  return media(components.schemaOf(one.shape), one);
}

export interface CodedAnswer {
  readonly content: Content | undefined;
  readonly codes: readonly BusinessCodeEntry[];
}

/** The main answer of an operation with business codes: a union that `code` tells apart. */
export function codedAnswer(
  operation: Operation,
  main: Response,
  components: Components,
  onNoCode: () => void,
): CodedAnswer {
  const { shape } = main;
  if (shape) components.add(shape);
  const wrapper = shape?.kind === 'model' ? shape : undefined;
  const field = wrapper?.fields.find(({ name }) => name === 'code');
  if (!shape || !wrapper || !field) {
    onNoCode();
    const codes = operation.codes.map(({ code, texts, shape: own }) => {
      const value = /^\d+$/.test(code) ? Number(code) : code;
      if (!own) return { code: value, meaning: texts };
      components.add(own);
      return {
        code: value,
        meaning: texts,
        schema: components.addSchema(`Error${code}`, components.schemaOf(own)),
      };
    });
    return { content: shape && contentOf({ ...main, shape }, components), codes };
  }
  const codes = operation.codes.map((one) => {
    const code = written(one.code, field);
    return {
      code,
      meaning: one.texts,
      schema: errorId(code, one.shape ?? wrapper, one.shape !== undefined, components),
    };
  });
  const values: Json[] = codes.map(({ code }) => code);
  // The page does not say which code means success, only which ones do not.
  const success: Schema = { ...components.schemaOf(shape), properties: { code: { not: { enum: values } } } };
  const errors = codes.map(({ schema }) => ({ $ref: `#/components/schemas/${schema}` }));
  return { content: media({ oneOf: [success, ...errors] }, main), codes };
}

function errorId(code: number | string, shape: Shape, isOwn: boolean, components: Components): string {
  const name = `Error${code}`;
  if (!isOwn && shape.kind === 'model')
    return components.addSchema(name, errorSchema(code, shape, components));
  components.add(shape);
  const fixed: Schema = { type: 'object', required: ['code'], properties: { code: { const: code } } };
  return components.addSchema(name, { allOf: [components.schemaOf(shape), fixed] });
}
