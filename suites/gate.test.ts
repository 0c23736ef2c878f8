import { afterEach, expect, test } from 'vitest';
import type { Behaviour } from '../contracts/reference/behaviour.ts';
import { loginSettings } from '../contracts/reference/serve.ts';
import { type Reference, type ServiceOptions, start } from '../contracts/reference/service.ts';
import { referenceAccount } from '../generators/devices.ts';
import { smallestCall } from '../generators/target.ts';
import { readSettings } from '../settings.ts';
import { type Gate, limitsOf, openGate } from './gate.ts';
import { passGate } from './gated.ts';

const open: (Gate | { close: Reference['stop'] })[] = [];
afterEach(() => Promise.all(open.splice(0).map((one) => one.close())));

const { own, foreign } = referenceAccount();
const account = { own: own.slice(0, 120), foreign };

/** A service, and settings that log in to it. */
async function served(options: Partial<ServiceOptions> = {}, more: NodeJS.Dict<string> = {}) {
  const service = await start({ account, ...options });
  open.push({ close: service.stop });
  const env = { PKDK_BASE_URL: service.url, ...loginSettings(service.login) };
  return { service, settings: { ...readSettings({}, { ...env, ...more }, {}), baseUrl: service.url } };
}

async function gateTo(settings: Parameters<typeof openGate>[0]): Promise<Gate> {
  const gate = await openGate(settings);
  open.push(gate);
  return gate;
}

test('workers see one target, and the answers as they came', async () => {
  const { settings, service } = await served();
  const { address } = await gateTo(settings);
  const [one, other] = [await passGate(address), await passGate(address)];
  expect(one.target.pools.own).toEqual(account.own);
  expect(one.target.token).toBe(other.target.token);
  const call = smallestCall(one.target);
  const { response, request, batch, sentAt, timings } = await one.transport.send(call);
  expect(JSON.parse(String(response?.body))).toMatchObject({ code: 200 });
  expect(response?.headers['content-type']).toContain('application/json');
  expect(request).toEqual(call.request);
  expect(batch).toEqual(call.batch);
  expect([sentAt > 0, timings.totalMs > 0]).toEqual([true, true]);
  expect(service.url).toBe(one.target.url);
});

test('a token that died is replaced for all workers', async () => {
  const { settings, service } = await served();
  const { address } = await gateTo(settings);
  const [one, other] = [await passGate(address), await passGate(address)];
  const call = smallestCall(one.target);
  const { token } = one.target;
  service.revoke(token);
  const exchange = await one.transport.send(call);
  expect(exchange.incidents).toEqual([{ kind: 'renewed', because: 'refused' }]);
  expect(one.target.token).not.toBe(token);
  expect(exchange.request.headers.authorization).toBe(`Bearer ${one.target.token}`);

  const late = await other.transport.send(call);
  expect(late.incidents).toBeUndefined();
  expect(late.request.headers.authorization).toBe(`Bearer ${one.target.token}`);
  expect(other.target.token).toBe(one.target.token);
});

test('the requests of a run are counted for all workers together: login, device list and preflight too', async () => {
  let requests = 0;
  const behaviour: Behaviour = {
    reply(reply) {
      requests += 1;
      return reply;
    },
  };
  const { settings } = await served({ behaviour }, { PKDK_MAX_REQUESTS: '10' });
  const { address } = await gateTo(settings);
  const [one, other] = [await passGate(address), await passGate(address)];
  const call = smallestCall(one.target);
  const ends = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => (i % 2 ? one : other).transport.send(call)),
  );
  // A login, two pages of devices, the preflight.
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
  expect(requests).toBe(7);
});

test('a target that has had enough before the first case', async () => {
  const { settings } = await served({}, { PKDK_MAX_REQUESTS: '2' });
  await expect(openGate(settings)).rejects.toMatchObject({ code: 'NOT_SENT', exitCode: 3 });
});

test('only who knows the address may send', async () => {
  const { settings } = await served();
  const { address } = await gateTo(settings);
  const { origin } = new URL(address);
  expect((await fetch(origin)).status).toBe(404);
  expect((await fetch(`${origin}/${'0'.repeat(36)}`, { method: 'POST' })).status).toBe(404);
});

test('systems of others are used with care, this machine as one likes', async () => {
  expect(limitsOf({ baseUrl: 'https://staging.example.com' })).toEqual({
    maxConcurrency: 5,
    maxRequests: 600,
  });
  expect(limitsOf({ baseUrl: 'http://127.0.0.1:1' }).maxRequests).toBe(Number.POSITIVE_INFINITY);
  expect(limitsOf({ baseUrl: 'https://staging.example.com', maxRequests: 2000 })).toEqual({
    maxConcurrency: 5,
    maxRequests: 2000,
  });
});
