import { expect, test } from 'vitest';
import type { Point } from '../contracts/record.ts';
import { Books } from './books/books.ts';
import { unspoilt } from './unspoilt.ts';

type Generator = Partial<Point['generator']>;

function pointOf(verdict: Point['verdict'], generator: Generator, startedAt: string): Point {
  const books = new Books();
  books.open();
  books.close({ outcome: 'success', sentAtMs: 0, latencyMs: 20, bodyBytes: 10 });
  return {
    ...{ batchSize: 1, connections: 1, startedAt, durationMs: 1000, warmupMs: 0, verdict, why: verdict },
    ...books.summary(1, 1000),
    generator: { cpu: 0.1, loopBusy: 0.1, loopDelayP99Ms: 0, littlesLawRatio: 1, ...generator },
  };
}

/** What becomes of a step whose tries come to this, in turn. */
async function measured(tries: readonly (readonly [Point['verdict'], Generator])[], isAborted = false) {
  let turn = 0;
  const aborter = new AbortController();
  if (isAborted) aborter.abort();
  const step = unspoilt(
    {
      ...{ batchSize: 1, expectedMs: 1000 },
      measure: async () => {
        const [verdict, generator] = tries[turn] ?? (['failed', {}] as const);
        return pointOf(verdict, generator, `try ${++turn}`);
      },
    },
    aborter.signal,
  );
  return { point: await step.measure([], () => undefined), tries: () => turn };
}

const stalled = ['generator-limited', { loopDelayP99Ms: 40 }] as const;
const busy = ['generator-limited', { loopBusy: 0.99 }] as const;
const valid = ['valid', {}] as const;

test('a point that the generator spoilt is measured again, and tells of the tries before', async () => {
  const { point } = await measured([stalled, valid]);
  expect(point).toMatchObject({ verdict: 'valid', startedAt: 'try 2' });
  expect(point.earlier).toEqual([{ startedAt: 'try 1', sent: 1, why: 'generator-limited' }]);
});

test('one that is spoilt each time stays so, after three tries', async () => {
  const { point, tries } = await measured([stalled, stalled, stalled, valid]);
  expect([point.verdict, point.earlier?.length, tries()]).toEqual(['generator-limited', 2, 3]);
});

test.each([
  ['valid', [valid]],
  ['not steady', [['not-steady', {}] as const]],
  ['failed', [['failed', {}] as const]],
  ['beyond what the generator can do', [busy]],
])('one that is %s is measured once', async (_, tries) => {
  const { point, tries: made } = await measured(tries);
  expect([point.earlier, made()]).toEqual([undefined, 1]);
});

test('a run that was ended measures nothing again', async () => {
  const { point, tries } = await measured([stalled, valid], true);
  expect([point.verdict, tries()]).toEqual(['generator-limited', 1]);
});
