import { afterEach, expect, test } from 'vitest';
import { judge } from '../../contracts/checks/registry.ts';
import type { Exchange } from '../../contracts/exchange.ts';
import type { Behaviour, Hooks } from '../../contracts/reference/behaviour.ts';
import { start } from '../../contracts/reference/service.ts';
import { openTransport, type Transport } from '../../contracts/send.ts';
import { drawBatch } from '../../generators/batch.ts';
import { randomStream } from '../../generators/random.ts';
import { prepareCall } from '../../generators/request.ts';
import { callOf, openTarget } from '../../generators/target.ts';
import { type LowLoadOptions, measureLowLoad } from './low-load.ts';
import { measureCost } from './measure-cost.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Calls to a reference service that takes `callMs` of a virtual clock for each; `asked` are its batch sizes. */
async function lowLoadOf(batchSizes: number[], callMs: number, hooks: Hooks = {}) {
  const asked: number[] = [];
  const bad: Exchange[] = [];
  const interrupt = new AbortController();
  const behaviour: Behaviour = {
    ...hooks,
    answer(answer, about) {
      if (about.verdict === 'valid') asked.push(about.devices?.length ?? 0);
      return hooks.answer?.(answer, about) ?? answer;
    },
  };
  const target = await openTarget({}, (account) => start({ account, behaviour }));
  const transport = openTransport();
  closing.push(() => transport.close(), target.close);
  const options: LowLoadOptions = {
    batchSizes,
    transport,
    signal: interrupt.signal,
    stream: randomStream(1, 1),
    now: () => asked.length * callMs,
    callsOf: (size) => [1, 2].map((i) => callOf(target, drawBatch(target.pools, { own: size }, 1, i))),
    withoutToken: ({ batch }) =>
      prepareCall({ url: target.operationUrl, token: 'missing', ...(batch && { batch }) }),
    judge: (exchange) => judge(exchange, { tokenErrorStatus: 200, secrets: [] }),
    onBad: (exchange) => bad.push(exchange),
    onProgress: () => undefined,
  };
  return { options, asked, bad, interrupt };
}

test('each size has a call in each round, the sizes in changing order; the first round does not count', async () => {
  const { options, asked, bad } = await lowLoadOf([1, 3], 1);
  const { lowLoad, times } = await measureLowLoad(options);
  expect(bad).toEqual([]);
  expect([lowLoad.calls, lowLoad.counts.success, lowLoad.counts.tokenMissing]).toEqual([100, 202, 404]);
  expect(lowLoad.counts.sent).toBe(606);
  expect(times.rounds.map((round) => round.length)).toEqual(Array(100).fill(2));
  const orders = Array.from({ length: 101 }, (_, i) => asked.slice(2 * i, 2 * i + 2).join());
  expect(new Set(orders)).toEqual(new Set(['1,3', '3,1']));
});

test.each([
  // 3 sizes have 3 s, and 6 s until there are ten rounds that count.
  [40, 24],
  [100, 10],
  [400, 4],
])('calls of %d ms: %d rounds are in the time', async (callMs, rounds) => {
  const { options } = await lowLoadOf([1, 3, 5], callMs);
  expect((await measureLowLoad(options)).lowLoad.calls).toBe(rounds);
});

test('a service that does not refuse calls without a token: a violation, not repeated, and the way is part of the times', async () => {
  const { options } = await lowLoadOf([1, 3], 1, { token: () => 'valid' });
  const { counts, calls, points } = (await measureLowLoad(options)).lowLoad;
  expect([calls, counts.success, counts.contractViolation]).toEqual([100, 202, 1]);
  expect(points.map(({ wayMs }) => wayMs)).toEqual([undefined, undefined]);
});

test('a round in which a call fails has no times; its calls are in the books, and shown', async () => {
  const { options, bad } = await lowLoadOf([1, 3, 5], 20, {
    reply: (reply, { turn }) => (turn % 10 === 9 ? { ...reply, delivery: 'reset' } : reply),
  });
  const { lowLoad, times } = await measureLowLoad(options);
  const { sent, success, tokenMissing, socketError } = lowLoad.counts;
  expect(socketError).toBe(bad.length);
  expect(success + tokenMissing + socketError).toBe(sent);
  expect(socketError).toBeGreaterThan(0);
  expect(3 * times.rounds.length + socketError).toBeLessThan(sent);
  expect(times.rounds.every((round) => round.length === 3)).toBe(true);
});

test('a service that answers no more is left alone', async () => {
  const { options, asked } = await lowLoadOf([1, 3, 5], 1, {
    reply: (reply, { turn }) => (turn >= 36 ? { ...reply, delivery: 'reset' } : reply),
  });
  const { counts, calls } = (await measureLowLoad(options)).lowLoad;
  expect([calls, counts.success, counts.socketError]).toEqual([3, 12, 6]);
  expect(asked).toHaveLength(15);
});

test('aborting ends it at once, and the books close', async () => {
  const { options, asked, interrupt } = await lowLoadOf([1, 3, 5], 1, {
    answer(answer) {
      if (asked.length === 8) interrupt.abort();
      return answer;
    },
  });
  const { counts, calls } = (await measureLowLoad(options)).lowLoad;
  expect(counts).toMatchObject({ sent: 23, success: 7, tokenMissing: 15, aborted: 1 });
  expect(calls).toBe(1);
});

test('for too few sizes nothing is sent', async () => {
  const { options, asked } = await lowLoadOf([1, 3], 1);
  const harness = {
    ...options,
    seed: 1,
    oneByOne: <T>(measure: (transport: Transport) => T) => measure(options.transport),
  };
  const { lowLoad, noCost } = await measureCost([], harness, options.onProgress);
  expect(lowLoad).toBeUndefined();
  expect(noCost?.en).toContain('there were 0');
  expect(asked).toEqual([]);
});
