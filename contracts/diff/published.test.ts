import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importPages } from '../knife4j/import.ts';
import { toYaml } from '../yaml.ts';
import type { ChangeClass } from './classes.ts';
import { compareContracts } from './compare.ts';
import type { JsonObject } from './json.ts';
import { readDescription, readPages } from './read.ts';

const textAt = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const published = textAt('../source/batch-get-pure-bt-reset-credentials.zh.md');

const pageOf = (text: string) => readPages('a.md', [{ file: 'a.md', text }]).document;
const described = (file: string) => readDescription({ file, text: textAt(`./fixtures/${file}`) });

/** The page with texts replaced, each of which must be there. */
function edited(...edits: readonly (readonly [string | RegExp, string])[]): JsonObject {
  return pageOf(
    edits.reduce((text, [from, to]) => {
      const result = text.replace(from, to);
      if (result === text) throw new Error(`not on the page: ${from}`);
      return result;
    }, published),
  );
}

const imported = toYaml(importPages([{ file: 'a.md', text: published }]).document);
const forms: Readonly<Record<string, JsonObject>> = {
  page: pageOf(published),
  imported: readDescription({ file: 'a.yaml', text: imported }),
  'OpenAPI 3.1': described('openapi-3.1.yaml'),
  'OpenAPI 3.0': described('openapi-3.0.yaml'),
  'Swagger 2.0': described('swagger-2.0.json'),
};
const names = Object.keys(forms);

test.each(names.flatMap((old) => names.map((now) => [old, now] as const)))(
  'the published contract as %s and as %s is the same',
  (old, now) => {
    expect(compareContracts(forms[old] ?? {}, forms[now] ?? {})).toEqual([]);
  },
);

const row = (name: string) => new RegExp(`\\| (?:&emsp;)*${name} .*\\n`);

describe.each(names)('a change is seen against %s:', (name) => {
  const form = forms[name] ?? {};

  test('a field renamed, a business code removed, a field made required: three changes', () => {
    const old = edited([/(&emsp;dk \| Device Key {2}\| {10}\| )true /, '$1false']);
    const kept = compareContracts(old, form);
    expect(kept.map(({ kind }) => kind)).toEqual(['fieldRequired']);
    const now = edited([/\| extMsg {2}/, '| extNote '], [row('5106'), '']);
    const changes = compareContracts(form, now);
    expect(changes.map((one) => [one.class, one.kind, one.params.name])).toEqual([
      ['breaking for callers', 'fieldRenamed', 'extMsg'],
      ['breaking for the service', 'codeRemoved', '5106'],
    ]);
  });

  test('a field of the data gone', () => {
    expect(compareContracts(form, edited([row('resetCredentials'), '']))).toMatchObject([
      { class: 'breaking for callers', kind: 'fieldRemoved', params: { name: 'resetCredentials' } },
    ]);
  });

  test('a field of the wrapper gone, in all answers once', () => {
    expect(compareContracts(form, edited([/\n\| msg .*/, '']))).toMatchObject([
      { class: 'breaking for callers', kind: 'fieldRemoved', params: { name: 'msg', place: 'answer' } },
    ]);
  });

  test('another meaning of a code', () => {
    const changes = compareContracts(form, edited(['token 验证失败', 'token 无效']));
    const isSaid = !name.startsWith('OpenAPI');
    expect(changes.map((one) => [one.class, one.params.name])).toEqual(isSaid ? [['text only', '5032']] : []);
  });
});

describe('two editions of the page', () => {
  const old = edited([/(&emsp;dk \| Device Key {2}\| {10}\| )true /, '$1false']);
  const now = edited([/resetCredentials \|/, 'credential       |'], [row('5106'), '']);

  test('a rename, a code less and a field that is required are exactly three', () => {
    expect(compareContracts(old, now)).toMatchObject([
      {
        pointer: '#/components/schemas/PkDkDto/required',
        class: 'breaking for callers',
        kind: 'fieldRequired',
        text: { en: '"dk" is now required in the request', zh: '请求中的“dk”变为必填' },
      },
      {
        pointer: '#/components/schemas/ResetCredentialsSuccessDto/properties/credential',
        class: 'breaking for callers',
        kind: 'fieldRenamed',
        params: { name: 'resetCredentials', to: 'credential' },
      },
      {
        pointer: expect.stringMatching(/^#\/paths\/~1v2.*\/oneOf\/2$/),
        class: 'breaking for the service',
        kind: 'codeRemoved',
        text: { en: 'business code 5106 is gone', zh: '不再有业务码 5106' },
      },
    ]);
  });

  test('the other way round the classes are mirrored', () => {
    expect(compareContracts(now, old).map((one) => [one.class, one.kind])).toEqual([
      ['breaking for callers', 'fieldRenamed'],
      ['breaking for callers', 'codeAdded'],
      ['breaking for the service', 'fieldOptional'],
    ] satisfies [ChangeClass, string][]);
  });

  test('the last code gone leaves the plain answer', () => {
    const bare = edited([row('5032'), ''], [row('5106'), '']);
    expect(compareContracts(forms.page ?? {}, bare).map(({ params }) => params.name)).toEqual([
      '5032',
      '5106',
    ]);
  });
});

test('a code that is said to mean success is a promise the page does not make', () => {
  const text = textAt('./fixtures/openapi-3.1.yaml').replace(
    '{ not: { enum: [5106, 5032] } }',
    '{ const: 200 }',
  );
  const fixed = readDescription({ file: 'a.yaml', text });
  expect(compareContracts(forms.page ?? {}, fixed)).toMatchObject([
    {
      class: 'breaking for the service',
      kind: 'narrowed',
      params: { keyword: 'const', from: '—', to: '200' },
    },
  ]);
  expect(compareContracts(fixed, forms.page ?? {})).toMatchObject([
    { class: 'breaking for callers', kind: 'widened', params: { keyword: 'const', from: '200', to: '—' } },
  ]);
});

test('the wrapper with its codes excluded as allOf or beside the reference is the same', () => {
  const text = textAt('./fixtures/openapi-3.1.yaml');
  const beside = /- \$ref: "#\/components\/schemas\/Wrapper"\n.*\n(.*code: .*)\n/;
  expect(text).toMatch(beside);
  const all = text.replace(
    beside,
    '- allOf: [{ $ref: "#/components/schemas/Wrapper" }, { properties: { code: { not: { enum: [5032, 5106] } } } }]\n',
  );
  const other = readDescription({ file: 'a.yaml', text: all });
  expect(compareContracts(other, forms.page ?? {})).toEqual([]);
});
