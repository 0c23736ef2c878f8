import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** Which rooms of the project each room may import; everything else is a wrong direction. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  contracts: ['contracts'],
  generators: ['generators', 'contracts'],
  load: ['load', 'generators', 'contracts'],
  suites: ['suites', 'generators', 'contracts', 'settings.ts'],
  reports: ['reports', 'contracts'],
  cli: ['cli', 'suites', 'load', 'reports', 'generators', 'contracts', 'settings.ts'],
  'cli.ts': ['cli', 'contracts'],
  'settings.ts': ['contracts/errors.ts'],
  'playwright.config.ts': ['settings.ts', 'contracts/record.ts', 'suites/playwright-arguments.ts'],
  'vitest.config.ts': [],
};

/** Files of `suites` that read the settings; all others get what they need as parameters. */
const readersOfSettings = ['suites/fixtures.ts', 'suites/global-setup.ts', 'suites/record-reporter.ts'];

/** Each library has one file that knows it, types aside. */
const owners: Readonly<Record<string, string>> = {
  '@faker-js/faker': 'generators/devices.ts',
  '@scalar/openapi-upgrader': 'contracts/diff/read.ts',
  ajv: 'contracts/json-schema.ts',
  autocannon: 'load/closed/closed-loop.ts',
  commander: 'cli/program.ts',
  'csv-parse': 'generators/device-rows.ts',
  'csv-stringify': 'reports/formats/csv.ts',
  diff: 'cli/contract-check.ts',
  echarts: 'reports/charts.ts',
  'fast-check': 'suites/counterexample.ts',
  'fast-xml-parser': 'reports/formats/junit/xml.ts',
  fastify: 'contracts/reference/http.ts',
  'hdr-histogram-js': 'contracts/statistics/histogram.ts',
  jose: 'contracts/reference/tokens.ts',
  'openapi-typescript': 'contracts/artefacts.ts',
  'jsonpath-rfc9535': 'contracts/overlay.ts',
  typescript: 'reports/planning/live-script.ts',
  undici: 'contracts/send.ts',
  marked: 'contracts/knife4j/markdown.ts',
  yaml: 'contracts/yaml.ts',
};

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (to: string, isType: boolean) => {
    const target = to.startsWith('.') ? posix.join(posix.dirname(file), to) : to;
    found.push({ from: file, to: target, isType });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.isTypeOnly ?? false);
    }
    const [first] = ts.isCallExpression(node) ? node.arguments : [];
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && first) {
      if (ts.isStringLiteral(first)) add(first.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => existsSync(file) && !/\.test\.ts$/.test(file));
const imports = files.flatMap(importsOf);
const inside = imports.filter(({ to }) => files.includes(to));

function libraryOf({ to }: Import): string {
  const parts = to.split('/');
  return to.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

test('imports go one way', () => {
  const wrong = inside.filter(({ from, to }) => {
    const room = from.split('/')[0] ?? '';
    return !allowed[room]?.some((target) => to === target || to.startsWith(`${target}/`));
  });
  expect(wrong).toEqual([]);
});

test('settings are read at the rim', () => {
  const readers = inside.filter(
    ({ from, to, isType }) => to === 'settings.ts' && from.startsWith('suites/') && !isType,
  );
  expect([...new Set(readers.map(({ from }) => from))].toSorted()).toEqual(readersOfSettings);
});

test('there is no import cycle', () => {
  const done = new Set<string>();
  const cycleFrom = (file: string, path: readonly string[]): readonly string[] => {
    if (path.includes(file)) return [...path, file];
    if (done.has(file)) return [];
    const targets = inside.filter(({ from, isType }) => from === file && !isType).map(({ to }) => to);
    const [cycle = []] = targets
      .map((to) => cycleFrom(to, [...path, file]))
      .filter(({ length }) => length > 0);
    done.add(file);
    return cycle;
  };
  expect(files.map((file) => cycleFrom(file, [])).filter(({ length }) => length > 0)).toEqual([]);
});

test('each library has one owner', () => {
  for (const [library, owner] of Object.entries(owners)) {
    const users = imports.filter((one) => libraryOf(one) === library && !one.isType).map(({ from }) => from);
    expect({ library, users: [...new Set(users)] }).toEqual({ library, users: [owner] });
  }
});

test('no file is a drawer for odds and ends', () => {
  expect(files.filter((file) => /\b(utils?|helpers?|common|misc)\b/.test(file))).toEqual([]);
});
