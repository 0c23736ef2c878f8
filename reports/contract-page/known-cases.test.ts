import { describe, expect, test } from 'vitest';
import { type Case, runRecord, type SuiteRecord } from '../../contracts/record.ts';
import { langs } from '../../contracts/text.ts';
import { renderSummary } from '../formats/markdown/summary.ts';
import { headlineOf } from '../headline.ts';
import { localeOf } from '../locale.ts';
import { countCases, verdictOf } from '../model.ts';
import { renderHtml } from '../page.ts';
import { brokenSuite, keptSuite, serverError } from '../sample-suites.ts';
import { knownCases, soonToExpire } from './known-cases.ts';
import { ruleGroups } from './rule-groups.ts';

/** A suite, begun on 2026-11-22, of which these cases failed as they are known to until that day. */
function knowing(suite: SuiteRecord, untils: Readonly<Record<string, string>>): SuiteRecord {
  const cases = suite.cases.map((one): Case => {
    const until = untils[one.title];
    if (until === undefined) return one;
    const known = { owner: 'Ann <ann@example.com>', until, reason: 'PKDK-12: HTTP 500' };
    return { ...one, status: 'known', known, findings: [serverError], error: 'expected HTTP 200' };
  });
  return { ...suite, cases };
}

const suite = knowing(keptSuite, { 'null pk': '2026-12-31', 'empty list': '2026-11-25' });

test('the record has a place for them', () => {
  expect(runRecord.problems(suite)).toEqual([]);
});

describe('the verdict', () => {
  test('is not broken by them, and says how many they are', () => {
    expect(verdictOf({ suite })).toBe('kept');
    expect(headlineOf({ suite }, localeOf('en'))).toMatchObject({
      title: 'Contract kept, but for known failures: 2',
      details: [
        'Cases: 12 passed · 2 known · 1 skipped',
        'Known failures about to expire: Ann <ann@example.com> 2026-11-25',
        'Coverage of the contract: 47 of 49 points',
      ],
    });
    expect(headlineOf({ suite }, localeOf('zh')).title).toBe('除 2 个已知失败外，符合契约');
  });

  test('names no rule that they alone broke', () => {
    expect(ruleGroups(suite)).toEqual([]);
    expect(countCases(suite.cases)).toMatchObject({ passed: 12, failed: 0, known: 2, skipped: 1 });
  });

  test('is broken where another case fails', () => {
    const both = knowing(brokenSuite, { 'empty list': '2026-12-31' });
    const { title, details } = headlineOf({ suite: both }, localeOf('en'));
    expect(title).toBe('Contract broken');
    expect(details).toContain('Cases: 11 passed · 2 failed · 1 known · 1 skipped');
    expect(ruleGroups(both).map(({ cases }) => cases)).toEqual([1, 1]);
  });

  test('is not open where nothing but known failures were run', () => {
    const cases = suite.cases.filter(({ status }) => status === 'known');
    expect(verdictOf({ suite: { ...suite, cases } })).toBe('kept');
  });
});

test('those that expire first come first', () => {
  expect(knownCases(suite).map(({ known: { until } }) => until)).toEqual(['2026-11-25', '2026-12-31']);
});

test.each([
  ['2026-11-22', true],
  ['2026-11-29', true],
  ['2026-11-30', false],
])('one until %s is about to expire on 2026-11-22: %s', (until, isSoon) => {
  expect(soonToExpire(knowing(keptSuite, { 'null pk': until })).length > 0).toBe(isSoon);
});

test('a page without them has no place for them', () => {
  expect(renderHtml({ suite: keptSuite }, 'en')).not.toMatch(/⚑|nown failure/);
});

test.each([
  ['en', '<th scope="col">known</th>', 'Known failures', 'days left: 3'],
  ['zh', '<th scope="col">已知</th>', '已知失败', '剩余天数：3'],
] as const)('the page in %s has their counts, owners, dates and evidence', (lang, column, heading, left) => {
  const page = renderHtml({ suite }, lang);
  expect(page).toContain(column);
  expect(page).toContain(`>${heading}</h3>`);
  expect(page).toMatch(/Ann &lt;ann@example.com&gt;.* · .*2026-11-25.* · PKDK-12: HTTP 500/);
  expect(page).toContain(`<strong class="known">${left}</strong>`);
  expect(page.match(/<strong class="known">/g)).toHaveLength(langs.length);
  expect(page).toContain('expected HTTP 200');
});

test('the summary in Markdown lists them', () => {
  const markdown = renderSummary(
    { suite: knowing(keptSuite, { 'null pk': '2026-12-31', 'empty list': '2026-11-22' }) },
    'en',
  );
  expect(markdown).toContain('| Suite | Cases | passed | failed | known | skipped | interrupted | Time |');
  expect(markdown).toContain('| bad input | 4 | 2 | 0 | 2 | 0 | 0 |');
  expect(
    markdown.slice(markdown.indexOf('### Known'), markdown.indexOf('### Skipped')),
  ).toBe(`### Known failures

- ⚑ bad input › empty list · Ann &lt;ann@example.com&gt; · until 2026-11-22 · PKDK-12: HTTP 500 · **last day**
- ⚑ bad input › null pk · Ann &lt;ann@example.com&gt; · until 2026-12-31 · PKDK-12: HTTP 500

`);
});
