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
  kinds: {
    missing: { severity: 'violation', en: 'the field {expected} is missing', zh: '缺少字段 {expected}' },
    type: { severity: 'violation', en: 'the type is not {expected}', zh: '类型不是 {expected}' },
    empty: { severity: 'violation', en: 'the value is empty', zh: '值为空' },
    value: { severity: 'violation', en: 'the value is not {expected}', zh: '值不是 {expected}' },
    schema: { severity: 'violation', en: 'the schema is broken: {expected}', zh: '不符合模式：{expected}' },
  },
  inspect({ isOperations, json, code }, report) {
    if (!isOperations || json === undefined) return;
    for (const error of codeValidator(code).problems(json)) {
      report(problemOf[error.keyword] ?? 'schema', error.instancePath, { expected: expectation(error) });
    }
  },
});
