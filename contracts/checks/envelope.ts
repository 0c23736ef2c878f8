import type { ErrorObject } from 'ajv';
import { codeValidator } from '../contract.ts';
import { defineCheck } from './check.ts';

type Problem = 'missing' | 'type' | 'empty' | 'value' | 'schema';

const problemOf: Readonly<Record<string, Problem>> = {
  required: 'missing',
  type: 'type',
  minLength: 'empty',
  const: 'value',
  enum: 'value',
};

function expectation(error: ErrorObject): string {
  const { missingProperty, type, allowedValue } = error.params;
  return String(missingProperty ?? type ?? allowedValue ?? error.message);
}

/** The answer has the fields and types that the contract gives the outcome it claims. */
export const envelope = defineCheck({
  rule: 'envelope',
  title: { en: 'Envelope', zh: '应答结构' },
  demand: {
    en: 'The answer has the fields and types of the outcome it claims.',
    zh: '应答具备其所示结果应有的字段和类型。',
  },
  kinds: {
    missing: {
      severity: 'violation',
      en: 'the field {expected} is missing',
      zh: '缺少字段 {expected}',
      expected: { en: 'the field {expected}', zh: '字段 {expected}' },
      received: { en: 'none in {there}', zh: '{there} 中没有' },
    },
    type: {
      severity: 'violation',
      en: 'the type is not {expected}',
      zh: '类型不是 {expected}',
      expected: { en: 'type {expected}', zh: '类型 {expected}' },
      received: { en: '{there}', zh: '{there}' },
    },
    empty: {
      severity: 'violation',
      en: 'the value is empty',
      zh: '值为空',
      expected: { en: 'a value that is not empty', zh: '非空的值' },
      received: { en: '{there}', zh: '{there}' },
    },
    value: {
      severity: 'violation',
      en: 'the value is not {expected}',
      zh: '值不是 {expected}',
      expected: { en: '{expected}', zh: '{expected}' },
      received: { en: '{there}', zh: '{there}' },
    },
    schema: {
      severity: 'violation',
      en: 'the schema is broken: {expected}',
      zh: '不符合模式：{expected}',
      expected: { en: '{expected}', zh: '{expected}' },
      received: { en: '{there}', zh: '{there}' },
    },
  },
  inspect({ isOperations, json, code }, report) {
    if (!isOperations || json === undefined) return;
    for (const error of codeValidator(code).problems(json)) {
      report(problemOf[error.keyword] ?? 'schema', error.instancePath, { expected: expectation(error) });
    }
  },
});
