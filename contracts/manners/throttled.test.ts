import { afterAll, expect, test } from 'vitest';
import { account } from '../reference/sample.ts';
import { start } from '../reference/service.ts';
import { openTransport } from '../send.ts';
import { callTo } from './sample.ts';
import { type Clock, throttled } from './throttled.ts';

/** What the service answers next: a Retry-After, none, or no HTTP 429 at all. */
let queue: (string | undefined)[] = [];
let requests = 0;
const service = await start({
  account,
  behaviour: {
    reply(reply) {
      requests += 1;
      if (queue.length === 0) return reply;
      const retryAfter = queue.shift();
      return {
        ...reply,
        status: 429,
        headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      };
    },
  },
});
const transport = openTransport();
afterAll(() => Promise.all([transport.close(), service.stop()]));
const call = callTo(service.url, service.tokens.valid);

const start2026 = Date.parse('2026-01-01T00:00:00Z');

/** Time that passes by sleeping alone. */
function virtualClock(): Clock & { slept: number[] } {
  let now = start2026;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms) {
      slept.push(ms);
      now += ms;
    },
  };
}

function answering(...answers: (string | undefined)[]) {
  queue = answers;
  requests = 0;
  const clock = virtualClock();
  return { clock, polite: throttled(transport, clock) };
}

test.each([
  ['in seconds', '7', 7000],
  ['as a date', new Date(start2026 + 12_000).toUTCString(), 12_000],
  ['as a date that has passed', new Date(start2026 - 5000).toUTCString(), 0],
  ['not at all', undefined, 1000],
  ['in words', 'soon', 1000],
])('waits as long as Retry-After says %s, and sends the call again', async (_name, retryAfter, waitedMs) => {
  const { clock, polite } = answering(retryAfter);
  const { response, incidents } = await polite.send(call);
  expect(response?.status).toBe(200);
  expect(incidents).toEqual([{ kind: 'throttled', waitedMs }]);
  expect(clock.slept).toEqual(waitedMs > 0 ? [waitedMs] : []);
  expect(requests).toBe(2);
});

test('without Retry-After the pauses double; after three of them the answer stands', async () => {
  const { clock, polite } = answering(undefined, undefined, undefined, undefined, undefined);
  const { response, incidents = [] } = await polite.send(call);
  expect(response?.status).toBe(429);
  expect(clock.slept).toEqual([1000, 2000, 4000]);
  expect(incidents).toHaveLength(4);
  expect(requests).toBe(4);
});

test('nobody else sends during a pause', async () => {
  const { clock, polite } = answering('30');
  const first = polite.send(call);
  while (clock.slept.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const second = await polite.send(call);
  expect(clock.now()).toBe(start2026 + 30_000);
  expect(second.incidents).toBeUndefined();
  await first;
});

test('who asks for more than a minute is not asked again before that', async () => {
  const { clock, polite } = answering('600');
  const { response } = await polite.send(call);
  expect(response?.status).toBe(429);
  expect(clock.slept).toEqual([]);
  await expect(polite.send(call)).rejects.toThrow('asks for a pause of 600 s');
  expect(requests).toBe(1);

  await clock.sleep(570_000);
  expect((await polite.send(call)).response?.status).toBe(200);
  expect(clock.slept).toEqual([570_000, 30_000]);
});
