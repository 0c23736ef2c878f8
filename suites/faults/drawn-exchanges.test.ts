import { afterAll, expect, test } from 'vitest';
import { tokenStates } from '../../contracts/exchange.ts';
import { play } from '../matrix.ts';
import { targetOf } from './bench.ts';
import { drawCall, drawnExchanges } from './drawn-exchanges.ts';
import { findFault } from './faults.ts';

const target = await targetOf({});
afterAll(() => target.close());

const calls = Array.from({ length: 1000 }, (_, index) => drawCall(target, 1, index));
const batches = calls.flatMap(({ batch }) => batch ?? []);

test('sizes, mixes, repeats, states of tokens and bodies that are no batch are all drawn', () => {
  const sizes = batches.map(({ devices }) => devices.length);
  expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([0, expect.toSatisfy((size) => size > 60)]);
  expect(new Set(calls.map(({ token }) => token))).toEqual(new Set(tokenStates));
  expect(calls.some(({ batch, token }) => !batch && token === 'valid')).toBe(true);
  expect(new Set(batches.map(({ origins }) => [...new Set(origins)].sort().join()))).toContain(
    'foreign,own,unknown',
  );
  const repeating = batches.filter(({ devices }) => new Set(devices).size < devices.length);
  expect(repeating.length).toBeGreaterThan(20);
});

test('the same seed draws the same call, another one another', () => {
  expect(drawCall(target, 1, 5)).toEqual(calls[5]);
  expect(calls.map(({ request }) => String(request.body))).not.toEqual(
    calls.map((_, index) => String(drawCall(target, 2, index).request.body)),
  );
});

test('they object to what is wrong', async () => {
  const fault = findFault('drop-device');
  if (!fault) throw new Error('drop-device');
  expect(await play(fault, [drawnExchanges], 1)).toMatchObject({ verdict: 'caught' });
});
