import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../contracts/json.ts';
import type { Case } from '../../contracts/record.ts';
import { langs } from '../../contracts/text.ts';
import type { Records } from '../model.ts';
import { caughtFaults, missedFaults } from '../sample-faults.ts';
import { brokenSuite, exchange, foreignSucceeded, keptSuite } from '../sample-suites.ts';
import { brokenLoad, keptLoad } from '../sample-sweeps.ts';
import { missedLoad, mixedSuite } from './sample-mixed.ts';
import { renderSarif } from './sarif.ts';

const schema: unknown = JSON.parse(
  readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'),
);
// Draft 4 is what this schema is written in; all that it uses of it means the same in later drafts.
const { id: _id, $schema: _draft, ...later } = isRecord(schema) ? schema : {};
const validate = new Ajv({
  strict: false,
  allErrors: true,
  validateFormats: false,
  unicodeRegExp: false,
}).compile(later);

const description = readFileSync('contracts/openapi.yaml', 'utf8').split('\n');

function logOf(records: Records, lang: 'en' | 'zh' = 'en'): Log {
  return JSON.parse(renderSarif(records, lang));
}

test.each<[string, Records]>([
  ['all kept', { suite: keptSuite, load: keptLoad, faults: caughtFaults }],
  ['all broken', { suite: mixedSuite, load: brokenLoad, faults: missedFaults }],
  ['a missed threshold', { load: missedLoad }],
  ['no record', {}],
])('the published schema takes %s', (_name, records) => {
  for (const lang of langs) {
    validate(JSON.parse(renderSarif(records, lang)));
    expect(validate.errors).toBe(null);
  }
});

test('the schema objects to what it does not know', () => {
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
});

test('a broken contract, in English', async () => {
  const log = renderSarif({ suite: mixedSuite, load: missedLoad }, 'en');
  await expect(log).toMatchFileSnapshot('../golden/broken.en.sarif.snap');
});

describe('a result', () => {
  const [run] = logOf({ suite: mixedSuite, load: missedLoad }).runs;
  const results = run?.results ?? [];
  const ofRule = (rule: string) => results.filter(({ ruleId }) => ruleId === rule);

  test('points at the line of the description that says otherwise', () => {
    const [{ locations } = { locations: [] }] = ofRule('ownership');
    const place = locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation?.uri).toBe('contracts/openapi.yaml');
    expect(description[(place?.region?.startLine ?? 0) - 1]?.trim()).toBe('items:');
    for (const { locations: all } of results)
      expect(all?.[0]?.physicalLocation?.region?.startLine).toBeGreaterThan(1);
  });

  test('is suppressed where the failure is known, by whom and until when', () => {
    const [fresh, old] = ofRule('ownership');
    expect(fresh?.suppressions).toBeUndefined();
    expect(old?.suppressions?.[0]?.justification).toContain('until 2026-12-31');
  });

  test('is none where the environment was to blame', () => {
    expect(results.some(({ message }) => message.text?.includes('ECONNREFUSED'))).toBe(false);
    const [invocation] = run?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(JSON.stringify(invocation?.toolExecutionNotifications)).toContain('ECONNREFUSED');
  });

  test('has rules in both languages', () => {
    const titles = [run?.tool.driver, ...(run?.translations ?? [])].map((component) => [
      component?.language,
      component?.rules?.find(({ id }) => id === 'ownership')?.shortDescription?.text,
    ]);
    expect(titles).toEqual([
      ['en', 'Ownership'],
      ['zh-CN', '归属'],
    ]);
  });
});

test('a fingerprint is the same whatever was drawn, and other for another thing', () => {
  const drawn = (at: string, dk: string): Case[] =>
    brokenSuite.cases.map((one) =>
      one.exchangeIds[0] === 'x1'
        ? { ...one, findings: [{ ...foreignSucceeded, at, params: { ...foreignSucceeded.params, dk } }] }
        : one,
    );
  const printsOf = (cases: readonly Case[]) =>
    logOf({ suite: { ...brokenSuite, seed: cases.length, cases } }).runs[0]?.results?.map(
      ({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
    ) ?? [];
  const prints = printsOf(drawn('/data/successList/1', 'D001'));
  expect(printsOf(drawn('/data/successList/77', 'D99'))).toEqual(prints);
  expect(printsOf(drawn('/data/failedList/1', 'D001'))).not.toEqual(prints);
  expect(new Set(prints).size).toBe(prints.length);
});

test('no message is taken for a link or an argument', () => {
  const params = { ...foreignSucceeded.params, pk: '[here](https://evil.example) {0}' };
  const cases = brokenSuite.cases.map((one) =>
    one.exchangeIds[0] === 'x1' ? { ...one, findings: [{ ...foreignSucceeded, params }] } : one,
  );
  const log = renderSarif({ suite: { ...brokenSuite, cases, exchanges: [exchange('x1')] } }, 'en');
  expect(log).toContain('\\\\[here](https://evil.example) {{0}}');
});
