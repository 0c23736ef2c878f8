import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { answerPointers, type Description, operationsOf } from '../contracts/description.ts';
import { ToolkitError } from '../contracts/errors.ts';
import { validatorsIn } from '../contracts/json-schema.ts';
import type { Lang } from '../contracts/text.ts';
import { parseYaml } from '../contracts/yaml.ts';
import { brokenSuite } from '../reports/sample-suites.ts';
import { keptLoad } from '../reports/sample-sweeps.ts';
import { readSettings } from '../settings.ts';
import { call } from './call.ts';
import { rebuilt } from './contract-folder.ts';
import { Terminal } from './terminal.ts';

const project = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'pkdk-'));
afterAll(() => rmSync(folder, { recursive: true }));

const contract = (...args: string[]) => call(['contract', ...args]);

/** A contract folder like the project's, to change at will. */
function contractFolder(name: string): string {
  const copy = join(folder, name);
  for (const part of ['source', 'overlay.yaml']) {
    cpSync(join(project, 'contracts', part), join(copy, part), { recursive: true });
  }
  return copy;
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

test.concurrent('the project’s generated files are up to date', async () => {
  expect(await contract('check')).toEqual({
    code: 0,
    stdout: '',
    stderr: '5 generated files are up to date.\n',
  });
});

test.concurrent('build writes what changed, check compares it, and a new edition of the page makes it stale', async () => {
  const copy = contractFolder('edition');
  const files = ['openapi.yaml', 'generated/openapi.ts', 'generated/answers.ts'];
  const first = await contract('build', copy);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout.trim().split('\n')).toEqual(files.map((name) => join(copy, name)));
  for (const name of files) {
    expect(readFileSync(join(copy, name), 'utf8')).toBe(
      readFileSync(join(project, 'contracts', name), 'utf8'),
    );
  }
  expect(await contract('build', copy)).toEqual({ code: 0, stdout: '', stderr: '' });
  edit(join(copy, 'source/batch-get-pure-bt-reset-credentials.zh.md'), (text) =>
    text.replace('| 5106   | 请输入token ', '| 5107   | 请输入token '),
  );
  edit(join(copy, 'overlay.yaml'), (text) => text.replaceAll('5106', '5107'));
  const stale = await contract('check', copy);
  expect(stale.code).toBe(1);
  expect(stale.stdout).toMatch(/^-\s+- code: 5106$/m);
  expect(stale.stdout).toMatch(/^\+\s+- code: 5107$/m);
  expect(stale.stderr).toContain(
    `${join(copy, 'openapi.yaml')} is stale: run \`npm run contract -- build\`.`,
  );
});

/** Why a folder cannot be built, in a language. */
async function refusal(copy: string, lang: Lang = 'en'): Promise<string> {
  const context = {
    args: [copy],
    settings: readSettings({ PKDK_LANG: lang }),
    terminal: new Terminal(process.stdout, process.stderr),
  };
  const error: unknown = await rebuilt(context).catch((thrown) => thrown);
  if (!(error instanceof ToolkitError)) throw error;
  expect(error.exitCode).toBe(2);
  return error.explain(lang);
}

test('an action that matches nothing any more fails the build, by name, in both languages', async () => {
  const copy = contractFolder('misfit');
  edit(join(copy, 'source/batch-get-pure-bt-reset-credentials.zh.md'), (text) =>
    text.replaceAll('PkDkDto', 'DeviceDto'),
  );
  expect(await refusal(copy)).toContain(
    'action 3, $.components.schemas.PkDkDto.properties[*]: it matches nothing',
  );
  expect(await refusal(copy, 'zh')).toContain(
    '第 3 个操作，$.components.schemas.PkDkDto.properties[*]：没有匹配到任何内容',
  );
});

const head = 'info: {title: x, version: "1"}';

test.each([
  ['is no YAML', '{', /The overlay .*overlay\.yaml cannot be used: ./],
  ['does nothing', `overlay: 1.0.0\n${head}\nactions: []\n`, /: \/actions must NOT have fewer than 1 items/],
  [
    'is of another version',
    `overlay: 2.0.0\n${head}\nactions: [{target: $}]\n`,
    /: \/overlay must match pattern/,
  ],
])('an overlay that %s is refused', async (name, text, message) => {
  const copy = contractFolder(name);
  writeFileSync(join(copy, 'overlay.yaml'), text);
  expect(await refusal(copy)).toMatch(message);
});

test.concurrent('a page that cannot be read stops the build, and nothing is written', async () => {
  const copy = contractFolder('refused');
  writeFileSync(join(copy, 'source/other.md'), '# no operation\n');
  const { code, stdout, stderr } = await contract('build', copy);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`${join(copy, 'source/other.md')}: there is no address label`);
});

test.concurrent('a sibling operation: the page of the README gives types and validators', async () => {
  const copy = contractFolder('sibling');
  const readme = readFileSync(join(project, 'README.md'), 'utf8');
  const page = /^````markdown\n(.*?)^````$/ms.exec(readme)?.[1] ?? '';
  writeFileSync(join(copy, 'source/set-device-nickname.zh.md'), page);
  expect(await contract('build', copy)).toMatchObject({ code: 0, stderr: '' });
  const types = readFileSync(join(copy, 'generated/answers.ts'), 'utf8');
  expect(types).toMatch(
    /readonly putV2BindingEnduserapiSetDeviceNickname: \{\s+readonly "success": components/,
  );
  const description = parseYaml<Description>(readFileSync(join(copy, 'openapi.yaml'), 'utf8'));
  const place = operationsOf(description).find(({ pointer }) => pointer.endsWith('setDeviceNickname/put'));
  const pointers = place ? answerPointers(place) : new Map<string, string>();
  expect([...pointers.keys()]).toEqual(['success', '5032', '5106', '5333']);
  const problems = (outcome: string, answer: unknown) =>
    validatorsIn(description)(pointers.get(outcome) ?? '')
      .problems(answer)
      .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
  expect(problems('success', { code: 200, data: { dk: 'D1', nickname: 'Lamp', pk: 'p' }, msg: '' })).toEqual(
    [],
  );
  expect(problems('success', { code: 5333, data: { nickname: 1 } })).toEqual([
    '/data/nickname type',
    '/code not',
  ]);
  expect(problems('5333', { code: 5333, msg: 'too long' })).toEqual([]);
  expect(problems('5333', { code: 5032, msg: '' })).toEqual(['/code const']);
});

test.concurrent('the drift of a run is printed as an overlay; a run without drift prints nothing', async () => {
  const drift = {
    rule: 'drift',
    severity: 'drift',
    at: '/ttl',
    message: '',
    params: { kind: 'undocumented', field: 'ttl', type: 'number', schema: '/components/schemas/Error5032' },
  };
  const [suiteCase] = brokenSuite.cases;
  const record = (name: string, content: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const drifting = record('drifting.json', { ...brokenSuite, cases: [{ ...suiteCase, findings: [drift] }] });
  const { code, stdout, stderr } = await contract('drift', drifting);
  expect(code).toBe(0);
  expect(parseYaml(stdout)).toMatchObject({
    overlay: '1.0.0',
    actions: [
      {
        target: "$['components']['schemas']['Error5032']",
        update: { properties: { ttl: { type: 'number' } } },
      },
    ],
  });
  expect(stderr).toContain('add these actions to contracts/overlay.yaml');
  const quiet = record('quiet.json', { ...brokenSuite, cases: [] });
  expect(await contract('drift', quiet)).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringContaining('no drift'),
  });
  expect(await contract('drift', record('load.json', keptLoad))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('There is no record of the suites in'),
  });
});
