import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Counts } from '../../contracts/record.ts';
import type { Behaviour } from '../../contracts/reference/behaviour.ts';
import { start } from '../../contracts/reference/service.ts';
import { drawBatch } from '../../generators/batch.ts';
import { randomStream } from '../../generators/random.ts';
import { callOf, openTarget, type Target } from '../../generators/target.ts';
import type { Harness } from '../harness.ts';
import { ContractBroken } from '../judging/contract-broken.ts';
import { plannedMoments, steadyRate } from '../open/rate-plan.ts';
import { openSpread, type Spread } from './spread.ts';

const batchSize = 5;
const seen = { requests: 0, isBroken: false };
const behaviour: Behaviour = {
  answer(answer) {
    seen.requests += 1;
    return seen.isBroken ? { code: 5312, msg: '数量超限' } : answer;
  },
};
const bad: string[] = [];
let controller = new AbortController();
let target: Target;
let spread: Spread;

beforeAll(async () => {
  target = await openTarget({}, (account) => start({ account, behaviour }));
  const settings = { seed: 1, tokenErrorStatus: 200, allowHosts: [], caFile: undefined, insecure: false };
  const harness = {
    get signal() {
      return controller.signal;
    },
    onBad: (...[{ request, response }, { outcome }]: Parameters<Harness['onBad']>) => {
      bad.push(`${outcome} ${Buffer.isBuffer(request.body)} ${Buffer.isBuffer(response?.body)}`);
    },
  };
  spread = await openSpread(harness, 2, { target, settings });
}, 120_000);

afterAll(async () => {
  await spread.close();
  await target.close();
});

const calls = () =>
  Array.from({ length: 8 }, (_, i) => callOf(target, drawBatch(target.pools, { own: batchSize }, 1, i)));
const whole = { batchSize, timeoutMs: 30_000, warmupMs: 0, durationMs: 600 };
const planned = (durationMs: number) => ({
  ...{ ...whole, durationMs, maxInFlight: 1000 },
  moments: plannedMoments(steadyRate(200, durationMs), 'constant', randomStream(1, 1)),
});
const unwatched = () => undefined;

function outcomesOf({ sent: _, ...outcomes }: Counts): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

test('a plan is sent to the unit: the books of all processes are what the service saw', async () => {
  seen.requests = 0;
  const point = await spread.pacedPoint(planned(600), calls(), unwatched);
  expect(point.counts).toMatchObject({ sent: 120, success: 120 });
  expect(seen.requests).toBe(120);
  expect(point).toMatchObject({ offeredRate: 200, durationMs: 600, overflow: 0, codes: { 200: 120 } });
  expect(point.processes?.each.map(({ sent }) => sent)).toEqual([60, 60]);
  expect(bad).toEqual([]);
});

test('connections are split, also where there are fewer than processes', async () => {
  for (const connections of [3, 1]) {
    seen.requests = 0;
    const point = await spread.closedPoint({ ...whole, connections }, calls(), unwatched);
    const { sent, success } = point.counts;
    expect(sent).toBeGreaterThan(0);
    expect([success, outcomesOf(point.counts)]).toEqual([sent, sent]);
    // What left before the windows opened, the service saw too.
    expect(seen.requests).toBeGreaterThanOrEqual(sent);
    expect(point.processes?.each).toHaveLength(Math.min(2, connections));
    expect(point).toMatchObject({ connections, codes: { 200: sent }, statuses: { 200: sent } });
  }
});

test('what is bad is told by each process once, with all that a record takes', async () => {
  seen.isBroken = true;
  const { counts } = await spread.pacedPoint(planned(300), calls(), unwatched);
  seen.isBroken = false;
  expect(counts).toMatchObject({ sent: 60, otherCode: 60 });
  expect(bad).toEqual(Array(2).fill('otherCode true true'));
});

test('a process that is killed ends the point, which says so; the next point has all again', async () => {
  const before = spread.pids();
  let isKilled = false;
  const onProgress = ({ sent }: Counts) => {
    const [pid] = before;
    if (isKilled || sent === 0 || pid === undefined) return;
    isKilled = process.kill(pid, 'SIGKILL');
  };
  const plan = { ...whole, durationMs: 60_000, connections: 6 };
  const point = await spread.closedPoint(plan, calls(), onProgress);
  expect(point).toMatchObject({
    verdict: 'failed',
    why: expect.stringContaining('1 of 2 processes of the load generator ended early'),
    processes: { each: [{ isLost: true }, {}] },
  });
  expect(point.durationMs).toBeLessThan(60_000);
  expect(outcomesOf(point.counts)).toBe(point.counts.sent);

  const next = await spread.pacedPoint(planned(300), calls(), unwatched);
  expect(next.counts).toMatchObject({ sent: 60, success: 60 });
  expect(spread.pids().map((pid) => before.includes(pid))).toEqual([false, true]);
});

test('what ends the load reaches all of them, with its reason, and the books close', async () => {
  const point = await spread.pacedPoint(planned(60_000), calls(), () =>
    controller.abort(new ContractBroken('batch-law')),
  );
  controller = new AbortController();
  expect(point.durationMs).toBeLessThan(60_000);
  expect(point.counts.sent).toBeGreaterThan(0);
  expect(outcomesOf(point.counts)).toBe(point.counts.sent);
  expect(point).toMatchObject({ verdict: 'failed', stoppedBy: 'batch-law' });
  expect(point.processes?.each.filter(({ isLost }) => isLost)).toEqual([]);
});

test('they end when they are let go', async () => {
  await spread.close();
  for (const pid of spread.pids()) expect(() => process.kill(pid ?? Number.NaN, 0)).toThrow();
});
