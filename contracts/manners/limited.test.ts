import { afterAll, expect, test } from 'vitest';
import { account } from '../reference/sample.ts';
import { start } from '../reference/service.ts';
import { openTransport } from '../send.ts';
import { limited } from './limited.ts';
import { NotSent } from './not-sent.ts';
import { callTo } from './sample.ts';

let underWay = 0;
let most = 0;
const service = await start({
  account,
  behaviour: {
    async reply(reply) {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      return reply;
    },
  },
});
const transport = openTransport();
afterAll(() => Promise.all([transport.close(), service.stop()]));
const call = callTo(service.url, service.tokens.valid);

test.each([1, 3])('no more than %i requests are under way at once', async (maxConcurrency) => {
  most = 0;
  const polite = limited(transport, { maxConcurrency, maxRequests: 100 });
  const exchanges = await Promise.all(Array.from({ length: 12 }, () => polite.send(call)));
  expect(exchanges.map(({ response }) => response?.status)).toEqual(Array(12).fill(200));
  expect(most).toBe(maxConcurrency);
});

test('no more requests are sent than allowed, however they come', async () => {
  const polite = limited(transport, { maxConcurrency: 2, maxRequests: 5 });
  const ends = await Promise.allSettled(Array.from({ length: 9 }, () => polite.send(call)));
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  await expect(polite.send(call)).rejects.toThrow(NotSent);
  await expect(polite.send(call)).rejects.toThrow('all 5 requests of PKDK_MAX_REQUESTS are used');
});
