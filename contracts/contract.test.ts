import { expect, expectTypeOf, test } from 'vitest';
import { answered, own, succeeded, tokenError } from './checks/sample.ts';
import { answerPointer, answerValidator, isDocumented, operationId } from './contract.ts';
import { answerPointers, type Operation } from './description.ts';

const success = answerValidator(operationId, 'success');

test('a validator narrows an answer to its generated type', () => {
  const answer: unknown = answered([succeeded(own, 'c')]);
  if (!success.test(answer)) throw new Error('refused');
  expectTypeOf(answer.code).toEqualTypeOf<200>();
  expectTypeOf(answer.data.successList).items.toHaveProperty('resetCredentials').toBeString();
  expect(answer.data.successList[0]?.resetCredentials).toBe('c');
});

test('each answer of an operation has a validator of its own', () => {
  expect(answerValidator(operationId, '5032').test(tokenError(5032))).toBe(true);
  expect(answerValidator(operationId, '5032').test(tokenError(5106))).toBe(false);
  expect(answerValidator(operationId, 'other').test(tokenError(5312))).toBe(true);
  expect(success.problems(tokenError(5032)).map(({ keyword }) => keyword)).toEqual(['required', 'const']);
});

test('a code without a schema of its own is answered as any other', () => {
  expect([isDocumented(5106), isDocumented(5312)]).toEqual([true, false]);
  expect(answerPointer(5312)).toBe(answerPointer(undefined));
  expect(answerPointer(5106)).not.toBe(answerPointer(5032));
});

const operation = (parts: Partial<Operation>) => ({
  pointer: '/p',
  operation: { operationId: 'x', responses: {}, ...parts },
});
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const codes = [{ code: 5032, schema: 'Error5032' }, { code: 'Lamp.Broken' }];
const at = (status: string) => `/p/responses/${status}/content/application~1json/schema`;

test.each([
  ['nothing to validate', operation({ responses: { 204: {} } }), {}],
  ['one answer', operation({ responses: { 200: json({}) } }), { success: at('200') }],
  [
    'a union that is no union by code',
    operation({ responses: { 200: json({ oneOf: [] }) } }),
    { success: at('200') },
  ],
  [
    'codes',
    operation({ responses: { 200: json({ oneOf: [{}] }) }, 'x-business-codes': codes }),
    { success: `${at('200')}/oneOf/0`, 5032: '/components/schemas/Error5032' },
  ],
  [
    'codes that no field tells apart',
    operation({ responses: { 200: json({}) }, 'x-business-codes': [{ code: 'Lamp.Broken' }] }),
    { success: at('200') },
  ],
  [
    'several statuses',
    operation({ responses: { 404: json({}), 200: {}, 201: json({}), default: json({}) } }),
    { success: at('201'), 404: at('404'), default: at('default') },
  ],
])('answers by outcome: %s', (_name, place, expected) => {
  expect(Object.fromEntries(answerPointers(place))).toEqual(expected);
});
