import { expect, test } from 'vitest';
import type { RecordedExchange } from '../contracts/record.ts';
import type { Behaviour, Hooks } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { openHarness } from './harness.ts';
import { measureInTurn, type Step } from './in-turn.ts';

/** Sweeps a reference service that may misbehave; `asked` are the batch sizes it was asked for. */
async function sweepService(batchSizes: number[], hooks: Hooks = {}, keepGoing = false) {
  const asked: number[] = [];
  const watched: Behaviour = {
    ...hooks,
    answer(answer, about) {
      asked.push(about.devices?.length ?? 0);
      return hooks.answer?.(answer, about) ?? answer;
    },
  };
  const target = await openTarget({}, (account) => start({ account, behaviour: watched }));
  const transport = openTransport();
  const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
  const { signal } = new AbortController();
  const { harness, examples } = openHarness({ target, transport, settings, signal, keepGoing });
  const plan = { connections: 2, durationMs: 300, warmupMs: 50, timeoutMs: 5000 };
  const steps = batchSizes.map(
    (batchSize): Step => ({
      ...{ batchSize, expectedMs: 350 },
      measure: (calls, onProgress) => harness.closedPoint({ ...plan, batchSize }, calls, onProgress),
    }),
  );
  const quiet = { onProgress: () => undefined, onPoint: () => undefined, onLowLoad: () => undefined };
  const points = await measureInTurn(harness, steps, quiet);
  await transport.close();
  await target.close();
  return { points, asked, bad: [...examples.values()] };
}

test('measures each size, and the books close', async () => {
  const { points, bad } = await sweepService([1, 20]);
  expect(points.map(({ batchSize }) => batchSize)).toEqual([1, 20]);
  expect(bad).toEqual([]);
  for (const { batchSize, counts, codes, requestsPerSecond, devicesPerSecond } of points) {
    const { sent, ...outcomes } = counts;
    expect(sent).toBeGreaterThan(0);
    expect(outcomes.success).toBe(sent);
    expect(codes).toEqual({ 200: sent });
    expect(devicesPerSecond).toBeCloseTo(requestsPerSecond * batchSize, 6);
  }
});

test('a size that the service refuses is asked for once, and not measured', async () => {
  const { points, asked } = await sweepService([5, 20], {
    answer: (answer, { devices }) => ((devices?.length ?? 0) > 10 ? { code: 5312, msg: '数量超限' } : answer),
  });
  expect(points[0]?.counts.success).toBeGreaterThan(0);
  expect(points[1]).toMatchObject({
    verdict: 'refused',
    counts: { sent: 1, otherCode: 1 },
    codes: { 5312: 1 },
    requestsPerSecond: 0,
    latencyMs: null,
    why: expect.stringContaining('5312'),
  });
  expect(asked.filter((size) => size === 20)).toHaveLength(1);
});

/** The n-th answer lacks a device. */
function wrongOnce(n: number): Hooks {
  let answers = 0;
  return {
    answer(answer, { devices }) {
      answers += 1;
      if (answers !== n || !answer.data || !devices) return answer;
      return { ...answer, data: { ...answer.data, successList: answer.data.successList.slice(1) } };
    },
  };
}

const firstRules = (bad: readonly RecordedExchange[]) => bad.map(({ findings }) => findings[0]?.rule);

test.each([
  ['in the warm-up or later', 20],
  ['when asked once, before the point', 1],
])('one wrong answer among many ends it all: %s', async (_when, nth) => {
  const { points, asked, bad } = await sweepService([10, 20], wrongOnce(nth));
  expect(points).toMatchObject([{ batchSize: 10, verdict: 'failed', stoppedBy: 'batch-law' }]);
  expect(points[0]?.why).toContain('batch-law');
  expect(asked).not.toContain(20);
  expect(bad).toMatchObject([{ findings: [{ rule: 'batch-law' }], isRepeatable: true }]);
});

test('where it is to keep going, a wrong answer is counted, and the rest measured', async () => {
  const { points, bad } = await sweepService([10, 20], wrongOnce(5), true);
  expect(points.map(({ checking }) => checking?.broken)).toEqual([1, 0]);
  expect(points.map(({ stoppedBy }) => stoppedBy)).toEqual([undefined, undefined]);
  expect(firstRules(bad)).toEqual(['batch-law']);
});

test('too much load ends nothing: HTTP 503, 429, and a business code that refuses', async () => {
  const { points, bad } = await sweepService([10], {
    reply: (reply, { turn }) => ({ ...reply, status: [200, 503, 429][turn % 4] ?? 200 }),
    answer: (answer, { turn }) => (turn % 4 === 3 ? { code: 5999, msg: '请求过于频繁' } : answer),
  });
  const { counts, stoppedBy } = points[0] ?? {};
  expect([stoppedBy, counts?.contractViolation]).toEqual([undefined, 0]);
  for (const count of [counts?.success, counts?.httpError, counts?.otherCode])
    expect(count).toBeGreaterThan(0);
  expect(firstRules(bad)).toEqual(expect.arrayContaining(['http-status', 'business-code']));
});

test('lost connections are counted as such, once each', async () => {
  const { points, bad } = await sweepService([5], {
    reply: (reply, { turn }) => (turn % 5 === 4 ? { ...reply, delivery: 'reset' } : reply),
  });
  expect(points).toHaveLength(1);
  for (const { counts } of points) {
    expect(counts.socketError).toBeGreaterThan(0);
    expect(counts.success + counts.socketError).toBe(counts.sent);
  }
  expect(bad.map(({ failure }) => failure)).toEqual(['socket']);
});
