import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { metamorphic } from './cases/metamorphic.ts';
import { type CaseResult, runCases } from './run-cases.ts';
import { workbenchOf } from './workbench.ts';

const transport = openTransport();
afterAll(() => transport.close());

/** What comes of the suite on a service that answers like this. */
async function resultsOf(answer: NonNullable<Behaviour['answer']>): Promise<CaseResult[]> {
  const target = await openTarget({}, (account) => start({ account, behaviour: { answer } }));
  onTestFinished(target.close);
  const settings = { tokenErrorStatus: 200, seed: 1, maxBatch: 100, strict: false, lang: 'en' } as const;
  const bench = workbenchOf(target, transport, settings);
  return runCases([metamorphic], bench, 2);
}

type Answer = Parameters<NonNullable<Behaviour['answer']>>[0];

/** The answer with something appended to every credential. */
function withEnding({ data, ...rest }: Answer, ending: string): object {
  const successList = data?.successList.map((item) => ({
    ...item,
    resetCredentials: item.resetCredentials + ending,
  }));
  return { ...rest, ...(data && { data: { ...data, successList } }) };
}

const statuses = (results: readonly CaseResult[]) => [...new Set(results.map(({ status }) => status))];

test('credentials that are others in larger batches are a violation', async () => {
  const results = await resultsOf((answer, { devices = [] }) => withEnding(answer, `-${devices.length}`));
  expect(statuses(results)).toEqual(['failed']);
  for (const { rules } of results) expect(rules).toEqual(['credential']);
  const [first] = results;
  expect(first?.reason).toMatch(
    /^ {2}credential {2}\/data\/successList\/\d+\/resetCredentials .* another credential than in exchange [\da-f]{8}-1/m,
  );
  expect(first?.reason).toMatch(/^exchange {2}[\da-f]{8}-1, seed 1, index \d+$/m);
  expect(first?.reason).toMatch(/^exchange {2}[\da-f]{8}-3, seed 1, index \d+$/m);
});

test('credentials that are others in every answer are not', async () => {
  const results = await resultsOf((answer, { turn }) => withEnding(answer, `-${turn}`));
  expect(statuses(results)).toEqual(['passed']);
});

test('a device that is refused in larger batches only is in another list', async () => {
  const results = await resultsOf(({ data, ...rest }) => {
    if (!data || data.successList.length < 2) return { ...rest, data };
    const [spoiled, ...successList] = data.successList;
    const { dk = '', pk = '' } = spoiled ?? {};
    return { ...rest, data: { failedList: [...data.failedList, { dk, pk, msg: 'busy' }], successList } };
  });
  const oneByOne = results.filter(({ title }) => title.endsWith('one by one'));
  expect(oneByOne).toHaveLength(3);
  for (const { rules, reason } of oneByOne) {
    expect(rules).toEqual(['ownership', 'batch-law']);
    expect(reason).toMatch(
      /batch-law {2}\/data\/\w+\/0 {2}.* is in successList, but in failedList of exchange/,
    );
  }
});
