import { afterAll, expect, test } from 'vitest';
import { factTexts, groupOf } from '../contracts/observation-texts.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { type Account, referenceAccount } from '../generators/devices.ts';
import { randomStream, shuffle } from '../generators/random.ts';
import { openTarget, type Target } from '../generators/target.ts';
import { malformedInput } from './cases/malformed-input.ts';
import { type CaseResult, runCases } from './run-cases.ts';
import { suites } from './suites.ts';
import { workbenchOf } from './workbench.ts';

const transport = openTransport();
afterAll(() => transport.close());

const cases = suites.flatMap(({ name, cases }) => cases.map((one) => ({ name, one })));

/** Runs every case on a reference service with an account of its own, in an order of its own. */
async function run(account: Account, maxBatch: number, seed: number, findMaxBatch?: number) {
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
    );
  } finally {
    await opened.close();
  }
}

const failed = (results: readonly CaseResult[]) => results.filter(({ status }) => status === 'failed');
const skipped = (results: readonly CaseResult[]) => results.filter(({ status }) => status === 'skipped');

test('every case has a title of its own', () => {
  const titles = cases.map(({ name, one }) => `${name} › ${one.title}`);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThanOrEqual(200);
});

test('every case passes in any order, four at a time', async () => {
  const results = await run(referenceAccount(), 100, 11, 10);
  expect(results).toHaveLength(cases.length);
  expect([...failed(results), ...skipped(results)]).toEqual([]);
  const observed = results.flatMap(({ observations }) => observations.map(({ name }) => name));
  expect(new Set(observed).size).toBe(observed.length);
  const alone = observed.filter((name) => groupOf(name) === undefined);
  expect(alone.sort()).toEqual(Object.keys(factTexts).sort());
  expect(observed.length).toBe(alone.length + malformedInput.cases.length);
});

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
