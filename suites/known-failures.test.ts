import { describe, expect, test } from 'vitest';
import type { Rule } from '../contracts/finding.ts';
import { Objection } from './case.ts';
import { type CaseVerdict, type KnownFailure, verdictOf } from './known-failures.ts';
import { expect as playwrightExpect } from './matchers.ts';

const name = 'success › a batch of 1';
const entry: KnownFailure = {
  case: name,
  rules: ['batch-law', 'ownership'],
  owner: 'Ann',
  until: '2026-11-30',
  reason: 'PKDK-12:\n  the first device is lost',
};
const { rules: _rules, ...anyRule } = entry;

/** What one of Playwright's matchers throws. */
function failedExpectation(): unknown {
  try {
    playwrightExpect(1).toBe(2);
  } catch (error) {
    return error;
  }
  throw new Error('one is two');
}

const broken = new Objection('an answer broke a rule');
const plain = failedExpectation();
const defect = new TypeError('cannot read properties of undefined');

const verdict = (one: KnownFailure, rules: readonly Rule[], error?: unknown, today = '2026-11-22') =>
  verdictOf([{ ...one, case: 'another › case' }, one], name, { rules, error }, today);

const said = (one: CaseVerdict) => ('note' in one ? `${one.status}: ${one.note?.en}` : one.status);

describe('a case without an entry', () => {
  test.each([
    [undefined, 'passed'],
    [broken, 'failed'],
  ])('is judged as ever', (error, status) => {
    expect(verdictOf([entry], 'success › a batch of 2', { rules: [], error }, '2026-11-22')).toEqual({
      status,
    });
  });
});

describe('an entry with rules', () => {
  test.each<[string, readonly Rule[], unknown, string]>([
    ['covers one of its rules', ['batch-law'], broken, 'known: known failure of Ann'],
    ['covers all of its rules', ['ownership', 'batch-law'], broken, 'known: known failure of Ann'],
    [
      'does not cover another rule',
      ['batch-law', 'leak'],
      broken,
      'failed: the known failure of Ann covers batch-law, ownership; a new failure: leak',
    ],
    ['does not cover another rule alone', ['leak'], plain, 'failed: .* a new failure: leak'],
    ['does not cover what is none of the rules', [], plain, 'failed: .* none of the rules'],
    ['does not cover a defect', ['batch-law'], defect, 'failed: .* no fault of an answer'],
    [
      'is to be removed once the case passes',
      [],
      undefined,
      'failed: no longer fails: remove .*a batch of 1',
    ],
    ['asks whether the case passes, not what was found', ['batch-law'], undefined, 'failed: no longer fails'],
  ])('%s', (_title, rules, error, message) => {
    expect(said(verdict(entry, rules, error))).toMatch(new RegExp(`^${message}`));
  });
});

describe('an entry without rules', () => {
  test.each<[string, readonly Rule[], unknown, string]>([
    ['covers any rule', ['leak', 'drift'], broken, 'known'],
    ['covers an expectation that is none of the rules', [], plain, 'known'],
    ['does not cover a defect', [], defect, 'failed'],
    ['does not cover a defect after a rule was broken', ['leak'], defect, 'failed'],
    ['is to be removed once the case passes', [], undefined, 'failed'],
  ])('%s', (_title, rules, error, status) => {
    expect(verdict(anyRule, rules, error).status).toBe(status);
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

test.each([broken, undefined, defect])(
  'an expired entry fails whatever came of the case, and names owner, date and case',
  (error) => {
    const message = said(verdict(entry, [], error, '2026-12-01'));
    expect(message).toMatch(/^failed: the known failure of Ann expired, it held until 2026-11-30/);
    expect(message).toContain(name);
  },
);
