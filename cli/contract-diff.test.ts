import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { call } from './call.ts';

const project = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'pkdk-diff-'));
const source = 'contracts/source';
const published = readFileSync(join(project, source, 'batch-get-pure-bt-reset-credentials.zh.md'), 'utf8');

afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const diff = (...args: readonly string[]) => call(['contract', 'diff', ...args]);

const old = file('old.md', published.replace(/(dk \| Device Key {2}\| {10}\| )true /, '$1false'));
const now = file('now.md', published.replace(/extMsg {2}/, 'extNote ').replace(/\| 5106.*\n/, ''));

test('three changes, one a line, the most grave first', async () => {
  const { code, stdout, stderr } = await diff(old, now);
  expect(stdout.split('\n')).toEqual([
    'breaking for callers  #/components/schemas/PkDkDto/required  "dk" is now required in the request',
    expect.stringMatching(
      /^breaking for callers {2}#\/components\/schemas\/\S+\/extNote {2}"extMsg" in the answer is now called "extNote"$/,
    ),
    expect.stringMatching(
      /^breaking for the service {2}#\/paths\/\S+\/oneOf\/2 {2}business code 5106 is gone$/,
    ),
    '',
  ]);
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/\n3 changes: 2 breaking for callers, 1 breaking for the service\n$/),
  ]);
});

test('the same in Chinese', async () => {
  const { stdout, stderr } = await diff(old, now, '--lang', 'zh');
  expect(stdout).toMatch(
    /^破坏调用方 {2}#\/components\/schemas\/PkDkDto\/required {2}请求中的“dk”变为必填\n/,
  );
  expect(stdout).toMatch(/\n破坏服务方 {2}\S+ {2}不再有业务码 5106\n$/);
  expect(stderr).toMatch(/共 3 处变更：2 破坏调用方，1 破坏服务方\n$/);
});

test('as JSON, in both languages', async () => {
  const { code, stdout } = await diff(old, now, '--json');
  const { changes, counts } = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(counts).toEqual({
    'breaking for callers': 2,
    'breaking for the service': 1,
    compatible: 0,
    'text only': 0,
  });
  expect(changes).toHaveLength(3);
  expect(changes[0]).toEqual({
    pointer: '#/components/schemas/PkDkDto/required',
    class: 'breaking for callers',
    kind: 'fieldRequired',
    params: { name: 'dk', place: 'request' },
    text: { en: '"dk" is now required in the request', zh: '请求中的“dk”变为必填' },
  });
});

const [text, otherText] = ['a', 'b'].map((description) =>
  file(
    `${description}.json`,
    JSON.stringify({ openapi: '3.1.0', paths: { '/a': { get: { description } } } }),
  ),
);
const [service, callers] = [now, file('codes.md', published.replace(/extMsg {2}/, 'extNote '))];

test.each([
  ['breaking', old, now, 5],
  ['any', text, otherText, 5],
  ['breaking', text, otherText, 0],
  ['service', service, callers, 0],
  ['service', callers, service, 5],
  ['callers', service, callers, 5],
])('--fail-on %s, %s to %s: exit code %i', async (value, from = '', to = '', code) => {
  expect(await diff(from, to, '--fail-on', value)).toMatchObject({ code });
});

test('no changes: nothing on stdout, and said so', async () => {
  const forms = ['openapi-3.0.yaml', 'swagger-2.0.json'].map((name) => join('contracts/diff/fixtures', name));
  for (const form of forms) {
    expect(await diff(source, form, '--fail-on', 'any')).toEqual({
      code: 0,
      stdout: '',
      stderr: 'The two contracts say the same.\n',
    });
  }
  const { stderr } = await diff(source, source, '--lang', 'zh');
  expect(stderr).toBe('两份契约内容相同。\n');
});

test('what a page does not say clearly is told as by an import', async () => {
  const page = file('unclear.md', published.replace('**接口描述**', '**数据字典**'));
  const { code, stderr } = await diff(page, source);
  expect([code, stderr]).toEqual([0, expect.stringMatching(/unclear\.md:\d+: .*数据字典/)]);
});

mkdirSync(join(folder, 'none'));

test.each([
  [
    'no such file',
    ['/nowhere.yaml', source],
    /^The contract \/nowhere\.yaml cannot be read: ENOENT.*\nGive an OpenAPI 3\.1/,
  ],
  ['no such page', [source, '/nowhere.md'], /^The page \/nowhere\.md cannot be read: ENOENT/],
  [
    'a folder without pages',
    [join(folder, 'none'), source],
    /^No operation can be read from .*none\.\nGive a Knife4j page/,
  ],
  ['no description', ['package.json', source], /^The contract package\.json cannot be read: it has neither/],
  ['no YAML', [source, 'LICENSE-or-none'], /^The contract LICENSE-or-none cannot be read/],
  [
    'another version',
    [file('v.yaml', 'openapi: 3.2.0\npaths: {}\n'), source],
    /v\.yaml is of a version that is not read: openapi is "3\.2\.0"\nGive it as OpenAPI 3\.1/,
  ],
  [
    'another version, in Chinese',
    [file('w.yaml', 'openapi: 4\npaths: {}\n'), source, '--lang', 'zh'],
    /^不支持契约 .*w\.yaml 的版本：openapi 的值是“4”\n请以 OpenAPI 3\.1/,
  ],
  [
    '--fail-on with another word',
    [source, source, '--fail-on', 'all'],
    /^--fail-on is "all"\nIt must be one of breaking, callers, service, any\.\n$/,
  ],
  ['one side only', [source], /missing required argument 'new'/],
])('%s: one clear message, exit code 2', async (_name, args, message) => {
  const { code, stdout, stderr } = await diff(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});
