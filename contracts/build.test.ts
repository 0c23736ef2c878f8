import { readFileSync } from 'node:fs';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { buildDescription } from './build.ts';
import { answerPointers, operationsOf, type Schema, schemaAt } from './description.ts';
import { pointerOf } from './json.ts';
import type { Overlay } from './overlay.ts';
import { readYaml } from './yaml.ts';

const file = 'batch-get-pure-bt-reset-credentials.zh.md';
const text = readFileSync(new URL(`source/${file}`, import.meta.url), 'utf8');
const overlay = readYaml<Overlay>(new URL('overlay.yaml', import.meta.url));
const { description, yaml, warnings, refused } = buildDescription([{ file, text }], overlay);
const [place] = operationsOf(description);

/** What the schemas at a pointer say of a value and of everything below it, one line a place. */
function facts(pointer: string, at = '', required = false): [string, string][] {
  const schema: Schema & Record<string, unknown> = { ...schemaAt(description, pointer) };
  const target = schema.$ref?.slice(1);
  const words = [
    ...(schema.type === undefined ? [] : [schema.type].flat()),
    ...(required ? ['required'] : []),
    ...['const', 'minLength', 'enum'].flatMap((key) => (key in schema ? [`${key} ${schema[key]}`] : [])),
  ];
  const own: [string, string][] = target ? facts(target, at, required) : [[at, words.join(' ')]];
  const fields = Object.keys(schema.properties ?? {}).sort();
  const below = fields.flatMap((field) =>
    facts(
      pointer + pointerOf('properties', field),
      `${at}/${field}`,
      schema.required?.includes(field) ?? false,
    ),
  );
  return [...own, ...below, ...(schema.items ? facts(`${pointer}/items`, `${at}/*`) : [])];
}

test('the page needs no mercy', () => expect({ warnings, refused }).toEqual({ warnings: [], refused: [] }));

test('page and overlay say of the request what the suites rely on, field by field', () => {
  const media = `${place?.pointer}/requestBody/content/application~1json/schema`;
  expect(Object.fromEntries(facts(media))).toEqual({
    '': 'array',
    '/*': 'object',
    '/*/dk': 'string required minLength 1',
    '/*/pk': 'string required minLength 1',
  });
  expect(schemaAt(description, `${place?.pointer}/requestBody`)).toMatchObject({ required: true });
  expect(schemaAt(description, `${place?.pointer}/security`)).toEqual([{ Authorization: [] }]);
  expect(schemaAt(description, '/components/securitySchemes/Authorization')).toEqual({
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
});

const error = (code: string) => ({
  '': 'object',
  '/code': code,
  '/data': 'object null',
  '/extMsg': 'string null',
  '/msg': 'string required',
});

test.each([
  [
    'success',
    {
      '': 'object',
      '/code': 'integer required const 200',
      '/data': 'object required',
      '/data/failedList': 'array required',
      '/data/failedList/*': 'object',
      '/data/failedList/*/dk': 'string required',
      '/data/failedList/*/msg': 'string required',
      '/data/failedList/*/pk': 'string required',
      '/data/successList': 'array required',
      '/data/successList/*': 'object',
      '/data/successList/*/dk': 'string required',
      '/data/successList/*/pk': 'string required',
      '/data/successList/*/resetCredentials': 'string required minLength 1',
      '/extMsg': 'string null',
      '/msg': 'string',
    },
  ],
  ['5032', error('required const 5032')],
  ['5106', error('required const 5106')],
  ['other', error('integer required')],
])('page and overlay say of the answer "%s" what the suites rely on, field by field', (outcome, expected) => {
  const pointer = place && answerPointers(place).get(outcome);
  expect(Object.fromEntries(facts(pointer ?? ''))).toEqual(expected);
});

test('the operation, its codes and their meanings', () => {
  expect(place?.pointer).toBe('/paths/~1v2~1binding~1enduserapi~1batchGetPureBtResetCredentials/post');
  expect([...(place ? answerPointers(place).keys() : [])].sort()).toEqual([
    ...['200', '5032', '5106', 'other', 'success'],
  ]);
  expect(place?.operation['x-business-codes']).toMatchObject([
    { code: 5032, outcome: 'tokenInvalid', meaning: { zh: 'token 验证失败', en: 'The token is not valid' } },
    { code: 5106, outcome: 'tokenMissing', meaning: { zh: '请输入token', en: 'No token was given' } },
    { code: 200, outcome: 'success', meaning: { en: 'The batch was answered' } },
  ]);
  expect(Object.keys(place?.operation.responses ?? {})).toEqual(['200']);
});

test('every action of the overlay gives its reason and its source', () => {
  for (const action of overlay.actions) {
    expect(action).toMatchObject({ description: expect.any(String), 'x-source': expect.any(String) });
  }
});

test('what is built passes a strict linter', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: yaml, config });
  const silent = new Set(['info-license', 'operation-4xx-response']);
  expect(problems.filter(({ ruleId }) => !silent.has(ruleId)).map(({ message }) => message)).toEqual([]);
});
