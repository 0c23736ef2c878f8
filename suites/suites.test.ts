import { afterAll, expect, test } from 'vitest';
import { judge } from '../contracts/checks/registry.ts';
import type { Exchange } from '../contracts/exchange.ts';
import { factTexts, groupOf } from '../contracts/observation-texts.ts';
import type { RecordedExchange } from '../contracts/record.ts';
import { start } from '../contracts/reference/service.ts';
import { rebased, remadeCall } from '../contracts/remade.ts';
import { openTransport } from '../contracts/send.ts';
import { suiteNames } from '../contracts/suite-names.ts';
import { type Account, referenceAccount } from '../generators/devices.ts';
import { randomStream, shuffle } from '../generators/random.ts';
import { openTarget, type Target } from '../generators/target.ts';
import { tokenRedactor } from '../generators/token-redactor.ts';
import { damagedTokens, notApplicable } from '../generators/tokens.ts';
import { malformedInput } from './cases/malformed-input.ts';
import { type CaseResult, runCases } from './run-cases.ts';
import type { Judged } from './session.ts';
import { suites } from './suites.ts';
import { checkSettingsFor, workbenchOf } from './workbench.ts';

const transport = openTransport();
afterAll(() => transport.close());

const cases = suites.flatMap(({ name, cases }) => cases.map((one) => ({ name, one })));

/** Runs every case on a reference service with an account of its own, in an order of its own. */
async function run(
  account: Account,
  maxBatch: number,
  seed: number,
  findMaxBatch?: number,
  see?: (judged: Judged, target: Target) => void,
) {
  const opened = await openTarget({}, () => start({ account }));
  const pools = { ...account, unknown: opened.pools.unknown };
  const target: Target = { ...opened, pools };
  const settings = { tokenErrorStatus: 200, seed, maxBatch, findMaxBatch, strict: true, lang: 'en' } as const;
  const bench = workbenchOf(target, transport, settings);
  const shuffled = [...cases];
  shuffle(shuffled, randomStream(seed, 0));
  try {
    return await runCases(
      shuffled.map(({ name, one }) => ({ name, cases: [one] })),
      bench,
      4,
      (judged) => see?.(judged, target),
    );
  } finally {
    await opened.close();
  }
}

const failed = (results: readonly CaseResult[]) => results.filter(({ status }) => status === 'failed');
const skipped = (results: readonly CaseResult[]) => results.filter(({ status }) => status === 'skipped');

test('every suite has a name in both languages', () => {
  expect(suites.map(({ name }) => name)).toEqual(Object.keys(suiteNames));
});

test('every case has a title of its own', () => {
  const titles = cases.map(({ name, one }) => `${name} › ${one.title}`);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThanOrEqual(200);
});

/** Makes the calls of records again, with the tokens of a target. */
function remaker(target: Target) {
  const redactor = tokenRedactor(target);
  return (recorded: RecordedExchange) => remadeCall(recorded, (substitute) => redactor.secretOf(substitute));
}

/** All that a request is, its headers in their order, and what its answer is judged by. */
function facts({ request, batch, token, mayBeRefused }: Omit<Exchange, 'sentAt' | 'timings'>) {
  const { method, url, headers, body } = request;
  return [method, url, Object.entries(headers), body.toString('base64'), batch, token, mayBeRefused];
}

/** Tokens, and those that were made of them, all that are long enough to be looked for; and their parts. */
function secretsOf({ token, expiredToken = '', refreshToken = '' }: Target): string[] {
  const damaged = damagedTokens
    .filter(({ authorization }) => authorization('') === notApplicable)
    .map(({ authorization }) => String(authorization(token)));
  const parts = [token, expiredToken, refreshToken, ...damaged].flatMap((one) => one.split('.').slice(1));
  return [...new Set(parts)].filter(({ length }) => length > 8);
}

test('every case passes in any order, four at a time, and what it sent can be sent again', async () => {
  const seen: { readonly recorded: RecordedExchange; readonly exchange: Exchange }[] = [];
  const targets = new Set<Target>();
  const results = await run(referenceAccount(), 100, 11, 10, ({ recorded, exchange }, target) => {
    targets.add(target);
    // As it comes back from a file.
    seen.push({ recorded: JSON.parse(JSON.stringify(recorded)), exchange });
  });
  expect(results).toHaveLength(cases.length);
  expect([...failed(results), ...skipped(results)]).toEqual([]);
  const observed = results.flatMap(({ observations }) => observations.map(({ name }) => name));
  expect(new Set(observed).size).toBe(observed.length);
  const alone = observed.filter((name) => groupOf(name) === undefined);
  expect(alone.sort()).toEqual(Object.keys(factTexts).sort());
  expect(observed.length).toBe(alone.length + malformedInput.cases.length);

  const [target, ...others] = targets;
  if (!target || others.length > 0) throw new Error('not one target');
  expect(seen.length).toBeGreaterThan(900);
  expect(new Set(seen.map(({ recorded }) => recorded.id)).size).toBe(seen.length);
  const text = JSON.stringify(seen.map(({ recorded }) => recorded));
  expect(secretsOf(target).filter((secret) => text.includes(secret))).toEqual([]);
  const again = remaker(target);
  for (const { recorded, exchange } of seen) {
    const { call, missing } = again(recorded);
    expect([recorded.isRepeatable, missing, facts(call)]).toEqual([true, [], facts(exchange)]);
  }

  // What each case begins with, to another service of the same account, which has tokens of its own.
  const other = await openTarget({}, () => start({ account: referenceAccount() }));
  const [settings, elsewhere] = [checkSettingsFor(other), remaker(other)];
  for (const { recorded } of seen.filter(({ recorded: { id } }) => id.endsWith('-1'))) {
    const { call, missing } = elsewhere(recorded);
    const request = { ...call.request, url: rebased(call.request.url, target.url, other.url) };
    const { outcome, findings } = judge(await transport.send({ ...call, request }), settings);
    expect([missing, outcome]).toEqual([[], recorded.outcome]);
    expect(findings.filter(({ severity }) => severity === 'violation')).toEqual([]);
  }
  await other.close();
}, 120_000);

const { own, foreign } = referenceAccount();

test.each([
  ['no foreign devices', { own, foreign: [] }, 100],
  ['one own device', { own: own.slice(0, 1), foreign: [] }, 100],
  ['one own device and one foreign one', { own: own.slice(2, 3), foreign: foreign.slice(0, 1) }, 100],
  ['batches of one device at most', { own, foreign }, 1],
])('on an account with %s nothing fails, and what is skipped says why', async (_name, account, maxBatch) => {
  const results = await run(account, maxBatch, 13);
  expect(failed(results)).toEqual([]);
  const reasons = new Set(skipped(results).map(({ reason }) => reason?.replace(/\d+/g, 'N')));
  for (const reason of reasons) expect(reason).toMatch(/^needs /);
  expect(results.filter(({ status }) => status === 'passed').length).toBeGreaterThan(100);
});
