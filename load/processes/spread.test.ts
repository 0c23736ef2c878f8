import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Counts } from '../../contracts/record.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import { start } from '../../contracts/reference/service.ts';
import { drawBatch } from '../../generators/batch.ts';
import { randomStream } from '../../generators/random.ts';
import { callOf, openTarget, type Target } from '../../generators/target.ts';
import { pacedPointOf } from '../paced-point.ts';
import { closedPointOf } from '../point.ts';
import { plannedMoments, steadyRate } from '../rate-plan.ts';
import { openSpread, type SpreadEngine } from './spread.ts';

const batchSize = 5;
const seen = { requests: 0, isBroken: false };
const behaviour: Behaviour = {
  answer(answer) {
    seen.requests += 1;
    return seen.isBroken ? { code: 5312, msg: '数量超限' } : answer;
  },
};
const bad: string[] = [];
let target: Target;
let engine: SpreadEngine;

beforeAll(async () => {
  target = await openTarget({}, (account) => start({ account, behaviour }));
  const { operationUrl, token } = target;
  const checkSettings = { tokenErrorStatus: 200, secrets: [token] };
  const hiring = { operationUrl, caFile: undefined, insecure: false, checkSettings };
  engine = await openSpread(3, hiring, (exchange, { outcome }) => {
    bad.push(`${outcome} ${exchange.request.body.length > 0} ${Buffer.isBuffer(exchange.response?.body)}`);
  });
}, 60_000);

afterAll(async () => {
  await engine.close();
  await target.close();
});

const calls = () =>
  Array.from({ length: 8 }, (_, i) => callOf(target, drawBatch(target.pools, { own: batchSize }, 1, i)));
const whole = { batchSize, timeoutMs: 5000, warmupMs: 0, durationMs: 600 };
const planned = (durationMs: number) => ({
  ...{ ...whole, durationMs, maxInFlight: 1000 },
  moments: plannedMoments(steadyRate(200, durationMs), 'constant', randomStream(1, 1)),
});
const unwatched = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

function outcomesOf({ sent: _, ...outcomes }: Counts): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

test('a plan is sent to the unit: the books of all processes are what the service saw', async () => {
  seen.requests = 0;
  const tally = await engine.paced(planned(600), calls(), unwatched());
  const point = pacedPointOf(whole, tally);
  expect(point.counts).toMatchObject({ sent: 120, success: 120 });
  expect(seen.requests).toBe(120);
  expect(point).toMatchObject({ offeredRate: 200, durationMs: 600, overflow: 0, codes: { 200: 120 } });
  expect(point.processes?.each.map(({ sent }) => sent)).toEqual([40, 40, 40]);
  expect(bad).toEqual([]);
});

test('connections are split, also where there are fewer than processes', async () => {
  for (const connections of [4, 2]) {
    seen.requests = 0;
    const plan = { ...whole, connections };
    const point = closedPointOf(plan, await engine.closed(plan, calls(), unwatched()));
    const { sent, success } = point.counts;
    expect(sent).toBeGreaterThan(10);
    expect([success, outcomesOf(point.counts)]).toEqual([sent, sent]);
    // What left before the windows opened, the service saw too.
    expect(seen.requests).toBeGreaterThanOrEqual(sent);
    expect(point.processes?.each).toHaveLength(Math.min(3, connections));
    expect(point).toMatchObject({ connections, codes: { 200: sent } });
  }
});

test('what is bad is told by each process once, with all that a record takes', async () => {
  seen.isBroken = true;
  const { books } = await engine.paced(planned(300), calls(), unwatched());
  seen.isBroken = false;
  expect(books.counts).toMatchObject({ sent: 60, otherCode: 60 });
  expect(new Set(bad)).toEqual(new Set(['otherCode true true']));
  expect(bad).toHaveLength(3);
});

test('Ctrl-C reaches all of them, and the books close', async () => {
  const controller = new AbortController();
  const overseer = { signal: controller.signal, onProgress: () => controller.abort() };
  const { books, windowMs, processes } = await engine.paced(planned(60_000), calls(), overseer);
  expect(windowMs).toBeLessThan(30_000);
  expect(books.counts.sent).toBeGreaterThan(0);
  expect(outcomesOf(books.counts)).toBe(books.counts.sent);
  expect(processes?.each.filter(({ isLost }) => isLost)).toEqual([]);
});

test('one that is killed ends the point, which says so; the next point has all again', async () => {
  const before = engine.pids();
  let isKilled = false;
  const onProgress = ({ sent }: Counts) => {
    const [pid] = before;
    if (isKilled || sent === 0 || pid === undefined) return;
    isKilled = process.kill(pid, 'SIGKILL');
  };
  const plan = { ...whole, durationMs: 60_000, connections: 6 };
  const overseer = { ...unwatched(), onProgress };
  const point = closedPointOf(plan, await engine.closed(plan, calls(), overseer));
  expect(point).toMatchObject({
    verdict: 'failed',
    why: expect.stringContaining('1 of 3 processes of the load generator ended early'),
    processes: { each: [{ isLost: true }, {}, {}] },
  });
  expect(point.durationMs).toBeLessThan(30_000);
  expect(outcomesOf(point.counts)).toBe(point.counts.sent);

  const next = await engine.paced(planned(300), calls(), unwatched());
  expect(next.books.counts).toMatchObject({ sent: 60, success: 60 });
  expect(engine.pids().filter((pid) => before.includes(pid))).toEqual(before.slice(1));
});

test('they end when they are let go', async () => {
  await engine.close();
  for (const pid of engine.pids()) {
    expect(() => process.kill(pid ?? Number.NaN, 0)).toThrow();
  }
});
