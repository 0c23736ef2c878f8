import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ToolkitError } from '../contracts/errors.ts';
import { rules } from '../contracts/finding.ts';
import type { Suite } from './case.ts';
import schema from './known-failures.schema.json' with { type: 'json' };
import { readKnownFailures } from './known-failures-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'pkdk-known-'));
const file = join(folder, 'known.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const suites: readonly Suite[] = [
  { name: 'success', titles: ['a batch of 1', 'a batch of 2', 'the same call again'] },
  { name: 'token errors', titles: ['5106: no Authorization header'] },
].map(({ name, titles }) => ({
  name,
  cases: titles.map((title) => ({ title, run: async () => undefined })),
}));

function read(text: string) {
  writeFileSync(file, text);
  return readKnownFailures(file, suites);
}

/** What a file is refused with: each problem with its remedy. */
function refused(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof ToolkitError)) throw error;
    expect([error.code, error.exitCode, error.parts.length]).toEqual([
      'KNOWN_FAILURES',
      2,
      error.params.count,
    ]);
    return error.parts.map((part) => part.explain('en').replace('\n', '. '));
  }
  throw new Error('nothing was refused');
}

const good = { case: 'success › a batch of 1', owner: 'Ann', until: '2026-11-30', reason: 'PKDK-12' };
const json = (...entries: readonly unknown[]) => JSON.stringify(entries);

describe('reads', () => {
  const entries = [
    { ...good, rules: ['leak'] },
    { case: 'success › a batch of 2', owner: 'Bob', until: '2026-12-31', reason: 'slow' },
    {
      case: 'token errors › 5106: no Authorization header',
      owner: 'Bob',
      until: '2026-12-31',
      reason: 'slow',
    },
  ];
  const yaml = `# what is being mended
- case: success › a batch of 1
  rules: [leak]
  owner: Ann
  until: 2026-11-30
  reason: PKDK-12
- case:
    - success › a batch of 2
    - "token errors › 5106: no Authorization header"
  owner: Bob
  until: "2026-12-31"
  reason: slow
`;

  test.each([
    ['YAML', yaml, entries],
    ['YAML of Windows with a byte order mark', `\uFEFF${yaml.replaceAll('\n', '\r\n')}`, entries],
    ['JSON', json(...entries), entries],
    ['an empty list', '[]', []],
    ['a file whose last entry is gone', '# nothing is known to fail\n', []],
  ])('%s', (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('refuses', () => {
  test.each<[string, string, readonly (string | RegExp)[]]>([
    ['an object', JSON.stringify(good), [/^the file is \{"case".*\. It must be a list of entries\.$/]],
    ['a text', 'success', ['the file is "success". It must be a list of entries.']],
    [
      'an entry that is none',
      json([]),
      ['entry 1 is []. It must be an object with case, owner, until and reason.'],
    ],
    [
      'what is missing',
      json({ case: good.case }),
      ['owner', 'until', 'reason'].map((field) => new RegExp(`^entry 1 has no ${field}\\. It must be a `)),
    ],
    [
      'a field that there is not',
      json({ ...good, til: 1 }),
      [/^entry 1 has a field "til"\. Rename or remove it/],
    ],
    ['an owner that is blank', json({ ...good, owner: ' ' }), ['entry 1: owner is " ". It must be a text.']],
    [
      'a reason that is no text',
      json({ ...good, reason: 12 }),
      ['entry 1: reason is 12. It must be a text.'],
    ],
    [
      'no rule',
      json({ ...good, rules: [] }),
      [/^entry 1: rules is \[\]\. It must be a list of http-status, /],
    ],
    [
      'a rule that there is not',
      json({ ...good, rules: ['leak', 'batchlaw'] }),
      [/^entry 1: rules is "batchlaw"\. It must be a list of .*batch-law/],
    ],
    ['no case', json({ ...good, case: [] }), [/^entry 1: case is \[\]\. It must be a case, "suite › title"/]],
    [
      'a case that there is not',
      json({ ...good, case: 'success › a batch of 3' }),
      ['entry 1: there is no case "success › a batch of 3". Did you mean "success › a batch of 1"?'],
    ],
    [
      'what is like no case',
      json({ ...good, case: 'the same' }),
      ['entry 1: there is no case "the same". It must be "suite › title", as the suites print it.'],
    ],
    [
      'a title alone',
      json({ ...good, case: 'the same call again' }),
      [/Did you mean "success › the same call again"\?$/],
    ],
    [
      'another separator',
      json({ ...good, case: 'success > a batch of 1' }),
      [/Did you mean "success › a batch of 1"/],
    ],
    [
      'a case that stands there twice',
      json(good, { ...good, rules: ['leak'] }),
      ['entry 2: "success › a batch of 1" is in entry 1 already. Keep one of them.'],
    ],
  ])('%s', (_name, text, problems) => {
    const found = refused(text);
    expect(found).toHaveLength(problems.length);
    found.forEach((problem, i) => {
      expect(problem).toMatch(problems[i] ?? '');
    });
  });

  test.each([
    '2026-02-30',
    '2026-13-01',
    '2026-1-1',
    '20261201',
    '2026-12-01T00:00:00Z',
    'tomorrow',
    '',
    20261201,
  ])('the date %j', (until) => {
    expect(refused(json({ ...good, until }))).toEqual([
      `entry 1: until is ${JSON.stringify(until)}. It must be a date such as "2026-12-31".`,
    ]);
  });

  test('every problem at once, by entry', () => {
    const text = json({ ...good, until: 'soon', case: 'x' }, 7, { ...good, owner: 1, rules: ['x'] });
    expect(refused(text).map((problem) => problem.slice(0, 'entry 1: until'.length))).toEqual([
      'entry 1: until',
      'entry 1: there',
      'entry 2 is 7. ',
      'entry 3: rules',
      'entry 3: owner',
    ]);
  });

  test.each([
    ['no such file', join(folder, 'nowhere.yaml'), /ENOENT/],
    ['what is neither YAML nor JSON', 'case: token errors › 5106: no header', /Nested mappings .* line 1/],
  ])('%s', (_name, given, reason) => {
    const path = given.startsWith(folder) ? given : file;
    writeFileSync(file, given);
    expect(() => readKnownFailures(path, suites)).toThrow(reason);
    expect(() => readKnownFailures(path, suites)).toThrow(/^The known failures .* cannot be read: .*$/);
  });
});

test('the schema knows every rule', () => {
  expect(schema.items.properties.rules.items.enum).toEqual(rules);
});

test.each(['README.md', 'README.zh-CN.md'])('the example of %s is read', async (page) => {
  const text = readFileSync(new URL(`../${page}`, import.meta.url), 'utf8');
  const example = /```yaml\n(# yaml-language-server: \$schema=.*?)```/s.exec(text)?.[1] ?? '';
  const { suites: all } = await import('./suites.ts');
  writeFileSync(file, example);
  expect(readKnownFailures(file, all).length).toBeGreaterThanOrEqual(2);
});
