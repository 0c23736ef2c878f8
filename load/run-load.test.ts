import { performance } from 'node:perf_hooks';
import { afterEach, expect, test } from 'vitest';
import { exitCodeOf } from '../cli/measure.ts';
import { recordHead } from '../contracts/record.ts';
import type { Hooks } from '../contracts/reference/behaviour.ts';
import { start } from '../contracts/reference/service.ts';
import { openTransport } from '../contracts/send.ts';
import { openTarget, type Target } from '../generators/target.ts';
import type { Clock } from './clock.ts';
import { runLoad } from './run-load.ts';
import { sweep } from './scenarios/sweep.ts';

let target: Target | undefined;
afterEach(() => target?.close());

/** Loads a reference service with two connections for an hour, which is too long: time is up after so many answers. */
async function runLong(answers: number, maxRate?: number) {
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
  };
  target = await openTarget({}, (account) => start({ account, behaviour }));
  const transport = openTransport();
  const { signal } = new AbortController();
  const { url, label, referenceService } = target;
  const flags = { batchSizes: '1,2', connections: '2', duration: '1h', warmup: '10ms' };
  const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
  const startedAt = performance.now();
  const record = await runLoad({
    head: recordHead({ target: { url, label, referenceService }, settings: {}, seed: 1 }, 'x'),
    planned: sweep(flags, target.pools.own.length),
    settings: { ...settings, maxRate },
    watch: { onProgress: () => undefined, onPoint: () => undefined, onLowLoad: () => undefined },
    ...{ target, transport, signal, maxDurationMs: 1000, clock },
  });
  const elapsedMs = performance.now() - startedAt;
  await transport.close();
  return { record, answered, elapsedMs, limits };
}

test('load stops at the longest duration, and what was measured until then is kept', async () => {
  const { record, limits } = await runLong(300);
  expect(limits).toEqual([1007]);
  expect(record).toMatchObject({ interrupted: true, stoppedBy: 'max-duration' });
  expect(record.points).toHaveLength(1);
  const { sent, ...outcomes } = record.points[0]?.counts ?? { sent: 0 };
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(sent);
  expect(record.points[0]?.counts.success).toBeGreaterThan(0);
  expect(exitCodeOf(record)).toBe(6);
});

test('a closed loop keeps to the highest rate, and its point says that this was measured', async () => {
  const { record, answered, elapsedMs } = await runLong(15, 50);
  // 5 ms may be made up for, and one request is there to begin with.
  expect(answered).toBeLessThanOrEqual(1 + ((elapsedMs + 5) * 50) / 1000);
  expect(record.points[0]).toMatchObject({ verdict: 'generator-limited' });
  expect(record.points[0]?.why).toMatch(/requests waited for --max-rate/);
});
