import { describe, expect, test } from 'vitest';
import type { Rule } from '../contracts/finding.ts';
import type { Problem } from '../contracts/record.ts';
import { type CaseVerdict, type KnownFailure, verdictOf } from './known-failures.ts';

const name = 'success › a batch of 1';
const entry: KnownFailure = {
  case: name,
  rules: ['batch-law', 'ownership'],
  owner: 'Ann',
  until: '2026-11-30',
  reason: 'PKDK-12:\n  the first device is lost',
};
const { rules: _rules, ...anyRule } = entry;

const broken = 'contract';
const defect = 'toolkit';

const verdict = (one: KnownFailure, rules: readonly Rule[], problem?: Problem, today = '2026-11-22') =>
  verdictOf([{ ...one, case: 'another › case' }, one], name, { rules, problem }, today);

const said = (one: CaseVerdict) => ('note' in one ? `${one.status}: ${one.note?.en}` : one.status);

describe('a case without an entry', () => {
  test.each([
    [undefined, 'passed'],
    [broken, 'failed'],
  ] as const)('is judged as ever', (problem, status) => {
    expect(verdictOf([entry], 'success › a batch of 2', { rules: [], problem }, '2026-11-22')).toEqual({
      status,
    });
  });
});

describe('an entry with rules', () => {
  test.each<[string, readonly Rule[], Problem | undefined, string]>([
    ['covers one of its rules', ['batch-law'], broken, 'known: known failure of Ann'],
    ['covers all of its rules', ['ownership', 'batch-law'], broken, 'known: known failure of Ann'],
    [
      'does not cover another rule',
      ['batch-law', 'leak'],
      broken,
      'failed: the known failure of Ann covers batch-law, ownership; a new failure: leak',
    ],
    ['does not cover another rule alone', ['leak'], broken, 'failed: .* a new failure: leak'],
    ['does not cover what is none of the rules', [], broken, 'failed: .* none of the rules'],
    [
      'does not cover an environment that fails',
      ['batch-law'],
      'environment',
      'failed: .* no fault of an answer',
    ],
    ['does not cover a defect', ['batch-law'], defect, 'failed: .* no fault of an answer'],
    [
      'is to be removed once the case passes',
      [],
      undefined,
      'failed: no longer fails: remove .*a batch of 1',
    ],
    ['asks whether the case passes, not what was found', ['batch-law'], undefined, 'failed: no longer fails'],
  ])('%s', (_title, rules, problem, message) => {
    expect(said(verdict(entry, rules, problem))).toMatch(new RegExp(`^${message}`));
  });
});

describe('an entry without rules', () => {
  test.each<[string, readonly Rule[], Problem | undefined, string]>([
    ['covers any rule', ['leak', 'drift'], broken, 'known'],
    ['covers an expectation that is none of the rules', [], broken, 'known'],
    ['does not cover a defect', [], defect, 'failed'],
    ['does not cover a defect after a rule was broken', ['leak'], defect, 'failed'],
    ['is to be removed once the case passes', [], undefined, 'failed'],
  ])('%s', (_title, rules, problem, status) => {
    expect(verdict(anyRule, rules, problem).status).toBe(status);
  });
});

test('a known failure tells owner, date and reason on one line, in both languages', () => {
  expect(verdict(entry, ['batch-law'], broken)).toEqual({
    status: 'known',
    entry,
    note: {
      en: 'known failure of Ann until 2026-11-30: PKDK-12: the first device is lost',
      zh: '已知失败，Ann 负责，有效期至 2026-11-30：PKDK-12: the first device is lost',
    },
  });
});

test.each([
  ['2026-11-29', 'known'],
  ['2026-11-30', 'known'],
  ['2026-12-01', 'failed'],
  ['2027-01-01', 'failed'],
])('on %s an entry until 2026-11-30 makes a failing case %s', (today, status) => {
  expect(verdict(entry, ['batch-law'], broken, today).status).toBe(status);
});

test.each([broken, undefined, defect] as const)(
  'an expired entry fails whatever came of the case, and names owner, date and case',
  (problem) => {
    const message = said(verdict(entry, [], problem, '2026-12-01'));
    expect(message).toMatch(/^failed: the known failure of Ann expired, it held until 2026-11-30/);
    expect(message).toContain(name);
  },
);
