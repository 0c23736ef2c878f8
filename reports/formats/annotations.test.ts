import { expect, test } from 'vitest';
import type { Case } from '../../contracts/record.ts';
import { missedFaults } from '../sample-faults.ts';
import { brokenSuite, foreignSucceeded, keptSuite } from '../sample-suites.ts';
import { brokenLoad } from '../sample-sweeps.ts';
import { renderAnnotations } from './annotations.ts';
import { missedLoad, mixedSuite } from './sample-mixed.ts';

test('a broken contract, in English', async () => {
  const lines = renderAnnotations({ suite: mixedSuite, load: missedLoad }, 'en');
  await expect(lines).toMatchFileSnapshot('../golden/broken.en.annotations.snap');
});

test('load and faults, in Chinese', async () => {
  const lines = renderAnnotations({ load: brokenLoad, faults: missedFaults }, 'zh');
  await expect(lines).toMatchFileSnapshot('../golden/load.zh.annotations.snap');
});

test('a kept contract has no errors', () => {
  expect(renderAnnotations({ suite: keptSuite }, 'en')).not.toMatch(/^::error/m);
});

/** A case that fails by a rule of its own, as GitHub's limit sees it. */
function failing(count: number, error: (i: number) => string): readonly Case[] {
  const { id: _id, ...head } = brokenSuite.cases[0] ?? { id: '' };
  return Array.from({ length: count }, (_, i) => ({
    ...head,
    id: `c${i}`,
    title: `case ${i}`,
    suite: 'many',
    status: 'failed' as const,
    durationMs: 1,
    findings: [],
    exchangeIds: [],
    error: error(i),
  }));
}

test('of more than ten errors, the gravest nine are told, and how many there are besides', () => {
  const grave = brokenSuite.cases.filter(({ status }) => status === 'failed');
  const cases = [...failing(24, (i) => `error ${i}`), ...grave, ...grave];
  const errors = renderAnnotations({ suite: { ...brokenSuite, cases } }, 'en')
    .split('\n')
    .filter((line) => line.startsWith('::error'));
  expect(errors.length).toBe(10);
  expect(errors.at(-1)).toMatch(
    /^::error title=And 17 more::GitHub shows 10 at most\. The others: .*expectation/,
  );
  expect(renderAnnotations({ suite: { ...brokenSuite, cases: failing(10, String) } }, 'en')).not.toContain(
    'more',
  );
});

test('what stands in an answer is no command and no property', () => {
  const params = { ...foreignSucceeded.params, pk: 'a%\r\n::set-output name=x::y, b: c' };
  const cases = brokenSuite.cases.map((one) =>
    one.exchangeIds[0] === 'x1'
      ? { ...one, title: 't\n::error::', findings: [{ ...foreignSucceeded, params }] }
      : one,
  );
  const lines = renderAnnotations({ suite: { ...brokenSuite, cases } }, 'en')
    .trimEnd()
    .split('\n');
  expect(
    lines.every((line) =>
      /^::(error|warning|notice) (file=contracts\/openapi\.yaml,line=\d+|title=)/.test(line),
    ),
  ).toBe(true);
  expect(lines.join('\n')).toContain('a%25%0D%0A::set-output name=x::y, b: c');
});
