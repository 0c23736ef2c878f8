import { expect, test } from 'vitest';
import type { Device, Origin } from '../batch.ts';
import { batchAnswer, errorAnswer } from '../reference/answer.ts';
import { createInventory } from '../reference/inventory.ts';
import { judge } from './registry.ts';
import { exchange, settings } from './sample.ts';

/** A seeded generator of small whole numbers (xorshift32). */
function drawn(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const alphabet = 'aZ09-_.~ \'"\\/{}<>&é设備𝒳\u0000\u2028';
const draw = drawn(20261123);
const word = () => Array.from({ length: 1 + draw(12) }, () => [...alphabet][draw(22)]).join('');
const pool = (size: number): Device[] =>
  Array.from({ length: size }, (_, i) => ({ pk: word(), dk: `${i}${word()}` }));
const pools: Readonly<Record<Origin, Device[]>> = { own: pool(80), foreign: pool(20), unknown: pool(20) };
const inventory = createInventory({ own: pools.own, foreign: pools.foreign });
const languages = ['zh', 'en'] as const;

/** Fields that a correct answer may have or lack. */
function variantOf(body: object): object {
  const { data, extMsg, msg, ...rest }: { data?: unknown; extMsg?: unknown; msg?: unknown } = { ...body };
  const isError = data === undefined || data === null;
  const nothing = [{}, { data: null }, { data: {} }][draw(3)];
  return {
    ...rest,
    ...(isError ? nothing : { data }),
    ...(isError && draw(2) === 0 ? {} : { extMsg: draw(2) === 0 ? extMsg : word() }),
    msg: draw(3) === 0 ? word() : msg,
  };
}

function correctExchange() {
  const lang = languages[draw(2)] ?? 'zh';
  const kind = draw(10);
  if (kind === 0) return exchange({ token: 'invalid', body: variantOf(errorAnswer(5032, lang)) });
  if (kind === 1) return exchange({ token: 'missing', body: variantOf(errorAnswer(5106, lang)) });
  const origins: Origin[] = ['own', 'own', 'own', 'foreign', 'unknown'];
  const chosen = new Map(
    Array.from({ length: 1 + draw(30) }, () => {
      const origin = origins[draw(5)] ?? 'own';
      const device = pools[origin][draw(pools[origin].length)] ?? { pk: 'p', dk: 'd' };
      return [JSON.stringify(device), [device, origin] as const];
    }),
  );
  const batch = [...chosen.values()];
  const answer = batchAnswer(
    batch.map(([device]) => device),
    inventory,
    lang,
  );
  return exchange({ batch, body: variantOf(answer) });
}

test('a thousand generated correct answers raise no alarm of any rule', () => {
  const alarms = Array.from({ length: 1000 }, () => judge(correctExchange(), settings).findings).flat();
  expect(alarms).toEqual([]);
});
