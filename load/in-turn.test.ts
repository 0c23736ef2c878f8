import { expect, test } from 'vitest';
import type { Behaviour, Hooks } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget } from '../generators/target.ts';
import { openHarness } from './harness.ts';
import { measureInTurn, type Step } from './in-turn.ts';

/** Sweeps a reference service that may misbehave; `asked` are the batch sizes it was asked for. */
async function sweepService(batchSizes: number[], hooks: Hooks = {}) {
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
  const { harness, examples } = openHarness({ target, transport, settings, signal });
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

test('one wrong answer among many is found', async () => {
  let answers = 0;
  const { bad } = await sweepService([10], {
    answer: (answer, { devices }) => {
      answers += 1;
      if (answers !== 20 || !answer.data || !devices) return answer;
      return { ...answer, data: { ...answer.data, successList: answer.data.successList.slice(1) } };
    },
  });
  expect(bad.map(({ findings }) => findings[0]?.rule)).toEqual(['batch-law']);
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
