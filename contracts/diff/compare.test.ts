import { describe, expect, test } from 'vitest';
import { compareContracts } from './compare.ts';
import { type Json, type JsonObject, objectOf } from './json.ts';
import { callers, contract, json, number, object, reference, service, text, told } from './sample.ts';

describe('renames', () => {
  test('two that go and come with the same schema are no renames', () => {
    const [old, now] = [object({ a: text, b: text }), object({ c: text, d: text })];
    expect(told(contract({ answer: old }), contract({ answer: now }))).toEqual([
      [callers, 'fieldRemoved', 'a'],
      [callers, 'fieldRemoved', 'b'],
      ['compatible', 'fieldAdded', 'c'],
      ['compatible', 'fieldAdded', 'd'],
    ]);
  });

  test('one that goes and two that come are none either', () => {
    const [old, now] = [object({ a: text }), object({ c: text, d: text })];
    expect(told(contract({ answer: old }), contract({ answer: now })).map(([, kind]) => kind)).toEqual([
      'fieldRemoved',
      'fieldAdded',
      'fieldAdded',
    ]);
  });

  test('two that go and one that comes are none', () => {
    const [old, now] = [object({ a: text, b: text }), object({ c: text })];
    expect(told(contract({ answer: old }), contract({ answer: now })).map(([, kind]) => kind)).toEqual([
      'fieldRemoved',
      'fieldRemoved',
      'fieldAdded',
    ]);
  });

  test('two of different schemas are two renames, texts and "required" told apart', () => {
    const old = object({ a: { ...text, description: 'x' }, b: object({ n: number }) });
    const now = object({ d: object({ n: number }), c: { ...text, description: 'y' } }, 'c');
    expect(told(contract({ answer: old }), contract({ answer: now }))).toEqual([
      [callers, 'fieldRenamed', 'a'],
      [callers, 'fieldRenamed', 'b'],
      [service, 'fieldRequired', 'c'],
      ['text only', 'textChanged', 'c'],
    ]);
  });

  test('a field with another type is another field', () => {
    expect(
      told(contract({ answer: object({ a: text }) }), contract({ answer: object({ b: number }) })),
    ).toEqual([
      [callers, 'fieldRemoved', 'a'],
      ['compatible', 'fieldAdded', 'b'],
    ]);
  });
});

describe('once', () => {
  const schemas = (shared: Json): JsonObject => ({ Shared: shared });
  const [old, now] = [object({ a: text }), object({ a: text }, 'a')];

  test('a component in two answers and at two fields', () => {
    const answer = object({ m: reference('Shared'), n: reference('Shared') });
    const both = (shared: Json) =>
      contract({
        operation: {
          responses: {
            200: { description: 'OK', content: json(answer) },
            400: { description: 'No', content: json(reference('Shared')) },
          },
        },
        schemas: schemas(shared),
      });
    expect(told(both(old), both(now))).toEqual([[service, 'fieldRequired', 'a']]);
  });

  test('a component in the request and the answer, with the graver class', () => {
    const both = (shared: Json) =>
      contract({ request: reference('Shared'), answer: reference('Shared'), schemas: schemas(shared) });
    expect(compareContracts(both(old), both(now))).toMatchObject([
      {
        class: callers,
        params: { name: 'a', place: 'both' },
        pointer: '#/components/schemas/Shared/required',
        text: { en: '"a" is now required in the request and the answer', zh: '请求与应答中的“a”变为必填' },
      },
    ]);
  });

  test('a component of two operations', () => {
    const both = (shared: Json): JsonObject => {
      const description = contract({ answer: reference('Shared'), schemas: schemas(shared) });
      const paths = objectOf(description.paths);
      return { ...description, paths: { ...paths, '/b': paths['/a'] ?? {} } };
    };
    expect(told(both(old), both(now))).toEqual([[service, 'fieldRequired', 'a']]);
  });

  test('a base of many components', () => {
    const base = (...required: string[]): JsonObject => {
      const extended = (name: string) => ({ allOf: [reference('Base')], properties: { [name]: number } });
      const description = contract({
        answer: reference('A'),
        schemas: { A: extended('a'), B: extended('b'), Base: object({ x: text }, ...required) },
      });
      const other = objectOf(contract({ answer: reference('B'), path: '/b' }).paths);
      return { ...description, paths: { ...objectOf(description.paths), ...other } };
    };
    expect(told(base(), base('x'))).toEqual([[service, 'fieldRequired', 'x']]);
  });

  test('two fields that become one component are two changes', () => {
    const old = object({ a: text, b: text, c: number });
    const now = object({
      a: reference('Shared'),
      b: { ...reference('Shared'), description: 'b', 'x-texts': { zh: 'b' } },
      c: number,
    });
    const schemas = { Shared: { ...text, minLength: 1 } };
    expect(told(contract({ answer: old }), contract({ answer: now, schemas }))).toEqual([
      [service, 'narrowed', 'a'],
      [service, 'narrowed', 'b'],
      ['text only', 'textChanged', 'b'],
    ]);
    const later = { Shared: { ...text, minLength: 2 } };
    expect(told(contract({ answer: now, schemas }), contract({ answer: now, schemas: later }))).toEqual([
      [service, 'narrowed', 'a'],
    ]);
  });

  test('two fields of one component are two changes', () => {
    const two = (...required: string[]) =>
      contract({ answer: reference('Shared'), schemas: schemas(object({ a: text, b: text }, ...required)) });
    expect(told(two(), two('a', 'b'))).toEqual([
      [service, 'fieldRequired', 'a'],
      [service, 'fieldRequired', 'b'],
    ]);
  });

  test('the same change written out in two answers of an operation, but not in two operations', () => {
    const answersOf = (schema: Json) => ({
      responses: {
        200: { description: 'OK', content: json(schema) },
        400: { description: 'No', content: json(schema) },
      },
    });
    const twice = (schema: Json): JsonObject => {
      const description = contract({ operation: answersOf(schema) });
      const paths = objectOf(description.paths);
      return { ...description, paths: { ...paths, '/b': paths['/a'] ?? {} } };
    };
    expect(told(twice(old), twice(now))).toEqual([
      [service, 'fieldRequired', 'a'],
      [service, 'fieldRequired', 'a'],
    ]);
  });
});
