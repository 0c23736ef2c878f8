import { PerformanceObserver, performance } from 'node:perf_hooks';
import { afterEach, expect, test } from 'vitest';
import type { Flags } from '../contracts/flags.ts';
import { exitCodeOf } from '../contracts/load-exit.ts';
import { recordHead } from '../contracts/record.ts';
import type { Hooks } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget, type Target } from '../generators/target.ts';
import { type Clock, realClock } from './clock.ts';
import { runLoad } from './run-load.ts';
import { loadableLookup } from './safety/allow.ts';
import { rate } from './scenarios/rate.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { sweep } from './scenarios/sweep.ts';

let target: Target | undefined;
afterEach(() => target?.close());

/** Loads a reference service; after so many answers time is up. */
async function run(scenario: Scenario, flags: Flags, maxRate?: number, answers = Number.POSITIVE_INFINITY) {
  let answered = 0;
  let timeIsUp = () => {};
  const behaviour: Hooks = {
    answer(answer) {
      answered += 1;
      if (answered === answers) timeIsUp();
      return answer;
    },
  };
  const limits: number[] = [];
  const clock: Clock = {
    now: () => 7,
    at(moment, callback) {
      limits.push(moment);
      timeIsUp = callback;
      return () => {};
    },
    watch: realClock.watch,
  };
  const started = await openTarget({}, (account) => start({ account, behaviour }));
  const named = (address: string) => address.replace('127.0.0.1', 'localhost');
  target = { ...started, url: named(started.url), operationUrl: named(started.operationUrl) };
  const { url, label, referenceService } = target;
  const transport = openTransport({ lookup: loadableLookup(url, []) });
  const { signal } = new AbortController();
  const lookups: unknown[] = [];
  const observer = new PerformanceObserver((list) => lookups.push(...list.getEntries()));
  observer.observe({ entryTypes: ['dns'] });
  const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
  const startedAt = performance.now();
  const record = await runLoad({
    head: recordHead({ target: { url, label, referenceService }, settings: {}, seed: 1 }, 'x'),
    planned: scenario(flags, target.pools),
    settings: { ...settings, maxRate },
    watch: { onProgress: () => undefined, onPoint: () => undefined, onLowLoad: () => undefined },
    ...{ target, transport, signal, maxDurationMs: 1000, clock },
  });
  const elapsedMs = performance.now() - startedAt;
  await transport.close();
  await new Promise((resolve) => setImmediate(resolve));
  lookups.push(...observer.takeRecords());
  observer.disconnect();
  // Whichever engine: what was judged is where it went.
  expect(lookups).toEqual([]);
  return { record, answered, elapsedMs, limits };
}

const longSweep = { batchSizes: '1,2', connections: '2', duration: '1h', warmup: '10ms' };

test('load stops at the longest duration, and what was measured until then is kept', async () => {
  const { record, limits } = await run(sweep, longSweep, undefined, 300);
  expect(limits).toEqual([1007]);
  expect(record).toMatchObject({ interrupted: true, stoppedBy: 'max-duration' });
  expect(record.points).toHaveLength(1);
  const { sent, ...outcomes } = record.points[0]?.counts ?? { sent: 0 };
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
  expect(record.points[0]?.counts.success).toBeGreaterThan(0);
  expect(exitCodeOf(record)).toBe(6);
});

test('a sweep of three sizes ends with what a call costs, and each call stands between two that are refused', async () => {
  const flags = { batchSizes: '1,2,3', connections: '1', duration: '50ms', warmup: '10ms' };
  const { lowLoad, cost, noCost } = (await run(sweep, flags)).record;
  const { sent = 0, success = 0, tokenMissing = 0 } = lowLoad?.counts ?? {};
  expect(success).toBeGreaterThanOrEqual(15);
  expect([tokenMissing, sent]).toEqual([2 * success, 3 * success]);
  // Three sizes so close together may lie on no line that starts above 0.
  expect(cost ?? noCost).toBeDefined();
});

test('a closed loop keeps to the highest rate, and its point says that this was measured', async () => {
  const { record, answered, elapsedMs } = await run(sweep, longSweep, 50, 15);
  // 5 ms may be made up for, and one request is there to begin with.
  expect(answered).toBeLessThanOrEqual(1 + ((elapsedMs + 5) * 50) / 1000);
  expect(record.points[0]).toMatchObject({ verdict: 'generator-limited' });
  expect(record.points[0]?.why).toMatch(/requests waited for --max-rate/);
});

test('an open loop keeps to the highest rate, however its arrivals fall', async () => {
  const flags = { rate: '100', arrivals: 'poisson', batchSizes: '1', duration: '300ms', warmup: '100ms' };
  const { record, answered } = await run(rate, flags, 50);
  // One for each 20 ms of the plan, each time it was tried, and the call that asks whether the size is taken.
  const tries = 1 + (record.points[0]?.earlier?.length ?? 0);
  expect(answered).toBeLessThanOrEqual(20 * tries + 1);
  expect(record.points[0]?.offeredRate).toBeLessThanOrEqual(50 + 1000 / 300);
  expect(record.points[0]?.counts.success).toBeGreaterThan(5);
});
