import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { openapi, type SchemaName } from './description.ts';
import recordSchema from './record.schema.json' with { type: 'json' };
import type { RunRecord } from './record.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true, formats: { int32: true } });
ajv.addVocabulary(['components', 'x-original-name', 'x-en']);
ajv.addSchema({ components: openapi.components }, 'openapi.yaml');

/** A compiled schema: an empty list when the value keeps it. */
export interface Validator<T> {
  test(value: unknown): value is T;
  problems(value: unknown): readonly ErrorObject[];
}

/** Compiled when first used: most processes need few of the schemas. */
function validator<T>(schema: object): Validator<T> {
  let compiled: ValidateFunction<T> | undefined;
  const validate = (): ValidateFunction<T> => {
    compiled ??= ajv.compile<T>(schema);
    return compiled;
  };
  return {
    test: (value): value is T => validate()(value),
    problems: (value) => (validate()(value) ? [] : [...(validate().errors ?? [])]),
  };
}

const components = new Map<SchemaName, Validator<unknown>>();

/** The validator of a component of `openapi.yaml`, compiled when first asked for. */
export function componentValidator(name: SchemaName): Validator<unknown> {
  const known = components.get(name) ?? validator({ $ref: `openapi.yaml#/components/schemas/${name}` });
  components.set(name, known);
  return known;
}

/** The validator of run records. */
export const runRecord = validator<RunRecord>(recordSchema);
