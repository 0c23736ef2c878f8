import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

/** A compiled schema: an empty list when the value keeps it. */
export interface Validator<T> {
  test(value: unknown): value is T;
  problems(value: unknown): readonly ErrorObject[];
}

/** What stands around and in the schemas of a description, besides the vocabulary of JSON Schema. */
const openapiWords = [
  ...['openapi', 'info', 'servers', 'security', 'tags', 'paths', 'components'],
  ...['x-original-name', 'x-original-type', 'x-texts', 'x-may-be-absent'],
];

function compiler(): Ajv2020 {
  // Formats such as int32 describe Java's types; of dates the pages themselves are not sure.
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    allErrors: true,
    validateFormats: false,
    discriminator: true,
  });
  return ajv.addVocabulary(openapiWords);
}

let shared: Ajv2020 | undefined;

/** Compiled when first used: most processes need few of the schemas. */
function lazily<T>(compile: () => ValidateFunction<T>): Validator<T> {
  let compiled: ValidateFunction<T> | undefined;
  const validate = (): ValidateFunction<T> => {
    compiled ??= compile();
    return compiled;
  };
  return {
    test: (value): value is T => validate()(value),
    problems: (value) => (validate()(value) ? [] : [...(validate().errors ?? [])]),
  };
}

/** The validator of a schema that stands alone. */
export function validatorOf<T>(schema: object): Validator<T> {
  return lazily(() => {
    shared ??= compiler();
    return shared.compile<T>(schema);
  });
}

/** Validators of the schemas in a description, by JSON Pointer; each is compiled once, when first used. */
export function validatorsIn(description: object): <T>(pointer: string) => Validator<T> {
  const name = 'description';
  let ajv: Ajv2020 | undefined;
  // What is compiled, ajv keeps by schema object.
  const schemas = new Map<string, { readonly $ref: string }>();
  return <T>(pointer: string) => {
    const schema = schemas.get(pointer) ?? { $ref: `${name}#${encodeURI(pointer)}` };
    schemas.set(pointer, schema);
    return lazily(() => {
      ajv ??= compiler().addSchema(description, name);
      return ajv.compile<T>(schema);
    });
  };
}
