import { afterAll, expect, test } from 'vitest';
import type { Hooks } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { referenceAccount } from '../generators/devices.ts';
import { remoteTarget } from '../generators/target.ts';
import { openHarness } from './harness.ts';

const transport = openTransport();
afterAll(() => transport.close());

/** Soaks a service that was logged in to until it has answered 300 calls; `midway` is called after 100. */
async function soakService(
  hooks: Hooks,
  midway: (service: Awaited<ReturnType<typeof start>>, token: string) => void,
) {
  let answers = 0;
  const enough = new AbortController();
  const service = await start({
    account: referenceAccount(),
    behaviour: {
      ...hooks,
      answer(answer, about) {
        answers += 1;
        if (answers === 100) midway(service, token);
        if (answers === 300) enough.abort();
        return hooks.answer?.(answer, about) ?? answer;
      },
    },
  });
  const target = await remoteTarget({ baseUrl: service.url, login: service.login }, transport);
  const { token } = target;
  const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
  const { harness, examples } = openHarness({ target, transport, settings, signal: enough.signal });
  const plan = { batchSize: 5, connections: 4, durationMs: 60_000, warmupMs: 0, timeoutMs: 5000 };
  const soaked = await harness.soakPoint(plan, harness.callsOf(5), () => undefined);
  await service.stop();
  return { ...soaked, examples: [...examples.values()] };
}

test('a token that dies early is renewed once, and each connection is refused once at most', async () => {
  const { point, renewals, lost, examples } = await soakService({}, (service, token) =>
    service.revoke(token),
  );
  expect([lost, renewals]).toEqual([
    undefined,
    [{ at: expect.any(String), because: 'refused', refused: point.counts.tokenInvalid }],
  ]);
  expect(point.counts.tokenInvalid).toBeGreaterThan(0);
  expect(point.counts.tokenInvalid).toBeLessThanOrEqual(4);
  const { sent, aborted, success, tokenInvalid } = point.counts;
  expect(success + tokenInvalid + aborted).toBe(sent);
  expect(success).toBeGreaterThan(250);
  // What changes in time is what a soak asks: the trend says it, and no verdict.
  expect(point).not.toHaveProperty('steadiness');
  expect(examples.map(({ request }) => request.headers.authorization)).toEqual(['Bearer $PKDK_TOKEN']);
});

test('a good token that is refused by mistake is kept, and the refusal counted', async () => {
  let hasErred = false;
  let isTime = false;
  const once: Hooks = {
    answer(answer) {
      if (!isTime || hasErred) return answer;
      hasErred = true;
      return { code: 5032, msg: 'token 验证失败' };
    },
  };
  const { point, renewals, lost } = await soakService(once, () => {
    isTime = true;
  });
  expect([lost, renewals, point.counts.tokenInvalid]).toEqual([undefined, [], 1]);
  expect(point.counts.success + 1 + point.counts.aborted).toBe(point.counts.sent);
});

test('a service that takes no token any more ends the soak', async () => {
  let isClosed = false;
  const closed: Hooks = { answer: (answer) => (isClosed ? { code: 5032, msg: 'token 验证失败' } : answer) };
  const { point, renewals, lost } = await soakService(closed, () => {
    isClosed = true;
  });
  expect([lost, renewals?.length]).toEqual(['credentials', 1]);
  expect(point.counts.tokenInvalid).toBeLessThanOrEqual(4);
  const { sent, ...outcomes } = point.counts;
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
});
