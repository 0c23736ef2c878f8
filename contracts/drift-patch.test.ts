import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildDescription } from './build.ts';
import { drift } from './checks/drift.ts';
import { judge } from './checks/registry.ts';
import {
  answered,
  exchange,
  failed,
  foreign,
  own,
  own2,
  settings,
  succeeded,
  tokenError,
} from './checks/sample.ts';
import { answerPointer } from './contract.ts';
import { differencesFrom } from './differences.ts';
import { driftPatch } from './drift-patch.ts';
import { validatorsIn } from './json-schema.ts';
import { applyOverlay, type Overlay } from './overlay.ts';
import { parseYaml, readYaml, toYaml } from './yaml.ts';

const file = 'source/batch-get-pure-bt-reset-credentials.zh.md';
const pages = [{ file, text: readFileSync(new URL(file, import.meta.url), 'utf8') }];
const overlay = readYaml<Overlay>(new URL('overlay.yaml', import.meta.url));

/** Answers of a service that went on without its page. */
const drifted = [
  { ...answered([{ ...succeeded(own), ttl: 60 }, succeeded(own2)], [failed(foreign)]), traceId: 'x' },
  { ...answered([succeeded(own), { ...succeeded(own2), ttl: null }], [failed(foreign)]), extMsg: undefined },
  { ...tokenError(5032), "it's": { a: [1] }, 'a/b~c\\': null },
  { ...tokenError(5312), trace: [{}] },
  {
    code: 200,
    data: { failedList: [{ ...failed(foreign), 键: true }], successList: [], total: 1 },
    extMsg: null,
  },
];
const exchanges = drifted.map((body) => exchange({ body }));
const findings = exchanges
  .flatMap((given) => judge(given, settings).findings)
  .filter(({ rule }) => rule === drift.rule);
const patch = driftPatch(findings, 'drift of a test');

test('drift is told with its place in the answer, its type, and its schema', () => {
  expect(
    findings.map(({ at, params: { kind, field, type } }) => [kind, at, field, type].join(' ').trim()),
  ).toEqual([
    'undocumented /data/successList/0/ttl ttl number',
    'undocumented /traceId traceId string',
    'undocumented /data/successList/1/ttl ttl null',
    'vanished  extMsg',
    "undocumented /it's it's object",
    'undocumented /a~1b~0c\\ a/b~c\\ null',
    'undocumented /trace trace array',
    'undocumented /data/failedList/0/键 键 boolean',
    'undocumented /data/total total number',
    'vanished  msg',
  ]);
});

test('the patch is an overlay that names what it accepts, and why', () => {
  expect(patch.actions.find(({ target }) => target.endsWith("['ResetCredentialsSuccessDto']"))).toEqual({
    target: "$['components']['schemas']['ResetCredentialsSuccessDto']",
    description: 'Undocumented: ttl.',
    'x-source': 'drift of a test',
    update: { properties: { ttl: { type: ['null', 'number'], 'x-may-be-absent': true } } },
  });
  expect(patch.actions).toHaveLength(6);
});

test('once the patch is applied, the same answers are quiet, and valid', () => {
  const appended = parseYaml<Overlay>(
    toYaml({ ...overlay, actions: [...overlay.actions, ...patch.actions] }),
  );
  const { description } = buildDescription(pages, appended);
  const differences = differencesFrom(description);
  const validator = validatorsIn(description);
  for (const body of drifted.map((one): { code: number } => JSON.parse(JSON.stringify(one)))) {
    const kinds = [...differences(answerPointer(body.code), body)].filter(
      ({ kind }) => kind === 'undocumented' || body.code === 200,
    );
    expect(kinds).toEqual([]);
    expect(validator(answerPointer(body.code)).problems(body)).toEqual([]);
  }
  const unseen = [...differences(answerPointer(200), { ...drifted[0], other: 1 })];
  expect(unseen).toMatchObject([{ field: 'other' }]);
});

test('without drift there is nothing to apply', () => {
  const quiet = driftPatch(judge(exchange(), settings).findings, 'x');
  expect(quiet.actions).toEqual([]);
  expect(applyOverlay({ a: 1 }, quiet)).toEqual({ a: 1 });
});
