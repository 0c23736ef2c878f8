import { afterAll, afterEach, expect, test } from 'vitest';
import type { Access } from '../access/access.ts';
import { another } from '../access/another.ts';
import { logIn } from '../access/login.ts';
import { TokenKeeper } from '../access/token-keeper.ts';
import type { Behaviour } from '../reference/behaviour.ts';
import { account } from '../reference/sample.ts';
import { type Reference, start } from '../reference/service.ts';
import { openTransport, type Transport } from '../send.ts';
import { callTo, codeOf } from './sample.ts';
import { supervised } from './supervised.ts';

const transport = openTransport();
afterAll(() => transport.close());
const services: Reference[] = [];
afterEach(() => Promise.all(services.splice(0).map((service) => service.stop())));

/** A service with a token, watched; `requests` are those of the operation, `renewals` those for a token. */
async function watch(behaviour: Behaviour = {}, renew?: (access: Access) => Promise<Access>) {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const counts = { requests: 0, renewals: 0 };
  const service = await start({ account, now: () => now, behaviour });
  services.push(service);
  const access = await logIn(transport, service.url, service.login);
  const keeper = new TokenKeeper(
    access,
    (old) => {
      counts.renewals += 1;
      return renew?.(old) ?? another(transport, service.url, old, undefined);
    },
    () => now,
  );
  const counting: Transport = {
    ...transport,
    send(call, signal) {
      counts.requests += 1;
      return transport.send(call, signal);
    },
  };
  const call = callTo(service.url, access.token);
  return {
    ...{ service, access, keeper, counts, call },
    watched: supervised(counting, keeper, callTo(service.url, access.token)),
    pass(ms: number) {
      now += ms;
    },
  };
}

test('a token is renewed before it expires, once for all who need it', async () => {
  const { watched, call, access, keeper, counts, pass } = await watch();
  expect((await watched.send(call)).incidents).toBeUndefined();
  pass(7200_000 - 61_000);
  expect((await watched.send(call)).incidents).toBeUndefined();
  expect(keeper.token).toBe(access.token);

  pass(2000);
  const exchanges = await Promise.all([1, 2, 3].map(() => watched.send(call)));
  expect(exchanges.map(codeOf)).toEqual([200, 200, 200]);
  expect(exchanges[0]?.incidents).toEqual([{ kind: 'renewed', because: 'expiring' }]);
  expect(counts).toEqual({ requests: 5, renewals: 1 });
  expect(keeper.token).not.toBe(access.token);
  expect(exchanges[0]?.request.headers.authorization).toBe(`Bearer ${keeper.token}`);
});

test('a token that died in mid-run is replaced, and the calls it failed are sent again', async () => {
  const { watched, service, call, access, counts } = await watch();
  service.revoke(access.token);
  const exchanges = await Promise.all([1, 2, 3, 4].map(() => watched.send(call)));
  expect(exchanges.map(codeOf)).toEqual([200, 200, 200, 200]);
  for (const { incidents } of exchanges) expect(incidents).toEqual([{ kind: 'renewed', because: 'refused' }]);
  // Four refused, one look with the old token and one with the new, four again.
  expect(counts).toEqual({ requests: 10, renewals: 1 });
});

test('a refusal that is the service’s own fault stands, and costs no token', async () => {
  const { watched, call, counts } = await watch({
    token: (verdict) => (verdict === 'valid' && counts.requests % 2 === 1 ? 'expired' : verdict),
  });
  const exchange = await watched.send(call);
  expect(codeOf(exchange)).toBe(5032);
  expect(exchange.incidents).toBeUndefined();
  expect(counts).toEqual({ requests: 2, renewals: 0 });
});

test('a token that must be refused is none of its business', async () => {
  const { watched, call, counts } = await watch();
  const { authorization: _, ...headers } = call.request.headers;
  const exchange = await watched.send({ request: { ...call.request, headers }, token: 'missing' });
  expect(codeOf(exchange)).toBe(5106);
  expect(counts).toEqual({ requests: 1, renewals: 0 });
});

test('where no token is taken, the run is over, and no login is tried twice', async () => {
  const refused = () => Promise.reject(new Error('code 5582'));
  const { watched, service, call, access, counts } = await watch({}, refused);
  service.revoke(access.token);
  const first = await watched.send(call);
  expect(codeOf(first)).toBe(5032);
  expect(first.incidents).toEqual([{ kind: 'lost', problem: 'credentials' }]);
  await expect(watched.send(call)).rejects.toThrow('the token is no longer taken: code 5582');
  expect(counts).toEqual({ requests: 2, renewals: 1 });
});

test('a new token that is refused as well ends the run', async () => {
  const { watched, call, counts } = await watch({ token: () => 'expired' });
  expect((await watched.send(call)).incidents).toEqual([{ kind: 'lost', problem: 'credentials' }]);
  expect(counts).toEqual({ requests: 3, renewals: 1 });
});

test('a connection that the service ends is its fault; one that nobody opens is the end of the run', async () => {
  const { watched, service, call } = await watch({
    reply: (reply, { turn }) => (turn === 0 ? { ...reply, delivery: 'reset' } : reply),
  });
  const reset = await watched.send(call);
  expect([reset.failure, reset.incidents]).toEqual(['socket', undefined]);

  await service.stop();
  const gone = await watched.send(call);
  expect([gone.failure, gone.incidents]).toEqual(['socket', [{ kind: 'lost', problem: 'environment' }]]);
  await expect(watched.send(call)).rejects.toThrow('the target no longer answers');
});

test('a gateway that answers for its dead service ends the run, too', async () => {
  const { watched, call } = await watch({ reply: (reply) => ({ ...reply, status: 503 }) });
  expect((await watched.send(call)).incidents).toEqual([{ kind: 'lost', problem: 'environment' }]);
});
