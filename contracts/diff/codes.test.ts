import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from './json.ts';
import { callers, contract, field, json, number, object, service, text, told } from './sample.ts';

describe('answers by business code', () => {
  const coded = (code: Json, more: JsonObject = {}, ...required: string[]) =>
    object({ code, msg: text, ...more }, ...required);
  const union = (...branches: readonly Json[]) => contract({ answer: { oneOf: branches } });
  const success = coded({ const: 200 }, { data: text });

  test('are matched by code, not by place', () => {
    const old = union(success, coded({ const: 1 }), coded({ const: 2 }));
    const now = union(coded({ enum: [2] }), coded({ type: 'integer', const: 1 }, {}, 'msg'), success);
    expect(told(old, now)).toEqual([[service, 'fieldRequired', 'msg']]);
  });

  test('share an answer that lists its codes', () => {
    const old = union(success, coded({ const: 1 }), coded({ const: 2 }));
    expect(told(old, union(coded({ enum: [1, 2] }), success))).toEqual([]);
    expect(told(old, union(coded({ enum: [1, 3] }), success))).toEqual([
      [callers, 'codeAdded', '3'],
      [service, 'codeRemoved', '2'],
    ]);
  });

  test('a union that code does not tell apart is a union', () => {
    const old = union(success, coded({ const: 1 }), coded({ const: 1 }, { more: text }));
    const now = union(coded({ const: 1 }, { more: number }), coded({ const: 1 }), success);
    expect(told(old, now)).toEqual([[callers, 'changed', 'more']]);
  });

  test('a code more and a code less', () => {
    expect(told(union(success, coded({ const: 1 })), union(success, coded({ const: 3 })))).toEqual([
      [callers, 'codeAdded', '3'],
      [service, 'codeRemoved', '1'],
    ]);
  });

  test('all other codes, beside one of success', () => {
    const open = (...codes: readonly number[]) =>
      coded({ type: 'integer', not: { enum: codes } }, { note: number });
    const old = union(success, coded({ const: 1 }));
    const now = union(success, coded({ const: 1 }), open(200, 1));
    expect(told(old, now)).toEqual([[callers, 'codeAdded', '*']]);
    expect(told(now, old)).toEqual([[service, 'codeRemoved', '*']]);
    expect(told(now, union(open(1, 200), success, coded({ const: 1 })))).toEqual([]);
    const page = union(coded({ type: 'integer', not: { enum: [1] } }, { data: text }), coded({ const: 1 }));
    expect(told(page, now)).toEqual([
      [callers, 'codeAdded', '*'],
      [service, 'narrowed', 'code'],
    ]);
  });

  test('200 goes before 0 as the code of success, and its listing adds nothing', () => {
    const old = union(success, coded({ const: 1 }));
    expect(told(old, union(coded({ const: 0 }), success, coded({ const: 1 })))).toEqual([
      [callers, 'codeAdded', '0'],
    ]);
    const operation = { 'x-business-codes': [{ code: 200, meaning: { en: 'fine' } }] };
    expect(told(old, contract({ answer: { oneOf: [success, coded({ const: 1 })] }, operation }))).toEqual([]);
  });

  test('another code of success is another value', () => {
    const other = coded({ const: 0 }, { data: text });
    expect(told(union(success, coded({ const: 1 })), union(other, coded({ const: 1 })))).toEqual([
      [callers, 'changed', 'code'],
    ]);
  });

  test('an answer under its code: described, or like any other', () => {
    const wrapper = object(
      { code: number, data: text, msg: text, list: { type: 'array' }, map: field(text) },
      'msg',
    );
    const keyed = (answer: JsonObject) =>
      contract({
        operation: {
          responses: {
            200: { description: 'OK', content: json(wrapper) },
            5032: { description: 'x', ...answer },
          },
        },
      });
    const derived = { content: json(object({ code: number, msg: text }, 'code')) };
    expect(told(keyed({}), keyed(derived))).toEqual([]);
    const own = { content: json(object({ msg: number })) };
    expect(told(keyed({}), keyed(own))).toEqual([]);
    expect(told(keyed(derived), keyed(own))).toEqual([[callers, 'changed', 'msg']]);
  });

  test('codes that are only listed', () => {
    const listed = (...codes: readonly number[]) =>
      contract({
        answer: text,
        operation: { 'x-business-codes': codes.map((code) => ({ code, meaning: { zh: `${code}` } })) },
      });
    expect(told(listed(1, 2), listed(2, 3))).toEqual([
      [callers, 'codeAdded', '3'],
      [service, 'codeRemoved', '1'],
    ]);
  });
});
