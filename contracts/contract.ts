import { answerPointers, type Description, operationsOf } from './description.ts';
import type { Answers } from './generated/answers.ts';
import type { operations, paths } from './generated/openapi.ts';
import { type Validator, validatorsIn } from './json-schema.ts';
import { readYaml } from './yaml.ts';

/** The contract as built from the published pages and the overlay. */
export const openapi = readYaml<Description>(new URL('openapi.yaml', import.meta.url));

/** The operation under test. */
export const operationId = 'postV2BindingEnduserapiBatchGetPureBtResetCredentials' satisfies keyof operations;

/** Path of the operation under test. */
export const operationPath = '/v2/binding/enduserapi/batchGetPureBtResetCredentials' satisfies keyof paths;

const answers = new Map(
  operationsOf(openapi).map((place) => [place.operation.operationId, answerPointers(place)]),
);
const validatorAt = validatorsIn(openapi);

/** The validator of an answer of an operation, by outcome; compiled when first used. */
export function answerValidator<O extends keyof Answers, C extends keyof Answers[O]>(
  operation: O,
  outcome: C,
): Validator<Answers[O][C]> {
  return validatorAt(answers.get(operation)?.get(String(outcome)) ?? '');
}

const ours: ReadonlyMap<string, string> = answers.get(operationId) ?? new Map();

/** Whether the contract lists a business code of the operation under test. */
export function isDocumented(code: number): boolean {
  return ours.has(String(code));
}

/** JSON Pointer of the schema of an answer of the operation under test, by its business code. */
export function answerPointer(code: number | undefined): string {
  return ours.get(String(code)) ?? ours.get('other') ?? '';
}

/** The validator of an answer of the operation under test, by its business code. */
export function codeValidator(code: number | undefined): Validator<unknown> {
  return validatorAt(answerPointer(code));
}
