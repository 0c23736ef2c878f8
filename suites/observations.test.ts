import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Observations, observedBy } from '../contracts/observations.ts';
import { openTransport } from '../contracts/send.ts';
import type { Suite } from './case.ts';
import { boundaries } from './cases/boundaries.ts';
import { malformedInput } from './cases/malformed-input.ts';
import { observations } from './cases/observations.ts';
import { targetOf } from './faults/bench.ts';
import type { Variant } from './faults/fault.ts';
import { findFault } from './faults/faults.ts';
import { findVariant } from './faults/variants.ts';
import { runCases } from './run-cases.ts';
import { workbenchOf } from './workbench.ts';

const transport = openTransport();
afterAll(() => transport.close());

const kinds = [
  'not JSON',
  'no pk',
  'a dk that is a string and then null',
  'application/xml',
  'GET',
  'Chinese',
];

/** The cases that observe, of the many kinds of bad input a few. */
const suites = [
  observations,
  { ...boundaries, cases: boundaries.cases.slice(0, 1) },
  { ...malformedInput, cases: malformedInput.cases.filter(({ title }) => kinds.includes(title)) },
];

/** What comes of suites on the reference service that behaves like this. */
async function resultsOf(played: Partial<Variant>, suites: readonly Suite[], findMaxBatch: number) {
  const target = await targetOf(played);
  const { tokenErrorStatus = 200, maxBatch = 100 } = played.settings ?? {};
  const settings = { tokenErrorStatus, maxBatch, findMaxBatch, seed: 5, strict: true, lang: 'en' } as const;
  try {
    return await runCases(suites, workbenchOf(target, transport, settings), 4);
  } finally {
    await target.close();
  }
}

/** What is observed of a variant; nothing may fail or be skipped. */
async function seenOf(variant: Partial<Variant>): Promise<Observations> {
  const results = await resultsOf(variant, suites, 150);
  expect(results.filter(({ status }) => status !== 'passed')).toEqual([]);
  const seen = results.flatMap((result) => result.observations);
  return observedBy(seen, {}).observations;
}

let plain: Observations;
beforeAll(async () => {
  plain = await seenOf({});
});

test('the plain service', () => {
  const { 'bad-input.no-pk': badInput, 'odd-request.xml-type': odd, ...facts } = plain;
  expect([badInput, odd]).toEqual(['code 50005', 'code 50005']);
  expect(facts).toMatchObject({
    duplicates: 'per-occurrence',
    'order.success': 'request-order',
    'order.failed': 'request-order',
    'credential-stability': 'same',
    'empty-batch': 'empty-lists',
    'largest-batch': 'at least 150',
    'token-without-bearer': 'code 5032',
    'message-language.zh': 'chinese',
    'message-language.en': 'english',
    'reason-language.zh': 'chinese',
    'reason-language.en': 'english',
  });
});

/** The plain service's refusals of bodies, which the service has instead. */
const badBodies = (instead: string) =>
  Object.fromEntries(
    Object.entries(plain)
      .filter(([, value]) => value === 'code 50005')
      .map(([name]) => [name, instead]),
  );

test.each([
  ['reverse-order', () => ({ 'order.failed': 'reverse-order', 'order.success': 'reverse-order' })],
  ['random-order', () => ({ 'order.failed': 'varying-order', 'order.success': 'varying-order' })],
  ['collapse-duplicates', () => ({ duplicates: 'once' })],
  ['rotating-credentials', () => ({ 'credential-stability': 'new-each-time' })],
  ['empty-batch-refused', () => ({ 'empty-batch': 'code 5311' })],
  ['empty-batch-http-400', () => ({ 'empty-batch': 'HTTP 400' })],
  ['bad-body-http-400', () => badBodies('HTTP 400')],
  ['bad-body-other-code', () => badBodies('code 50004')],
  ['at-most-100', () => ({ 'largest-batch': 100 })],
  ['token-without-scheme', () => ({ 'token-without-bearer': 'accepted' })],
  ['http-401', () => ({ 'token-without-bearer': 'HTTP 401' })],
  ['other-reasons', () => ({ 'reason-language.zh': 'english' })],
  ['base64-credentials', () => ({})],
] as const)('of %s, exactly what makes it different is seen to be', async (name, differs) => {
  const variant = findVariant(name);
  if (!variant) throw new Error(`no variant ${name}`);
  expect(await seenOf(variant)).toEqual({ ...plain, ...differs() });
});

test('a service that breaks a rule on larger batches fails the search, and nothing is observed', async () => {
  const fault = findFault('drop-all-over-50');
  if (!fault) throw new Error('no such fault');
  const search = { ...observations, cases: observations.cases.slice(-1) };
  expect(await resultsOf(fault, [search], 150)).toMatchObject([
    { title: 'the largest batch that is taken', status: 'failed', rules: [fault.rule], observations: [] },
  ]);
});
