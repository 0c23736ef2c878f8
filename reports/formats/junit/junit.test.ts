import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import { exitCodeOf as suiteExit } from '../../../cli/suite.ts';
import { exitCodeOf as loadExit } from '../../../contracts/load-exit.ts';
import type { LoadRecord } from '../../../contracts/record.ts';
import type { Records } from '../../model.ts';
import { caughtFaults, missedFaults } from '../../sample-faults.ts';
import { brokenSuite, keptSuite } from '../../sample-suites.ts';
import { brokenLoad, counts, interruptedLoad, keptLoad, point, rateLoad } from '../../sample-sweeps.ts';
import { missedLoad, mixedSuite, threshold } from '../sample-mixed.ts';
import { renderJunit } from './junit.ts';

const schema = XmlDocument.fromString(readFileSync(new URL('../schemas/junit.xsd', import.meta.url), 'utf8'));
const validator = XsdValidator.fromDoc(schema);
afterAll(() => {
  validator.dispose();
  schema.dispose();
});

/** What the schema objects to; a document that is not well-formed throws. */
function problemsOf(xml: string): string {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

test('a broken contract, in English', async () => {
  const xml = renderJunit({ suite: mixedSuite, load: missedLoad }, 'en');
  await expect(xml).toMatchFileSnapshot('../../golden/broken.en.junit.xml.snap');
});

test('load and faults, in Chinese', async () => {
  const xml = renderJunit({ load: brokenLoad, faults: missedFaults }, 'zh');
  await expect(xml).toMatchFileSnapshot('../../golden/load.zh.junit.xml.snap');
});

const strictSuite = {
  ...brokenSuite,
  cases: keptSuite.cases,
  settings: { PKDK_STRICT: '1' },
};

test.each<[string, Records]>([
  ['all kept', { suite: keptSuite, load: keptLoad, secondLoad: rateLoad, faults: caughtFaults }],
  ['all broken', { suite: mixedSuite, load: brokenLoad, faults: missedFaults }],
  ['changed observations', { suite: strictSuite }],
  ['a missed threshold', { load: missedLoad }],
  ['nothing at all', { suite: { ...keptSuite, cases: [] }, load: { ...keptLoad, points: [] } }],
  ['no record', {}],
])('the schema of CI servers takes %s', (_name, records) => {
  expect(problemsOf(renderJunit(records, 'en'))).toBe('');
  expect(problemsOf(renderJunit(records, 'zh'))).toBe('');
});

test('the schema objects to what it does not know', () => {
  expect(problemsOf('<testsuites><testsuite name="x"/></testsuites>')).toContain('tests');
});

test('what XML cannot hold is written in an escape, and the rest comes back as it was', () => {
  const title = 'a\u0000b\u001B[31m\uFFFE\uD800 <b>&amp;"\'\r\n]]> 设备😀\u202E';
  const hostile = {
    ...brokenSuite,
    cases: brokenSuite.cases.map((one) => ({ ...one, title, error: title })),
  };
  const xml = renderJunit({ suite: hostile }, 'en');
  expect(problemsOf(xml)).toBe('');
  const parsed = new XMLParser({ ignoreAttributes: false, trimValues: false }).parse(xml);
  const [one] = parsed.testsuites.testsuite[0].testcase;
  expect(one['@_name']).toBe('a\\u0000b\\u001B[31m\\uFFFE\\uD800 <b>&amp;"\' ]]> 设备😀\u202E');
});

/** Whether a CI server would call it red. */
function isRed(xml: string): boolean {
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  return Number(testsuites['@_failures']) + Number(testsuites['@_errors']) > 0;
}

describe('a run is red where its exit code is not 0, and nowhere else', () => {
  test.each([
    ['kept', keptSuite],
    ['broken', brokenSuite],
    ['mixed', mixedSuite],
    ['strict', strictSuite],
    ['changed, but not strict', { ...strictSuite, settings: {} }],
    ['lost', { ...keptSuite, lost: 'environment' as const }],
    ['interrupted', { ...keptSuite, interrupted: true }],
  ])('suites: %s', (_name, suite) => {
    expect(isRed(renderJunit({ suite }, 'en'))).toBe(suiteExit(suite) !== 0);
  });

  const failed = point(1, 100, { verdict: 'failed', counts: counts({ timeout: 3 }) });
  const limited = point(1, 900, { verdict: 'generator-limited' });
  test.each<[string, LoadRecord]>([
    ['kept', keptLoad],
    ['broken', brokenLoad],
    ['interrupted', interruptedLoad],
    ['threshold', missedLoad],
    ['unsure', { ...keptLoad, thresholds: [{ ...threshold, unsure: true }] }],
    ['rate in doubt', rateLoad],
    ['only failed points', { ...keptLoad, points: [failed] }],
    ['a failed point beside good ones', { ...keptLoad, points: [point(10, 500), failed] }],
    ['a faster one in doubt', { ...keptLoad, points: [point(1, 100), limited] }],
    ['aborted', { ...keptLoad, abortedOn: { objective: 'errors>5%', unit: '%', measured: 9, requests: 20 } }],
    ['lost', { ...keptLoad, lost: 'credentials' }],
    ['nothing confirmed', { ...rateLoad, points: [], capacity: { slo: 'p99<1ms', perSize: [] } }],
  ])('load: %s', (_name, load) => {
    expect(isRed(renderJunit({ load }, 'en'))).toBe(loadExit(load) !== 0);
  });
});
