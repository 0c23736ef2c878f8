import { expect, test } from 'vitest';
import { rules } from '../finding.ts';
import { outcomes } from '../outcome.ts';
import recordSchema from '../record.schema.json' with { type: 'json' };
import { checks, describeFinding, judge } from './registry.ts';
import { answered, exchange, failed, foreign, own, own2, settings, succeeded, tokenError } from './sample.ts';

test('there is one check a rule, in the order of the rules', () => {
  expect(checks.map((check) => check.rule)).toEqual(rules);
});

test('the record schema knows the same rules and outcomes', () => {
  const { Rule, Outcome, Counts } = recordSchema.$defs;
  expect(Rule.enum).toEqual(rules);
  expect(Outcome.enum).toEqual(outcomes);
  expect(Counts.required).toEqual(['sent', ...outcomes]);
});

test('every kind of finding has the same parameters in both languages', () => {
  const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
  for (const { kinds } of checks) {
    for (const kind of Object.values(kinds)) expect(marks(kind.zh)).toEqual(marks(kind.en));
  }
});

test('a finding can be told in both languages', () => {
  const { findings } = judge(exchange({ body: answered([succeeded(own), succeeded(own2)]) }), settings);
  expect(findings.map((finding) => describeFinding(finding, 'en'))).toEqual([
    'p11pLZ 0080E1000009 did not come back',
  ]);
  expect(findings.map((finding) => describeFinding(finding, 'zh'))).toEqual(['p11pLZ 0080E1000009 没有返回']);
});

test('one answer gives at most 20 findings of a rule', () => {
  const batch = Array.from({ length: 50 }, (_, i) => [{ pk: 'p', dk: `D${i}` }, 'own'] as const);
  expect(judge(exchange({ batch, body: answered([]) }), settings).findings).toHaveLength(20);
});

test.each([
  ['success', exchange({ batch: [[own, 'own']], body: answered([succeeded(own)]) })],
  ['partial', exchange()],
  ['allFailed', exchange({ batch: [[foreign, 'foreign']], body: answered([], [failed(foreign)]) })],
  ['otherCode', exchange({ body: { code: 5312, msg: '数量超限' } })],
  ['tokenInvalid', exchange({ body: tokenError(5032) })],
  ['tokenMissing', exchange({ token: 'missing', body: tokenError(5106) })],
  ['contractViolation', exchange({ token: 'invalid' })],
  ['contractViolation', exchange({ body: answered([succeeded(own)]) })],
  ['contractViolation', exchange({ bytes: Buffer.from('<html>') })],
  ['httpError', exchange({ status: 503, bytes: Buffer.from('<html>') })],
  ['httpError', exchange({ status: 400, batch: null, bytes: Buffer.from('<html>') })],
  ['otherCode', exchange({ status: 400, batch: null, body: { code: 50005, msg: '' } })],
])('outcome %s', (outcome, given) => expect(judge(given, settings).outcome).toBe(outcome));

test.each([
  ['timeout', 'timeout', ['no answer in time']],
  ['socket', 'socketError', ['the connection ended without a whole answer: ECONNRESET']],
  ['aborted', 'aborted', []],
] as const)('an exchange without an answer: %s', (failure, outcome, messages) => {
  const { response: _, ...given } = exchange();
  const judgement = judge({ ...given, failure, reason: 'ECONNRESET' }, settings);
  expect(judgement.outcome).toBe(outcome);
  expect(judgement.findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`)).toEqual(
    messages.map((message) => `http-status violation ${message}`),
  );
});
