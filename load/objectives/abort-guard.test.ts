import { describe, expect, test } from 'vitest';
import type { TokenState } from '../../contracts/exchange.ts';
import type { Outcome } from '../../contracts/outcome.ts';
import { AbortGuard } from './abort-guard.ts';
import { parseDemands } from './demands.ts';

const guardOf = (abortOn: string) => new AbortGuard(parseDemands({ abortOn }).abortOn);

/** Requests of so many a second until a moment, looked at each quarter of a second: when the guard speaks, and what. */
function play(
  abortOn: string,
  perSecond: number,
  endsAt: number,
  requestAt: (ms: number) => { outcome?: Outcome; latencyMs?: number },
) {
  const guard = guardOf(abortOn);
  let looked = 250;
  for (let i = 0; (i * 1000) / perSecond < endsAt; i++) {
    const at = (i * 1000) / perSecond;
    for (; looked <= at; looked += 250) {
      const condition = guard.look(looked);
      if (condition) return { at: looked, ...condition };
    }
    guard.add({ at, latencyMs: 5, ...requestAt(at) });
  }
  return undefined;
}

const failsFrom = (from: number) => (ms: number) => ({
  outcome: ms < from ? ('success' as const) : ('httpError' as const),
});

describe('a condition that begins to hold is seen within two seconds', () => {
  test.each([
    ['errors>5%', 1000],
    ['errors>5%', 20],
    ['errors>=95%', 500],
    ['httpErrors>5', 100],
  ])('%s at %d/s', (abortOn, perSecond) => {
    const seen = play(abortOn, perSecond, 20_000, failsFrom(10_000));
    expect(seen?.at).toBeGreaterThan(10_000);
    expect(seen?.at).toBeLessThanOrEqual(11_500);
    expect(seen).toMatchObject({ objective: abortOn });
  });

  test('latency', () => {
    const slowFrom = (ms: number) => ({ outcome: 'success' as const, latencyMs: ms < 4000 ? 10 : 400 });
    expect(play('p50>300ms', 200, 10_000, slowFrom)).toMatchObject({
      at: 4500,
      measured: expect.closeTo(400, 0),
      unit: 'ms',
    });
  });

  test('requests that were not sent, since too many were under way', () => {
    const full = (ms: number) => (ms < 3000 || ms % 20 === 0 ? { outcome: 'success' as const } : {});
    expect(play('overflow>10%', 100, 10_000, full)?.at).toBeLessThanOrEqual(3500);
  });
});

test('what happened long ago, or too rarely, ends nothing', () => {
  const rare = (ms: number) => ({ outcome: ms % 100 === 0 ? ('timeout' as const) : ('success' as const) });
  expect(play('errors>5%', 1000, 20_000, rare)).toBeUndefined();
  const once = (ms: number) => ({
    outcome: ms >= 5000 && ms < 5100 ? ('timeout' as const) : ('success' as const),
  });
  expect(play('errors>30%', 100, 20_000, once)).toBeUndefined();
});

test('a share takes twenty requests, a count takes one', () => {
  const fails = () => ({ outcome: 'socketError' as const });
  expect(play('errors>5%', 4, 4900, fails)).toBeUndefined();
  expect(play('errors>5%', 4, 6000, fails)).toMatchObject({ at: 5000, measured: 100, requests: 20 });
  expect(play('errors>0', 4, 4900, fails)).toMatchObject({ at: 250, measured: 1, requests: 1 });
});

test('aborted requests are nobody’s error', () => {
  expect(play('errors>0', 100, 5000, () => ({ outcome: 'aborted' as const }))).toBeUndefined();
});

test.each(['requestsPerSecond<10', 'cpu>90%', 'sendLag>1ms'])(
  '%s cannot be looked at while it runs',
  (abortOn) => {
    const parts = [
      expect.objectContaining({
        message: `"${abortOn}" is only known when a point is over; use --threshold`,
      }),
    ];
    expect(() => guardOf(abortOn)).toThrow(expect.objectContaining({ parts }));
  },
);

test('a refusal that must be is no error, and one point says nothing of the next', () => {
  const guard = guardOf('errors>5%');
  const add = (at: number, outcome: Outcome, token: TokenState) =>
    guard.add({ at, outcome, token, latencyMs: 5 });
  for (let at = 0; at < 30; at++) add(at, 'tokenInvalid', 'expired');
  expect(guard.look(30)).toBeUndefined();
  for (let at = 30; at < 60; at++) add(at, 'tokenInvalid', 'missing');
  expect(guard.look(60)).toMatchObject({ measured: 100, requests: 30 });
  for (let at = 60; at < 90; at++) add(at, 'success', 'valid');
  expect(guard.look(90)).toBeUndefined();
});
