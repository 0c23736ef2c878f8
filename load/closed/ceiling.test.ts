import { expect, test } from 'vitest';
import type { Call } from '../../contracts/exchange.ts';
import type { Transport } from '../../contracts/send.ts';
import { SimulatedClock } from '../simulated.ts';
import { openCeiling, spaced, underCeiling } from './ceiling.ts';

/** When ten senders that never rest are let go, in so many milliseconds; the process stalls at the moments given. */
async function momentsUnder(perSecond: number, forMs: number, stalls: readonly number[] = []) {
  const clock = new SimulatedClock();
  const ceiling = openCeiling(perSecond, clock);
  const moments: number[] = [];
  const send = () => {
    moments.push(clock.now());
    if (clock.now() < forMs) clock.at(clock.now(), () => ceiling.admit(send));
  };
  for (const moment of stalls) clock.at(moment, () => clock.block(300));
  for (let sender = 0; sender < 10; sender++) ceiling.admit(send);
  await clock.run(new Promise<void>((resolve) => void clock.at(forMs, resolve)));
  return moments;
}

/** By how many requests any stretch of time is above the rate and the one that a stretch may begin with. */
function excess(moments: readonly number[], perSecond: number): number {
  // The most that any stretch which ends here holds beyond the rate: Kadane's way, so that all stretches are looked at.
  let worst = 0;
  let held = 0;
  let last = moments[0] ?? 0;
  for (const moment of moments) {
    held = Math.max(0, held - ((moment - last) * perSecond) / 1000) + 1;
    last = moment;
    worst = Math.max(worst, held - 1);
  }
  return worst;
}

test.each([0.5, 3, 100, 999.9, 5000])('%d a second is never exceeded, and reached', async (perSecond) => {
  const forMs = Math.min(20_000, 2_000_000 / perSecond);
  const moments = await momentsUnder(perSecond, forMs);
  expect(excess(moments, perSecond)).toBeLessThan(1e-6);
  expect(moments.length).toBeGreaterThanOrEqual(Math.floor((perSecond * forMs) / 1000));
});

test('after a stall at most 5 ms are made up for', async () => {
  const moments = await momentsUnder(1000, 3000, [500, 1500]);
  expect(excess(moments, 1000)).toBeLessThanOrEqual(5);
  expect(moments.length).toBeLessThanOrEqual(3000 - 600 + 11);
});

test('requests leave in the order in which they asked, whoever gives up, and those that waited are counted', async () => {
  const clock = new SimulatedClock();
  const ceiling = openCeiling(10, clock);
  const left: string[] = [];
  const ask = (name: string) => ceiling.admit(() => left.push(`${name} ${clock.now()}`));
  const cancels = ['a', 'b', 'c', 'd', 'e'].map(ask);
  cancels[1]?.();
  cancels[4]?.();
  await clock.run(new Promise<void>((resolve) => void clock.at(1000, resolve)));
  ask('f');
  expect(left).toEqual(['a 0', 'c 100', 'd 200', 'f 1000']);
  expect(ceiling.heldBack()).toBe(4);
});

test('a transport under a ceiling waits; aborting ends the wait, and takes no turn', async () => {
  const clock = new SimulatedClock();
  const sent: number[] = [];
  const inner: Transport = {
    async send(call, signal) {
      if (!signal?.aborted) sent.push(clock.now());
      return { ...call, sentAt: 0, timings: { totalMs: 0 }, ...(signal?.aborted && { failure: 'aborted' }) };
    },
    close: async () => undefined,
  };
  const transport = underCeiling(inner, openCeiling(2, clock));
  const body = Buffer.from('[]');
  const call: Call = {
    request: { method: 'POST', url: 'http://127.0.0.1/', headers: {}, body },
    token: 'valid',
  };
  const controller = new AbortController();
  const first = transport.send(call);
  const second = transport.send(call, controller.signal);
  const third = transport.send(call);
  controller.abort();
  expect((await second).failure).toBe('aborted');
  await clock.run(Promise.all([first, third]));
  expect(sent).toEqual([0, 500]);
});

test('moments that come too close are put off, the others stay, and the plan keeps its end', () => {
  expect([...spaced([0, 10, 100, 450, 460, 470].values(), 10, 700)]).toEqual([0, 100, 200, 450, 550, 650]);
  const even = Array.from({ length: 1000 }, (_, i) => (i * 1000) / 300);
  for (const [i, moment] of [...spaced(even.values(), 300, 4000)].entries())
    expect(moment).toBeCloseTo(even[i] ?? -1, 6);
});
