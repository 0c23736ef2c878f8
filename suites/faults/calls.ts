import type { Batch, Device, Origin } from '../../contracts/batch.ts';
import type { Call } from '../../contracts/exchange.ts';
import { badBodies } from '../../generators/bad-bodies.ts';
import { drawBatch } from '../../generators/batch.ts';
import { bearer, prepareCall } from '../../generators/request.ts';
import { callOf, type Target } from '../../generators/target.ts';
import { damagedTokens } from '../../generators/tokens.ts';

const mixes = [
  { own: 20, foreign: 5, unknown: 5 },
  { own: 1 },
  { own: 2 },
  { own: 60 },
  { foreign: 3 },
  { unknown: 3 },
] as const;

/** Keys that something on the way may want to change; the devices are nobody's. */
const oddKeys = [' D404 ', 'a<b>&"c', 'e\u0301', '\uff21\uff11', '%41', '1e3', '0012', 'null'];

/** Bodies that something lenient could read a batch from. */
const nearlyBatches = [
  '[{"pk":"p11pLZ","dk":"D001"},{"pk":"p11pLZ"}]',
  '[{"pk":"p11pLZ","dk":869339060000017}]',
  '[{"pk":"p11pLZ","dk":"D001"}]x',
];

function batchOf(devices: readonly Device[], origin: Origin): Batch {
  return { devices, origins: devices.map(() => origin), seed: 0, index: 0 };
}

/** An own device and a foreign one whose device keys are the same. */
function namesakes({ pools: { own, foreign } }: Target): Batch {
  const ownByKey = new Map(own.map((device) => [device.dk, device]));
  const two = foreign.flatMap((device) => {
    const other = ownByKey.get(device.dk);
    return other ? [other, device] : [];
  });
  return { devices: two.slice(0, 2), origins: ['own', 'foreign'], seed: 0, index: 0 };
}

function* batchesOf(target: Target): Generator<Batch> {
  const draw = (counts: Partial<Record<Origin, number>>, index: number) =>
    drawBatch(target.pools, counts, 7, index);
  for (const [i, mix] of mixes.entries()) {
    const batch = draw(mix, i);
    yield* [batch, batch];
  }
  const [one, other] = [draw({ own: 5 }, 10), draw({ own: 5 }, 11)];
  yield* [one, other, one];
  yield batchOf(one.devices.slice(0, 2), 'own');
  yield batchOf([...one.devices, ...one.devices], 'own');
  yield namesakes(target);
  yield batchOf(
    oddKeys.map((dk) => ({ pk: 'zzzzzz', dk })),
    'unknown',
  );
}

function* refusedCalls({
  operationUrl: url,
  token,
  expiredToken,
  refreshToken,
  pools,
}: Target): Generator<Call> {
  const batch = drawBatch(pools, mixes[0], 7, 0);
  const damaged = damagedTokens.map(({ state, authorization }) => ({ state, header: authorization(token) }));
  for (const { state, header: authorization } of damaged) {
    if (typeof authorization !== 'symbol') yield prepareCall({ url, token: state, authorization, batch });
  }
  for (const other of [expiredToken, refreshToken]) {
    yield prepareCall({ url, token: 'invalid', authorization: bearer(other ?? ''), batch });
  }
  for (const { body } of badBodies) {
    yield prepareCall({ url, token: 'missing', body });
    yield prepareCall({ url, token: 'invalid', authorization: bearer('garbage'), body });
  }
}

function* badInputCalls({ operationUrl: url, token }: Target): Generator<Call> {
  const bodies = badBodies.filter(({ name }) => name !== 'empty-array').map(({ body }) => body);
  const authorization = bearer(token);
  for (const body of [...bodies, ...nearlyBatches.map((text) => Buffer.from(text))]) {
    yield prepareCall({ url, token: 'valid', authorization, body });
  }
  yield prepareCall({ url, token: 'valid', authorization, batch: batchOf([], 'own') });
}

/**
 * Calls that bring every fault of the corpus to light, and no variant: for its tests, which would take too long with
 * the suites. Those of one list are sent at the same time.
 */
export function* callsFor(target: Target): Generator<readonly Call[]> {
  for (const batch of batchesOf(target)) yield [callOf(target, batch)];
  yield [20, 21, 22].map((index) => callOf(target, drawBatch(target.pools, { own: 5 }, 7, index)));
  for (const call of badInputCalls(target)) yield [call];
  for (const call of refusedCalls(target)) yield [call];
}
